import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { sought, type Read } from '../../../platform/db/index.ts'
import { candidatesIn, cutWords, nearOnes, rarityIn, type At, type Heap } from '../../../platform/near/index.ts'
import { ideasById, type Idea } from './store.ts'

/** An idea near to what somebody is about to write, and why it is thought so. */
export type NearIdea = { readonly idea: Idea; readonly words: readonly string[]; readonly metres: number | null }

export type Describing = {
  readonly words: string
  readonly languages: readonly string[]
  readonly point?: At | null
  /** The one it is asked for: nothing is near to itself. */
  readonly except?: Id<'idea'> | null
}

/** Ideas of the case that are near to these words, the nearest first; found as near problems are. */
export async function nearIdeas(
  read: Read,
  problem: Id<'problem'>,
  { words, languages, point = null, except = null }: Describing,
): Promise<readonly NearIdea[]> {
  const asked = await cutWords(read, sought(words, languages))
  const heap = ideaHeap(read, problem)
  const [candidates, rarity] = await Promise.all([
    candidatesIn<'idea'>(read, heap, { asked, except }),
    rarityIn(read, heap, asked),
  ])
  const near = nearOnes(candidates, { words: asked.length, rarity, point })
  const ideas = await ideasById(
    read,
    near.map(({ id }) => id),
  )
  const byId = new Map(ideas.map((idea): [Id<'idea'>, Idea] => [idea.id, idea]))
  return near.flatMap(({ id, ...why }) => {
    const idea = byId.get(id)
    return idea ? [{ idea, ...why }] : []
  })
}

function ideaHeap({ jurisdiction }: Read, problem: Id<'problem'>): Heap {
  return {
    total: sql`select count(*) from draft.idea_listing where jurisdiction_id = ${jurisdiction} and problem_id = ${problem}`,
    having: (stem) => sql`
      select idea_id as thing, idea_id as part, weight from draft.idea_stem
      where jurisdiction_id = ${jurisdiction} and problem_id = ${problem} and stem = ${stem}
      order by idea_id desc`,
    points: sql`join draft.idea p on p.jurisdiction_id = ${jurisdiction} and p.id = b.thing`,
    // What goes on elsewhere is found there.
    shown: sql`exists (
      select from draft.idea_listing l where l.jurisdiction_id = ${jurisdiction} and l.idea_id = b.thing and not l.is_merged
    )`,
  }
}
