import { Actions, ButtonLink, Details, Empty, Head, Said, Section } from '../../../../ui/index.ts'
import { Account, Words, type AccountProps } from './account.tsx'

export type AccountPageProps = Omit<AccountProps, 'may'> & {
  readonly may: { readonly prepare: boolean; readonly sign: boolean }
}

/** The account of public value by itself: what counts, what waits, and every version that was signed before. */
export function AccountPage(props: AccountPageProps) {
  const { reader, say, problem, accounts, may } = props
  const [, ...earlier] = accounts.filter(({ signedAt, source }) => signedAt !== null || source !== null)
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('account.title')}
        lead={say('account.lead')}
      />
      {accounts.length === 0 ? (
        <Empty title={say('account.none')} level={2}>
          {say('account.none-next')}
        </Empty>
      ) : null}
      <Account {...props} isWhole />
      {earlier.length > 0 ? (
        <Section id="earlier" title={say('account.earlier')} lead={say('account.earlier-lead')}>
          {earlier.map((account) => (
            <Details summary={say('account.version', { version: account.version })}>
              <Words {...props} account={account} />
            </Details>
          ))}
        </Section>
      ) : null}
      {may.prepare ? (
        <Actions>
          <ButtonLink href={reader.to('outcome.prepare-account', { problem: problem.slug })} variant="secondary">
            {say(accounts.length > 0 ? 'page.rewrite-account' : 'page.write-account')}
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  )
}
