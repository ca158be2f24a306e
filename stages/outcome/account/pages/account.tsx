import {
  Button,
  Details,
  Form,
  HiddenField,
  Linked,
  PersonChip,
  Prose,
  Section,
  Stack,
  StaffNote,
  StateTag,
  SummaryList,
  type PersonChipProps,
} from '../../../../ui/index.ts'
import { moneyWords } from '../../money.ts'
import type { ValueAccount } from '../store.ts'
import type { OutcomePageProps } from '../../pages/outcome-props.ts'

export type AccountProps = Pick<OutcomePageProps, 'reader' | 'say' | 'problem' | 'accounts' | 'people' | 'authors'> & {
  readonly may: { readonly sign: boolean }
  /** On its own page it needs no title, and no way to the other versions. */
  readonly isWhole?: boolean | undefined
}

/** The account of public value: the signed one first; what is only prepared says so. */
export function Account(props: AccountProps) {
  const { reader, say, problem, accounts, may, isWhole = false } = props
  const signed = accounts.find((account) => account.signedAt !== null || account.source !== null)
  const latest = accounts[0]
  const draft = latest && latest !== signed ? latest : undefined
  if (!latest) return null
  return (
    <Section
      id="account"
      title={say(isWhole ? 'account.latest' : 'account.title')}
      lead={isWhole ? undefined : say('account.lead')}
      more={
        isWhole
          ? undefined
          : { href: reader.to('outcome.account', { problem: problem.slug }), text: say('account.all') }
      }
    >
      {signed ? <Words {...props} account={signed} /> : null}
      {draft ? (
        <Details summary={say('account.draft', { version: draft.version })} isOpen={!signed}>
          <Words {...props} account={draft} />
          {may.sign ? <SignForm {...props} account={draft} /> : null}
        </Details>
      ) : null}
    </Section>
  )
}

type WordsProps = AccountProps & { readonly account: ValueAccount }

export function Words(props: WordsProps) {
  const { reader, say, account, authors } = props
  const by = {
    name: (account.preparedBy && authors.get(account.preparedBy)?.name) ?? '',
    day: reader.time.day(account.preparedAt),
  }
  return (
    <Stack>
      <Signature {...props} />
      {account.isStaffText ? (
        <StaffNote label={reader.common('staff')} by={say('account.prepared', by)}>
          <Lines {...props} />
        </StaffNote>
      ) : (
        <Lines {...props} />
      )}
    </Stack>
  )
}

function Signature({ reader, say, account, people }: WordsProps) {
  if (account.source) {
    return (
      <p class="fm-mini">
        {reader.common('source')}: <Linked text={account.source} />
      </p>
    )
  }
  const person = account.signedPerson ? people.get(account.signedPerson) : undefined
  if (!person || !account.signedAt) {
    return (
      <p>
        <StateTag icon="clock" color="brand1">
          {say('account.not-signed')}
        </StateTag>
      </p>
    )
  }
  const shown: PersonChipProps = {
    name: person.name,
    role: 'politician',
    line: [person.role, person.party].filter(Boolean).join(' · '),
    href: reader.to('person', { person: person.slug }),
  }
  return (
    <Stack gap="2">
      <PersonChip {...shown} />
      <p class="fm-mini">{say('account.signed', { day: reader.time.day(account.signedAt) })}</p>
    </Stack>
  )
}

function Lines({ reader, say, account }: WordsProps) {
  const unknown = reader.common('unknown')
  const { costMinor, costCurrency, costWords } = account
  const cost =
    costMinor !== null && costCurrency ? moneyWords(costMinor, { currency: costCurrency, lang: reader.lang }) : unknown
  const text = (words: string) => (words ? <Prose text={words} /> : unknown)
  return (
    <SummaryList
      rows={[
        { term: say('account.for'), value: text(account.intendedFor) },
        { term: say('account.came'), value: text(account.whatCame) },
        { term: say('account.cost'), value: costWords ? `${cost}. ${costWords}` : cost },
        { term: say('account.authority'), value: text(account.authorityUsed) },
        { term: say('account.benefits'), value: text(account.whoBenefits ?? '') },
        { term: say('account.pays'), value: text(account.whoPays ?? '') },
        { term: say('account.side-effects'), value: text(account.sideEffects) },
        { term: say('account.fairness'), value: text(account.fairness) },
      ]}
    />
  )
}

function SignForm({ reader, say, problem, account }: WordsProps) {
  return (
    <Form action={reader.to('outcome.sign-account', { problem: problem.slug })} label={say('account.sign')}>
      <HiddenField name="version" value={String(account.version)} />
      <p class="fm-small">{say('account.sign-lead', { name: reader.actor.name })}</p>
      <Button>{say('account.sign')}</Button>
    </Form>
  )
}
