import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { List, SummaryList } from '../../../../ui/index.ts'
import type { SayAgenda } from '../messages/words.ts'
import type { RuleTerms } from '../rules.ts'

export type RuleWordsProps = {
  readonly say: SayAgenda
  readonly rule: RuleTerms
  readonly body: string
  /** The day since which it holds. */
  readonly since: string
}

/** The rule as people read it: who must answer, at how many supports, by when. */
export function RuleWords({ say, rule, body, since }: RuleWordsProps) {
  return (
    <SummaryList
      rows={[
        { term: say('rule.body'), value: body },
        {
          term: say('rule.thresholds'),
          value: <List items={rule.rungs.map(({ threshold, owes }) => say(`rung.${owes}`, { count: threshold }))} />,
        },
        { term: say('rule.answer'), value: spanOf(say, rule.answer) },
        { term: say('rule.window'), value: rule.window ? spanOf(say, rule.window) : say('rule.no-window') },
        { term: say('rule.who'), value: `${say(`open-to.${rule.openTo}`)} ${say(`assurance.${rule.leastAssurance}`)}` },
        { term: say('rule.again'), value: againOf(say, rule) },
        { term: say('rule.reference'), value: rule.reference },
        { term: say('rule.since'), value: since },
      ]}
    />
  )
}

export function spanOf(say: SayAgenda, { count, unit }: DeadlineRule): string {
  return say(`span.${unit}`, { count })
}

export function againOf(say: SayAgenda, rule: Pick<RuleTerms, 'againAfterMonths' | 'againWithNewFacts'>): string {
  const after = say('again.after', { count: rule.againAfterMonths })
  return rule.againWithNewFacts && rule.againAfterMonths > 0 ? `${after} ${say('again.new-facts')}` : after
}
