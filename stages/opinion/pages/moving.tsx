import {
  Button,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Note,
  TextField,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { DeadlineMove } from '../deadline/store.ts'
import type { SayOpinion } from '../messages/words.ts'

/** The fields of this form: others on the page have errors of their own. */
const own = ['until', 'reason', 'decision']

export type MovingProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly isChair: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** For the chair and the members: another day for the close, with the reason everybody reads. */
export function Moving({ reader, say, slug, isChair, errors, typed }: MovingProps) {
  const kept = { errors: errors.filter(({ field }) => own.includes(field)), typed }
  return (
    <Details summary={say('move.title')} isOpen={kept.errors.length > 0}>
      <p>{say('move.lead')}</p>
      <ErrorSummary title={reader.common('error-title')} errors={kept.errors} />
      <Form action={reader.to('opinion.move-deadline', { problem: slug })} label={say('move.title')}>
        <DateField name="until" label={say('open.until')} help={say('move.until-help')} required {...kept} />
        <TextField
          name="reason"
          label={say('move.reason')}
          help={say('move.reason-help')}
          maxLength={500}
          required
          {...kept}
        />
        <TextField
          name="decision"
          label={say('open.decided')}
          help={say('open.decided-help')}
          maxLength={500}
          required={!isChair}
          {...kept}
        />
        <Button>{say('move.send')}</Button>
      </Form>
    </Details>
  )
}

export type MovedNoteProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly moved: DeadlineMove | undefined
}

/** For everybody who votes: when it would have closed, and why it does not. */
export function MovedNote({ reader, say, moved }: MovedNoteProps) {
  if (!moved) return null
  return (
    <Note icon="clock">
      <p>{say('moved.note', { day: reader.time.day(moved.movedAt), was: reader.time.deadline(moved.was) })}</p>
      <p>{say('moved.reason', { reason: moved.reason })}</p>
    </Note>
  )
}
