import { FactList, Section } from '../../../ui/index.ts'
import type { PeoplePageProps } from './props.ts'

/** The composition rule as the mandate set it (R9). */
export function RuleList({ say, reader, problem, arena }: PeoplePageProps) {
  const { mandate, rule, setUp } = arena
  if (!mandate) return null
  const rows = [
    {
      term: say('page.rule-politicians'),
      value: rule.politicians === null ? reader.common('unknown') : String(rule.politicians),
    },
    {
      term: say('page.rule-citizens'),
      value: rule.citizens === null ? reader.common('unknown') : String(rule.citizens),
    },
    ...(rule.minGenderShare === null
      ? []
      : [{ term: say('page.rule-gender'), value: say('page.rule-share', { share: rule.minGenderShare }) }]),
    ...(setUp?.confirmedAt
      ? [
          ...(setUp.isOnePerHousehold
            ? [{ term: say('page.rule-household'), value: say('page.rule-household-one') }]
            : []),
          { term: say('page.rule-answer'), value: say('page.rule-answer-days', { days: setUp.answerDays }) },
          ...(setUp.forgetOn ? [{ term: say('page.rule-forget'), value: reader.time.day(setUp.forgetOn) }] : []),
        ]
      : []),
  ]
  return (
    <Section id="rule" title={say('page.rule')} size="aside">
      <FactList rows={rows} />
      <p class="fm-mini">
        <a class="fm-link" href={reader.to('mandate.page', { problem: problem.slug })}>
          {say('page.rule-source')}
        </a>
      </p>
    </Section>
  )
}
