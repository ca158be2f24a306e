import { holds } from '@folkmoot/basics/actor.ts'
import { ButtonLink, List, Section } from '../../../../ui/index.ts'
import type { ProblemPageProps } from '../../pages/problem-props.ts'

/** A politician's ways into a problem, in words a councillor understands: take it up, put it differently, hand it on. */
export function WaysIn({ reader, saySponsor: say, problem, isSponsor, levels, business, may }: ProblemPageProps) {
  if (problem.source !== null || problem.mergedInto !== null || !holds(reader.actor, 'politician')) return null
  const slug = { problem: problem.slug }
  const isNamed = reader.actor.person !== null && problem.named.includes(reader.actor.person)
  const hasMandate = business.some(({ why }) => why === 'mandate')
  const ways = [
    ...(isSponsor
      ? [
          hasMandate
            ? { text: say('mine.adopted'), lead: say('mine.adopted-text'), href: reader.to('mandate.page', slug) }
            : { text: say('mine.mandate'), lead: say('mine.mandate-text'), href: reader.to('mandate.edit', slug) },
        ]
      : []),
    ...(may.sponsor ? [{ text: say('ways.take'), lead: say('ways.take-text'), href: '#take-up' }] : []),
    {
      text: say('ways.behind'),
      lead: say('ways.behind-text'),
      href: `${reader.to('problem.reframing', slug)}?kind=another-problem`,
    },
    ...(levels.mayAsk
      ? [{ text: say('ways.level'), lead: say('ways.level-text'), href: reader.to('problem.handing-over', slug) }]
      : []),
  ]
  return (
    <Section id="ways-in" title={isSponsor && !isNamed ? say('mine.title') : say('ways.title')} size="mid">
      <List
        items={ways.map(({ text, lead, href }, i) => (
          <div class="fm-stack fm-stack--2">
            <p class="fm-small">{lead}</p>
            <div class="fm-act">
              <ButtonLink href={href} variant={i === 0 ? 'primary' : 'secondary'}>
                {text}
              </ButtonLink>
            </div>
          </div>
        ))}
      />
    </Section>
  )
}
