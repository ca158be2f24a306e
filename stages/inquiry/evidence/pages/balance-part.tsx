import { BarChart, Section } from '../../../../ui/index.ts'
import type { Balance } from '../balance.ts'
import type { SayEvidence } from '../messages/words.ts'

export type BalancePartProps = {
  readonly say: SayEvidence
  readonly lang: string
  readonly balance: Balance
  readonly isTold: boolean
}

/** From which sides the answers come, drawn and as a table, with the sentence that names what is missing. */
export function BalancePart({ say, lang, isTold, balance: { counts, missing, total, dominates } }: BalancePartProps) {
  const list = new Intl.ListFormat(lang, { type: 'conjunction' })
  const number = new Intl.NumberFormat(lang)
  return (
    <Section id="balance" title={say('balance.title')} size="aside">
      <p>
        {missing.length > 0
          ? say(isTold ? 'balance.told-missing' : 'balance.missing', {
              sides: list.format(missing.map((side) => say(`side.${side}`).toLocaleLowerCase(lang))),
            })
          : say('balance.complete')}
      </p>
      <BarChart
        id="balance-chart"
        title={
          dominates ? say('balance.dominates', { side: say(`side.${dominates}`) }) : say('balance.finding', { total })
        }
        unit={say('balance.unit')}
        bars={counts.map(({ side, count }) => ({
          label: say(`side.${side}`),
          value: count,
          words: number.format(count),
        }))}
        table={{ open: say('balance.table'), label: say('balance.side'), value: say('balance.answers') }}
      />
    </Section>
  )
}
