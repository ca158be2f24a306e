import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { decisionOwed } from '../../stages/decision/index.ts'
import { deliveryOwed } from '../../stages/delivery/index.ts'
import { inquiryOwed } from '../../stages/inquiry/index.ts'
import { debtCounts, handoversOwed, problemNames, problemOwed } from '../../stages/problem/index.ts'
import { byDate, sorted } from './sorted.ts'

/** On the page of everything that is owed: so many debts of bodies, the ones due first and those given last. */
const most = { open: 200, given: 200 } as const

/** Everything this place has promised with a date, the earliest first. */
export async function allOwed(visit: Visit): Promise<readonly Owed[]> {
  return byDate((await Promise.all([byOthers(visit), problemOwed(visit, most)])).flat())
}

/** What is promised in these cases. A body may owe hundreds of answers: of those only theirs are read. */
export async function owedInCases(visit: Visit, problems: readonly Id<'problem'>[]): Promise<readonly Owed[]> {
  if (problems.length === 0) return []
  const [others, debts] = await Promise.all([byOthers(visit), problemOwed(visit, { problems })])
  const these = new Set(problems)
  return byDate([...others, ...debts].filter(({ problem }) => problem !== null && these.has(problem)))
}

/** What is promised by name: what a body owes for a problem is nobody's own. */
export async function owedByPerson(visit: Visit, name: string): Promise<readonly Owed[]> {
  return byDate((await byOthers(visit)).filter(({ owner }) => owner === name))
}

export type OwedAtHome = {
  /** Due first, overdue ones before all. */
  readonly pressing: readonly Owed[]
  readonly counts: { readonly done: number; readonly due: number; readonly all: number; readonly late: number }
  readonly inThese: readonly Owed[]
}

/** What presses most, what is promised in these cases, and how much of all is kept: the debts of bodies are only counted. */
export async function owedAtHome(
  visit: Visit,
  { limit, problems }: { readonly limit: number; readonly problems: readonly Id<'problem'>[] },
): Promise<OwedAtHome> {
  const [others, next, debts, counted] = await Promise.all([
    byOthers(visit),
    problemOwed(visit, { open: limit, given: 0 }),
    problemOwed(visit, { problems }),
    debtCounts(visit.read, visit.now),
  ])
  const { late, coming, done } = sorted(others, visit.now)
  const [lateAll, doneAll] = [late.length + counted.late, done.length + counted.given]
  const these = new Set(problems)
  return {
    pressing: byDate([...late, ...coming, ...next]).slice(0, limit),
    counts: {
      done: doneAll,
      due: doneAll + lateAll,
      all: others.length + counted.open + counted.given,
      late: lateAll,
    },
    inThese: byDate([...others.filter(({ problem }) => problem !== null && these.has(problem)), ...debts]),
  }
}

async function byOthers(visit: Visit): Promise<readonly Owed[]> {
  const lists = await Promise.all([
    decisionOwed(visit.read, visit),
    deliveryOwed(visit.read, visit),
    inquiryOwed(visit.read, visit),
    handoversOwed(visit),
  ])
  return lists.flat()
}

export type OwedInCase = Owed & { readonly question: string }

/** With the question of the case each is owed in: a title alone does not say what it is about. */
export async function inCases(visit: Visit, owed: readonly Owed[]): Promise<readonly OwedInCase[]> {
  const named = await problemNames(
    visit.read,
    owed.flatMap((one) => one.problem ?? []),
  )
  return owed.map((one) => ({
    ...one,
    question: one.question ?? ((one.problem && named.get(one.problem)?.question) || ''),
  }))
}
