import { politiciansById } from '../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { packageOf } from '../decision/index.ts'
import { commitmentsOf } from '../delivery/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { outcomeWords } from './messages/words.ts'
import { majorOf } from './money.ts'
import { AccountPage } from './pages/account-page.tsx'
import { NewIndicatorPage } from './pages/new-indicator-page.tsx'
import { OutcomePage } from './pages/outcome-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

type AtProblem = Visit & { readonly params: { readonly problem: string } }

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'baseline-day-needed': 'baselineOn',
  'baseline-source-needed': 'baselineSource',
  'baseline-value-needed': 'baselineValue',
  'day-in-future': 'baselineOn',
  'no-such-commitment': 'commitments',
  'currency-needed': 'currency',
}

/** The field a refusal is about; '' where it is about the act as a whole. */
export function fieldOf(refusal: string): string {
  return fieldsOfRefusals[refusal] ?? ''
}

function crumbs(visit: Visit, problem: Problem) {
  return [
    ...problemCrumbs(visit, problem),
    { text: outcomeWords.say(visit.lang)('page.title'), href: visit.to('outcome.page', { problem: problem.slug }) },
  ]
}

export async function outcomePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [indicators, accounts, pack] = await Promise.all([
    store.indicatorsOf(visit.read, problem.id),
    store.accountsOf(visit.read, problem.id),
    packageOf(visit.read, problem.id),
  ])
  const [people, authors] = await Promise.all([
    politiciansById(
      visit.read,
      accounts.flatMap((account) => account.signedPerson ?? []),
    ),
    bylines(
      visit.read,
      accounts.map((account) => account.preparedBy),
    ),
  ])
  const say = outcomeWords.say(visit.lang)
  const body = pack?.body ?? null
  const { isTold } = visit.jurisdiction
  const latest = accounts[0]
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <OutcomePage
        reader={visit}
        typed={visit.form.typed}
        {...{ say, errors, problem, indicators, accounts, people, authors }}
        may={{
          prepare: !isTold && rules.mayPrepareHere(body, visit.actor),
          measure: !isTold && rules.mayMeasureHere(body, visit.actor),
          sign:
            !isTold &&
            rules.signAccount({ body, account: latest && { isSigned: latest.signedAt !== null } }, visit.actor).ok,
        }}
      />
    ),
  })
}

export async function newPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = outcomeWords.say(visit.lang)
  return page({
    title: say('new.title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NewIndicatorPage
        reader={visit}
        typed={visit.form.typed}
        commitments={await commitmentsOf(visit.read, problem.id)}
        action={visit.to('outcome.intend', { problem: problem.slug })}
        {...{ say, errors }}
      />
    ),
  })
}

export async function accountPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = outcomeWords.say(visit.lang)
  const latest = (await store.accountsOf(visit.read, problem.id))[0]
  const cost =
    latest && latest.costMinor !== null && latest.costCurrency
      ? String(majorOf(latest.costMinor, latest.costCurrency))
      : ''
  return page({
    title: say('write.title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AccountPage
        reader={visit}
        typed={visit.form.typed}
        action={visit.to('outcome.write-account', { problem: problem.slug })}
        {...{ say, errors, latest, cost }}
      />
    ),
  })
}
