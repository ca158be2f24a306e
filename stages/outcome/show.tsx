import { politiciansById } from '../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { packageOf } from '../decision/index.ts'
import { commitmentsOf } from '../delivery/index.ts'
import { problemBySlug } from '../problem/index.ts'
import * as accountStore from './account-store.ts'
import { outcomeCrumbs } from './crumbs.ts'
import { outcomeWords } from './messages/words.ts'
import { majorOf } from './money.ts'
import { AccountPage } from './pages/account-page.tsx'
import { CorrectPage } from './pages/correct-page.tsx'
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

const fieldsOfMeasuring: Readonly<Record<string, string>> = {
  'day-in-future': 'on',
  'measured-already': 'on',
  'value-outside-range': 'low',
  'nothing-corrected': 'value',
}

/** The same where what was measured is refused. */
export function fieldOfMeasurement(refusal: string): string {
  return fieldsOfMeasuring[refusal] ?? ''
}

export async function outcomePage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [indicators, accounts, pack] = await Promise.all([
    store.indicatorsOf(visit.read, problem.id),
    accountStore.accountsOf(visit.read, problem.id),
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
    crumbs: outcomeCrumbs(visit, problem),
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
    crumbs: outcomeCrumbs(visit, problem),
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

type AtMeasurement = AtProblem & { readonly params: { readonly number: string; readonly measurement: string } }

export async function correctPage(visit: AtMeasurement, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [number, which] = [Number(visit.params.number), Number(visit.params.measurement)]
  const indicator = (await store.indicatorsOf(visit.read, problem.id)).find((one) => one.number === number)
  const measurement = indicator && store.measurementIn(indicator, which)
  if (!indicator || !measurement) return notFound()
  const say = outcomeWords.say(visit.lang)
  return page({
    title: `${say('correct.title')}: ${indicator.name}`,
    crumbs: outcomeCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <CorrectPage
        reader={visit}
        typed={visit.form.typed}
        action={visit.to('outcome.correct', { problem: problem.slug, number, measurement: which })}
        {...{ say, errors, indicator, measurement }}
      />
    ),
  })
}

export async function accountPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = outcomeWords.say(visit.lang)
  const latest = (await accountStore.accountsOf(visit.read, problem.id))[0]
  const cost =
    latest && latest.costMinor !== null && latest.costCurrency
      ? String(majorOf(latest.costMinor, latest.costCurrency))
      : ''
  return page({
    title: say('write.title'),
    crumbs: outcomeCrumbs(visit, problem),
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
