import type { Reader } from '../../../../platform/http/index.ts'
import { Section, Table } from '../../../../ui/index.ts'
import type { SayRecord } from '../messages/words.ts'
import { windowDays } from '../rules.ts'

export type HandsPartProps = {
  readonly reader: Reader
  readonly say: SayRecord
  readonly rows: readonly {
    readonly problem: { readonly slug: string }
    readonly title: string
    readonly framing: number
    readonly presence: number
  }[]
}

/** From afar and from within, case by case. How much she spoke nobody has measured: it is unknown, not zero. */
export function HandsPart({ reader, say, rows }: HandsPartProps) {
  return (
    <Section id="hands" title={say('hands.title')} size="aside" lead={say('hands.lead', { days: windowDays })}>
      <Table
        caption={say('hands.title')}
        isCaptionHidden
        columns={[
          { label: say('hands.case'), width: 'most' },
          { label: say('hands.framing'), isNumber: true },
          { label: say('hands.presence'), isNumber: true },
          { label: say('hands.talk') },
        ]}
        rows={rows.map(({ problem, title, framing, presence }) => ({
          cells: [
            <a href={reader.to('journey', { problem: problem.slug })}>{title}</a>,
            String(framing),
            String(presence),
            reader.common('unknown'),
          ],
        }))}
      />
    </Section>
  )
}
