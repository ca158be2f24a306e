import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { problemsById } from '../problem/index.ts'

/** Where the cases of these things stand, for the paths to them. */
export async function slugsOf(
  read: Read,
  things: readonly { readonly problem: Id<'problem'> }[],
): Promise<ReadonlyMap<Id<'problem'>, string>> {
  const problems = await problemsById(read, [...new Set(things.map((thing) => thing.problem))])
  return new Map(problems.map((problem) => [problem.id, problem.slug]))
}

const longestTitle = 120

/** The beginning, cut at a word. */
export function shortened(text: string): string {
  if (text.length <= longestTitle) return text
  return `${text.slice(0, longestTitle).replace(/\s+\S*$/, '')} …`
}
