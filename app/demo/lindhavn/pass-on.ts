import type { Database } from '../../../platform/db/index.ts'
import { answersOf, carryReferral } from '../../../stages/decision/index.ts'
import { outsOf } from '../../../stages/decision/referrals/store.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import type { Lindhavn } from './found.ts'

/** What the job would have done that evening. The one that lies on the queue since finds it done: it may run twice. */
export async function carryPassedOn(evening: Database, { place }: Lindhavn, problem: Problem): Promise<void> {
  const read = evening.read(place.id)
  for (const { answer } of await answersOf(read, problem.id)) {
    for (const { id, to, state } of answer ? await outsOf(read, answer.id) : []) {
      if (state !== 'sent') continue
      for (const way of ['there', 'back'] as const) await carryReferral(evening, { way, from: place.id, to, id })
    }
  }
}
