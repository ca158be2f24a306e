import type { Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { decisionOwed } from '../../stages/decision/index.ts'
import { deliveryOwed } from '../../stages/delivery/index.ts'
import { inquiryOwed } from '../../stages/inquiry/index.ts'
import { handoversOwed, problemOwed, problemsById } from '../../stages/problem/index.ts'
import { byDate } from './sorted.ts'

/** Everything this place has promised with a date, the earliest first. */
export async function allOwed(visit: Visit): Promise<readonly Owed[]> {
  const lists = await Promise.all([
    decisionOwed(visit.read, visit),
    deliveryOwed(visit.read, visit),
    inquiryOwed(visit.read, visit),
    handoversOwed(visit),
    problemOwed(visit),
  ])
  return byDate(lists.flat())
}

export type OwedInCase = Owed & { readonly question: string }

/** With the question of the case each is owed in: a title alone does not say what it is about. */
export async function inCases(visit: Visit, owed: readonly Owed[]): Promise<readonly OwedInCase[]> {
  const problems = await problemsById(visit.read, [...new Set(owed.flatMap((one) => one.problem ?? []))])
  const questions = new Map(problems.map(({ id, question }) => [id, question]))
  return owed.map((one) => ({ ...one, question: (one.problem && questions.get(one.problem)) ?? '' }))
}
