import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Byline } from '../../../platform/identity/index.ts'
import { Actions, ButtonLink, Empty, ErrorSummary, Head, Section, type Errors } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { SayOutcome } from '../messages/words.ts'
import type { Indicator, ValueAccount } from '../store.ts'
import { Account } from './account.tsx'
import { IndicatorPart } from './indicator.tsx'

export type OutcomePageProps = {
  readonly reader: Reader
  readonly say: SayOutcome
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly problem: Problem
  readonly indicators: readonly Indicator[]
  readonly accounts: readonly ValueAccount[]
  readonly people: ReadonlyMap<Id<'person'>, Politician>
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly may: { readonly prepare: boolean; readonly measure: boolean; readonly sign: boolean }
}

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
        {indicators.map((indicator) => <IndicatorPart {...props} indicator={indicator} />)}
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
