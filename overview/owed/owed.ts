import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed, OwedAsked, OwedCounts } from '../../platform/thread/index.ts'
import { decisionOwed, decisionOwedCounts, referralsOwed } from '../../stages/decision/index.ts'
import { deliveryOwed, deliveryOwedBy, deliveryOwedCounts } from '../../stages/delivery/index.ts'
import { inquiryOwed } from '../../stages/inquiry/index.ts'
import { debtCounts, handoversOwed, problemNames, problemOwed } from '../../stages/problem/index.ts'
import type { OwedFilter } from './filter.ts'
import { byDate, isTooLate, sorted } from './sorted.ts'

/** Of everything that is owed, of each kind so many: the ones due first and those that were over last. A page shows what presses; a file, a feed and who asks for all get more. */
export const pressingOwed = { open: 40, given: 20 } as const
export const most = { open: 1000, given: 300 } as const

/** How much of all is kept. Lists show what presses; a place that has kept its record for twenty years is counted, not listed. */
export type OwedSum = {
  readonly done: number
  /** Of those done, how many after their day. */
  readonly tooLate: number
  readonly due: number
  readonly all: number
  readonly late: number
}

export type AllOwed = {
  /** The earliest first. */
  readonly owed: readonly Owed[]
  readonly sum: OwedSum
}

type HowMuch = { readonly open: number; readonly given: number }

/** What this place has promised with a date. */
export async function allOwed(visit: Visit, howMuch: HowMuch = most): Promise<AllOwed> {
  const [owed, asked, sum] = await Promise.all([ofStages(visit, howMuch), ofQuestions(visit), sumOf(visit)])
  return { owed: byDate([...owed, ...asked]), sum: withAsked(visit, sum, asked) }
}

/** Of a body all that is open is looked through: what presses most in the place may be another's. */
const mostOfBody = { open: 2000, given: 300 } as const

/** What one body, or one politician, or she in that body has promised with a date. */
export async function owedBy(visit: Visit, { body, person }: OwedFilter): Promise<AllOwed> {
  const all = person
    ? await owedByPerson(visit, person.id, person.name)
    : [...(await ofStages(visit, mostOfBody)), ...(await ofQuestions(visit))]
  const owed = byDate(
    all.filter((one) => body === null || one.body === body.id || (!one.body && one.owner === body.name)),
  )
  const { late, done } = sorted(owed, visit.now)
  const sum = {
    done: done.length,
    tooLate: done.filter(isTooLate).length,
    due: done.length + late.length,
    all: owed.length,
    late: late.length,
  }
  return { owed, sum }
}

/** What is promised in these cases. */
export async function owedInCases(visit: Visit, problems: readonly Id<'problem'>[]): Promise<readonly Owed[]> {
  if (problems.length === 0) return []
  const [owed, asked] = await Promise.all([ofStages(visit, { problems }), ofQuestions(visit)])
  const these = new Set(problems)
  return byDate([...owed, ...asked.filter(({ problem }) => problem !== null && these.has(problem))])
}

/** What is promised by name: what a body owes for a problem is nobody's own. */
export async function owedByPerson(visit: Visit, person: Id<'person'>, name: string): Promise<readonly Owed[]> {
  const [promised, asked] = await Promise.all([deliveryOwedBy(visit, person, most), ofQuestions(visit)])
  return byDate([...promised, ...asked.filter(({ owner }) => owner === name)])
}

export type OwedAtHome = {
  /** Due first, overdue ones before all. */
  readonly pressing: readonly Owed[]
  readonly counts: OwedSum
  readonly inThese: readonly Owed[]
}

/** What presses most, what is promised in these cases, and how much of all is kept. */
export async function owedAtHome(
  visit: Visit,
  { limit, problems }: { readonly limit: number; readonly problems: readonly Id<'problem'>[] },
): Promise<OwedAtHome> {
  const [next, its, asked, sum] = await Promise.all([
    ofStages(visit, { open: limit, given: 0 }),
    ofStages(visit, { problems }),
    ofQuestions(visit),
    sumOf(visit),
  ])
  const { late, coming } = sorted([...next, ...asked], visit.now)
  const these = new Set(problems)
  return {
    pressing: [...late, ...coming].slice(0, limit),
    counts: withAsked(visit, sum, asked),
    inThese: byDate([...its, ...asked.filter(({ problem }) => problem !== null && these.has(problem))]),
  }
}

async function ofStages(visit: Visit, asked: OwedAsked): Promise<readonly Owed[]> {
  const lists = await Promise.all([decisionOwed(visit, asked), deliveryOwed(visit, asked), problemOwed(visit, asked)])
  return lists.flat()
}

/** Questions, hand-overs and what was passed on that wait for an answer. */
async function ofQuestions(visit: Visit): Promise<readonly Owed[]> {
  return (await Promise.all([inquiryOwed(visit.read, visit), handoversOwed(visit), referralsOwed(visit)])).flat()
}

type Counted = OwedCounts & { readonly tooLate: number }

async function sumOf(visit: Visit): Promise<Counted> {
  const [decision, delivery, debts] = await Promise.all([
    decisionOwedCounts(visit),
    deliveryOwedCounts(visit),
    debtCounts(visit.read, visit.now),
  ])
  return {
    open: decision.open + delivery.open + debts.open,
    late: decision.late + delivery.late + debts.late,
    given: decision.given + delivery.given + debts.given,
    tooLate: debts.tooLate,
  }
}

/** With the questions, which are few enough to be counted where they are listed. */
function withAsked(visit: Visit, counted: Counted, asked: readonly Owed[]): OwedSum {
  const its = sorted(asked, visit.now)
  const [late, done] = [counted.late + its.late.length, counted.given + its.done.length]
  return {
    done,
    tooLate: counted.tooLate + its.done.filter(isTooLate).length,
    due: done + late,
    all: counted.open + counted.given + asked.length,
    late,
  }
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
