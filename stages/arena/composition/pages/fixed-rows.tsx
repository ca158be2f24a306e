import { FactList, Section } from '../../../../ui/index.ts'
import type { StepProps } from './props.ts'

/** What the body has fixed, so that nobody looks for a field for it. */
export function FixedRows({
  say,
  reader,
  problem,
  mandate,
}: Pick<StepProps, 'say' | 'reader' | 'problem' | 'mandate'>) {
  const rows = [
    ...(mandate.politicians === null ? [] : [{ term: say('rule.politicians'), value: String(mandate.politicians) }]),
    ...(mandate.citizens === null ? [] : [{ term: say('rule.citizens'), value: String(mandate.citizens) }]),
    ...(mandate.minGenderShare === null
      ? []
      : [{ term: say('rule.gender'), value: say('rule.share', { share: mandate.minGenderShare }) }]),
  ]
  if (rows.length === 0) return null
  return (
    <Section
      id="fixed"
      title={say('rule.fixed')}
      size="mid"
      more={{ href: reader.to('mandate.page', { problem: problem.slug }), text: say('rule.to-mandate') }}
    >
      <FactList rows={rows} />
    </Section>
  )
}
