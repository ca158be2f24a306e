import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { decisionOwed } from '../../stages/decision/index.ts'
import { deliveryOwed } from '../../stages/delivery/index.ts'
import { inquiryOwed } from '../../stages/inquiry/index.ts'
import { handoversOwed, problemNames, problemOwed } from '../../stages/problem/index.ts'
import { byDate } from './sorted.ts'

/** Everything this place has promised with a date, the earliest first. */
export async function allOwed(visit: Visit): Promise<readonly Owed[]> {
  return fromStages(visit)
}

/** What is promised in one case. A body may owe hundreds of answers: of those only this one's are read. */
export async function owedInCase(visit: Visit, problem: Id<'problem'>): Promise<readonly Owed[]> {
  return (await fromStages(visit, problem)).filter((one) => one.problem === problem)
}

async function fromStages(visit: Visit, only?: Id<'problem'>): Promise<readonly Owed[]> {
  const lists = await Promise.all([
    decisionOwed(visit.read, visit),
    deliveryOwed(visit.read, visit),
    inquiryOwed(visit.read, visit),
    handoversOwed(visit),
    problemOwed(visit, only),
  ])
  return byDate(lists.flat())
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
