import { Actions, ButtonLink, Empty, ErrorSummary, Head, List, Section, Said } from '../../../ui/index.ts'
import { Account } from '../account/pages/account.tsx'
import { isOnlyMeasured, readingOf } from '../rules.ts'
import { findingOf } from './indicator-chart.tsx'
import { IndicatorPart } from './indicator.tsx'
import { ToldMeasurements } from './told-measurements.tsx'
import type { OutcomePageProps } from './outcome-props.ts'

/** What came of it: each indicator before and after, then the account of public value. */
export function OutcomePage(props: OutcomePageProps) {
  const { reader, say, errors, problem, indicators, accounts, may } = props
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={finding(props)}
      >
        {indicators.some((one) => !isOnlyMeasured(one)) ? <p class="fm-mini">{say('page.lead')}</p> : null}
      </Head>
      <Section id="indicators" title={say('page.indicators')}>
        {indicators.length === 0 ? (
          <Empty title={say(problem.source === null ? 'page.empty' : 'page.empty-told')}>
            {say(problem.source === null ? 'page.empty-next' : 'page.empty-told-next')}
          </Empty>
        ) : null}
        <ToldMeasurements {...props} />
        {indicators
          .filter((one) => !isOnlyMeasured(one))
          .map((indicator) => (
            <IndicatorPart {...props} indicator={indicator} />
          ))}
      </Section>
      <Account {...props} />
      <Elsewhere {...props} />
      {may.prepare ? (
        <Actions>
          <ButtonLink href={reader.to('outcome.new', slug)}>{say('page.new')}</ButtonLink>
          <ButtonLink href={reader.to('outcome.prepare-account', slug)} variant="secondary">
            {say(accounts.length > 0 ? 'page.rewrite-account' : 'page.write-account')}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  )
}

/** Where the rest stands: what people say, the figures, the checklist, and all of it on one sheet. */
function Elsewhere({ reader, say, problem }: OutcomePageProps) {
  const slug = { problem: problem.slug }
  const link = (href: string, words: string) => (
    <a class="fm-link" href={href}>
      {words}
    </a>
  )
  const sheet = link(reader.to('outcome.sheet', slug), say('page.sheet-link'))
  if (problem.source !== null) return <p>{sheet}</p>
  return (
    <Section id="surveys" title={say('page.surveys')} lead={say('page.surveys-lead')}>
      <List
        items={[
          link(reader.to('outcome.surveys', slug), say('page.surveys-link')),
          link(reader.to('outcome.legitimacies', slug), say('page.legitimacies-link')),
          link(reader.to('outcome.checklist', slug), say('page.checklist-link')),
          sheet,
        ]}
      />
    </Section>
  )
}

/** What was found, before anything is scrolled: the first indicator that was measured, and how many reached their target. */
function finding(props: OutcomePageProps): string | undefined {
  const { say, indicators } = props
  const measured = indicators.filter(({ measurements }) => measurements.length > 0)
  const [first] = measured
  if (indicators.length === 0) return undefined
  if (indicators.every(isOnlyMeasured)) return say('sourced.lead')
  if (!first) return say('page.not-measured', { count: indicators.length })
  if (measured.length === 1) return `${findingOf(props, first)}.`
  const reached = measured.filter(
    ({ baselineValue, targetValue, measurements }) =>
      readingOf(baselineValue, targetValue, measurements.at(-1)?.value) === 'reached',
  )
  return say('page.reached', { reached: reached.length, count: measured.length })
}
