import type { Id } from '@folkmoot/basics/ids.ts'
import { sought, type Read } from '../../../platform/db/index.ts'
import { candidatesIn, nearOnes, rarityIn, type At } from '../../../platform/near/index.ts'
import { problemsById, type Problem } from '../store.ts'
import { problemHeap, stemsOf } from './store.ts'

/** A problem near to what somebody is about to raise, and why it is thought so. */
export type NearProblem = {
  readonly problem: Problem
  readonly words: readonly string[]
  readonly metres: number | null
}

export type Describing = {
  readonly words: string
  readonly languages: readonly string[]
  readonly point?: At | null
  /** The one it is asked for: nothing is near to itself. */
  readonly except?: Id<'problem'> | null
}

/** Problems of the place that are near to these words, the nearest first. */
export async function nearProblems(
  read: Read,
  { words, languages, point = null, except = null }: Describing,
): Promise<readonly NearProblem[]> {
  const asked = await stemsOf(read, sought(words, languages))
  const heap = problemHeap(read)
  const [candidates, rarity] = await Promise.all([
    candidatesIn<'problem'>(read, heap, { asked, except }),
    rarityIn(read, heap, asked),
  ])
  const near = nearOnes(candidates, { words: asked.length, rarity, point })
  const problems = new Map(
    (
      await problemsById(
        read,
        near.map((one) => one.id),
      )
    ).map((one) => [one.id, one]),
  )
  return near.flatMap(({ id, ...why }) => {
    const problem = problems.get(id)
    return problem ? [{ problem, ...why }] : []
  })
}
