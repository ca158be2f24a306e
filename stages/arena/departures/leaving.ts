import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Tx } from '../../../platform/db/index.ts'
import { problemsById } from '../../problem/index.ts'
import { leaveIn } from '../acceptances/leaving.ts'
import { loadArena } from '../arena.ts'
import { withdrawIn } from '../changing.ts'
import { eraseTold } from '../forgetting/erase-store.ts'
import { everyCaseOf, eraseWords } from './store.ts'

/**
 * Somebody deletes her account: her seats are free, what she asked for is taken back, and what she told of herself is erased. What
 * she wrote together with a group stays.
 */
export async function leaveArenas(tx: Tx, account: Id<'account'>): Promise<void> {
  const actor: Actor = { jurisdiction: tx.jurisdiction, account, person: null, name: '', assurance: 'low', roles: [] }
  const cases = await everyCaseOf(tx, account)
  for (const id of cases) await lockExclusive(tx, id) // in the order of their ids, as two cases always are
  for (const problem of await problemsById(tx, cases)) {
    const arena = await loadArena(tx, problem)
    await leaveIn(tx, { problem, arena }, { actor, words: '' }) // without a seat it changes nothing
    await withdrawIn(tx, problem.id, actor) // nor without an application that waits
  }
  await eraseWords(tx, account)
  await eraseTold(tx, [account])
}
