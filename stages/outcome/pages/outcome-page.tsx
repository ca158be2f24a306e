import { Actions, ButtonLink, Empty, ErrorSummary, Head, Section } from '../../../ui/index.ts'
import { Account } from './account.tsx'
import { IndicatorPart } from './indicator.tsx'
import type { OutcomePageProps } from './outcome-props.ts'

/** What came of it: each indicator before and after, then the account of public value. */
export function OutcomePage(props: OutcomePageProps) {
  const { reader, say, errors, problem, indicators, accounts, may } = props
  const slug = { problem: problem.slug }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('page.title')} lead={indicators.length > 0 ? say('page.lead') : undefined} />
      <Section id="indicators" title={say('page.indicators')}>
        {indicators.length === 0 ? <Empty title={say('page.empty')}>{say('page.empty-next')}</Empty> : null}
        {indicators.map((indicator) => (
          <IndicatorPart {...props} indicator={indicator} />
        ))}
      </Section>
      <Account {...props} />
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
