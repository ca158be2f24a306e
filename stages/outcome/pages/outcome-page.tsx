import { Actions, ButtonLink, Empty, ErrorSummary, Head, Section, Said } from '../../../ui/index.ts'
import { Account } from './account.tsx'
import { isOnlyMeasured, readingOf } from '../rules.ts'
import { findingOf, IndicatorPart } from './indicator.tsx'
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
      {problem.source === null ? (
        <Section id="surveys" title={say('page.surveys')} lead={say('page.surveys-lead')}>
          <p>
            <a class="fm-link" href={reader.to('outcome.surveys', slug)}>
              {say('page.surveys-link')}
            </a>
          </p>
          <p>
            <a class="fm-link" href={reader.to('outcome.legitimacies', slug)}>
              {say('page.legitimacies-link')}
            </a>
          </p>
        </Section>
      ) : null}
      {problem.source === null ? (
        <p>
          <a class="fm-link" href={reader.to('outcome.checklist', slug)}>
            {say('page.checklist-link')}
          </a>
        </p>
      ) : null}
      <p>
        <a class="fm-link" href={reader.to('outcome.sheet', slug)}>
          {say('page.sheet-link')}
        </a>
      </p>
      {may.prepare ? (
        <Actions>
          <ButtonLink href={reader.to('outcome.new', slug)}>{say('page.new')}</ButtonLink>
          <ButtonLink href={reader.to('outcome.account', slug)} variant="secondary">
            {say(accounts.length > 0 ? 'page.rewrite-account' : 'page.write-account')}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
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
