import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Actions, Button, ErrorSummary, FactList, Form, Head, StaffNote, type Errors } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { SayDelivery } from '../messages/words.ts'
import type { Commitment } from '../store.ts'
import { moneyWords, Owner } from './parts.tsx'

export type DraftPageProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly errors: Errors
  readonly problem: Problem
  readonly draft: Commitment
  readonly owner: Politician | undefined
  readonly writer: string
  readonly action: string
  readonly mayConfirm: boolean
  /** She could, if its days were not over. */
  readonly isOutlived: boolean
}

/** What somebody prepared for a politician: she makes it hers with one press, or lets it go. */
export function DraftPage(props: DraftPageProps) {
  const { reader, say, errors, problem, draft, owner, writer, action, mayConfirm, isOutlived } = props
  const waits = say('draft.waits', { name: owner?.name ?? '', day: reader.time.day(draft.writtenAt) })
  const rows = [
    { term: say('column.who'), value: <Owner reader={reader} commitment={draft} owner={owner} /> },
    { term: say('column.money'), value: moneyWords(draft, { say, reader }) },
    ...draft.milestones.map(({ what, dueOn }) => ({
      term: what,
      value: say('milestones.due', { day: reader.time.day(dueOn) }),
    })),
    ...(draft.nextReportOn ? [{ term: say('new.next-report'), value: reader.time.day(draft.nextReportOn) }] : []),
  ]
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={`${say('draft.eyebrow')} · ${problem.question}`} title={draft.title} lead={waits} />
      <StaffNote label={say('draft.eyebrow')} by={writer}>
        <FactList rows={rows} />
      </StaffNote>
      {isOutlived && errors.length === 0 ? <p class="fm-text">{say('refused.draft-outlived')}</p> : null}
      <Form action={action} label={draft.title}>
        <Actions note={mayConfirm ? say('draft.confirm-note') : undefined}>
          {mayConfirm ? (
            <Button name="act" value="confirm">
              {say('draft.confirm')}
            </Button>
          ) : null}
          <Button name="act" value="discard" variant="secondary">
            {say('draft.discard')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}
