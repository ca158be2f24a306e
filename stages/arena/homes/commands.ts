import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { putLivesThere } from '../application-store.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { applicationsOf } from '../store.ts'
import * as rules from './rules.ts'

export type LookUpInput = {
  readonly slug: string
  /** Numbers of the applications the clerk saw together. */
  readonly seen: readonly number[]
  /** Those of them who live together; the others count each for herself. */
  readonly livingThere: readonly number[]
}

/** What the clerk found of those who gave one address. Who gave it since is not among them, and is looked up too. */
export function lookUpHome(
  database: Database,
  actor: Actor,
  { slug, seen, livingThere }: LookUpInput,
): Promise<Result<null, Refusal<rules.LookUpRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const all = rules.sharedAddresses(await applicationsOf(tx, problem.id))
    const shared = all.find((ones) => ones.some(({ number }) => number === seen[0]))
    const allowed = rules.lookUpHome(arena, shared, actor)
    if (!allowed.ok) return allowed
    for (const { id, number } of shared?.filter((one) => seen.includes(one.number)) ?? []) {
      const livesThere = livingThere.includes(number)
      await putLivesThere(tx, id, { livesThere, by: allowed.value.account })
      await record(tx, {
        kind: 'arena.home-looked-up',
        problem: problem.id,
        public: {},
        secret: { application: id, livesThere, by: allowed.value.account },
        time: 'coarse',
      })
    }
    return accept(null)
  })
}
