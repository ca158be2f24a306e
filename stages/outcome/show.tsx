import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { packageOf } from '../decision/index.ts'
import { commitmentsOf } from '../delivery/index.ts'
import { problemBySlug } from '../problem/index.ts'
import { accountsShown, maySignNow } from './account/show.tsx'
import { outcomeCrumbs } from './crumbs.ts'
import { outcomeWords } from './messages/words.ts'
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
  const [indicators, { accounts, people, authors }, pack] = await Promise.all([
    store.indicatorsOf(visit.read, problem.id),
    accountsShown(visit, problem.id),
    packageOf(visit.read, problem.id),
  ])
  const say = outcomeWords.say(visit.lang)
  const body = pack?.body ?? null
  const { isTold } = visit.jurisdiction
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
          sign: maySignNow(visit, { body, latest: accounts[0] }),
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
