import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { nothingMore, type ActorWords } from './actors/rules.ts'
import { putActor } from './actors/store.ts'
import { record } from './facts.ts'
import * as store from './store.ts'

/** A case told from published sources: what is not known stays empty, and the source is named. */
export type ToldProblem = {
  readonly slug: string
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly language: string
  readonly source: string
  readonly actors: readonly (Pick<ActorWords, 'name' | 'relation' | 'how'> & Partial<ActorWords>)[]
}

export async function retellProblem(tx: Tx, told: ToldProblem): Promise<Id<'problem'>> {
  const { problem } = await store.putProblem(tx, { ...told, raisedBy: null })
  for (const actor of told.actors)
    await putActor(tx, problem, { ...nothingMore, ...actor, by: null, source: told.source, language: told.language })
  await record(tx, {
    kind: 'problem.told',
    problem,
    public: { slug: told.slug, source: told.source, toldOf: null },
    time: 'exact',
  })
  return problem
}
