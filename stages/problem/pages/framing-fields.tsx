import { TextArea, TextField, type Errors, type Typed } from '../../../ui/index.ts'
import type { KeptFiles } from '../form.ts'
import type { SayProblem } from '../messages/words.ts'
import { FilesFields } from './files-fields.tsx'

export type FramingFieldsProps = {
  readonly say: SayProblem
  readonly typed: Typed
  readonly errors: Errors
  /** Files that came with the form before and need not be chosen again. */
  readonly kept: KeptFiles
  /** She writes for somebody who calls or came with a letter: where she sits says nothing. */
  readonly isForAnother?: boolean
}

/** The parts of a framing: the question, what happens, to whom; and what else is known, each of it optional. */
export function FramingFields(props: FramingFieldsProps) {
  const { say, typed, errors } = props
  const needed = { typed, errors, required: true }
  return (
    <>
      <QuestionField {...props} />
      <TextArea
        name="whatHappens"
        label={say('new.what')}
        help={say('new.what-help')}
        rows={6}
        maxLength={4000}
        {...needed}
      />
      <TextArea
        name="whoIsAffected"
        label={say('new.who')}
        help={say('new.who-help')}
        rows={3}
        maxLength={2000}
        {...needed}
      />
      <More {...props} />
      <FilesFields {...props} />
    </>
  )
}

export function QuestionField({ say, typed, errors }: Pick<FramingFieldsProps, 'say' | 'typed' | 'errors'>) {
  return (
    <TextArea
      name="question"
      label={say('new.question')}
      help={say('new.question-help')}
      rows={2}
      maxLength={200}
      required
      {...{ typed, errors }}
    />
  )
}

function More({ say, typed, errors, isForAnother = false }: FramingFieldsProps) {
  const optional = { typed, errors }
  const point = (
    <TextField
      name="point"
      label={say('new.point')}
      help={say('new.point-help')}
      maxLength={60}
      room={20}
      {...optional}
    />
  )
  return (
    <fieldset class="ds-fieldset fm-stack">
      <legend class="fm-h-mid">{say('new.more')}</legend>
      <p class="fm-small fm-muted">{say('new.more-lead')}</p>
      <TextField
        name="howOften"
        label={say('new.how-often')}
        help={say('new.how-often-help')}
        maxLength={200}
        {...optional}
      />
      <TextField name="sinceWhen" label={say('new.since-when')} maxLength={200} {...optional} />
      <TextArea name="tried" label={say('new.tried')} rows={3} maxLength={2000} {...optional} />
      <TextField name="place" label={say('new.place')} help={say('new.place-help')} maxLength={200} {...optional} />
      {isForAnother ? (
        point
      ) : (
        <fm-position data-label={say('new.use-position')} data-failed={say('new.position-failed')}>
          {point}
        </fm-position>
      )}
    </fieldset>
  )
}
