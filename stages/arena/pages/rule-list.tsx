import { FactList, Section } from '../../../ui/index.ts'
import type { PeoplePageProps } from './props.ts'

/** The composition rule as the mandate set it (R9). */
export function RuleList({ say, reader, problem, arena }: PeoplePageProps) {
  const { mandate } = arena
  if (!mandate) return null
  const rows = [
    {
      term: say('page.rule-politicians'),
      value: mandate.politicians === null ? reader.common('unknown') : String(mandate.politicians),
    },
    {
      term: say('page.rule-citizens'),
      value: mandate.citizens === null ? reader.common('unknown') : String(mandate.citizens),
    },
    ...(mandate.minGenderShare === null
      ? []
      : [{ term: say('page.rule-gender'), value: say('page.rule-share', { share: mandate.minGenderShare }) }]),
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
