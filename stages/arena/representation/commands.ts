import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import { populationById } from '../population/store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type ChooseInput = { readonly slug: string; readonly population: Id<'population'> }

/** Says which table a case is compared with; it can be said anew when a better one is there. */
export function choosePopulation(
  database: Database,
  actor: Actor,
  { slug, population }: ChooseInput,
): Promise<Result<null, Refusal<rules.ChooseRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const table = await populationById(tx, population)
    const allowed = rules.choosePopulation(arena, { isThere: table !== undefined }, actor)
    if (!allowed.ok) return allowed
    await store.putPopulationChosen(tx, problem.id, { population, by: allowed.value.account })
    await record(tx, {
      kind: 'arena.population-chosen',
      problem: problem.id,
      public: { table: table?.name ?? '', sha256: table?.sha256 ?? '', by: actor.name },
      time: 'exact',
    })
    return accept(null)
  })
}
