import type { Reader } from '../../../platform/http/index.ts'
import type { Tombstone } from '../../../platform/moderation/index.ts'
import { Prose, Table } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { WaitingStatement } from '../waiting/store.ts'
import { langOf } from './answer-form.tsx'

export type SentLine = WaitingStatement & {
  readonly due: Temporal.Instant
  /** With the rule and the reason, where it was refused. */
  readonly stone: Tombstone | undefined
}

export type SentStatementsProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly sent: readonly SentLine[]
}

/** What she sent and others do not read: how it stands, and what she can do. */
export function SentStatements({ reader, say, sent }: SentStatementsProps) {
  return (
    <Table
      caption={say('mine.sent')}
      isCaptionHidden
      columns={[{ label: say('mine.statement') }, { label: say('mine.stands-how') }]}
      rows={sent.map((one) => ({
        cells: [<span lang={langOf(one)}>{one.text}</span>, <Standing {...{ reader, say, one }} />],
      }))}
    />
  )
}

function Standing({ reader, say, one }: Omit<SentStatementsProps, 'sent'> & { readonly one: SentLine }) {
  if (one.state === 'refused' && one.stone)
    return (
      <>
        <p>{say('mine.refused', { rule: reader.common(`rule.${one.stone.rule}`) })}</p>
        {one.stone.reason ? <Prose text={one.stone.reason} size="small" /> : null}
        <a href={reader.to('moderation')}>{say('mine.refused-next')}</a>
      </>
    )
  return one.state === 'waiting' ? say('mine.waits', { deadline: reader.time.deadline(one.due) }) : say('mine.lapsed')
}
