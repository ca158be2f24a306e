import { sources, type Source } from './contributions.ts'
import { takenUp, type ThreadMatter } from './thread-matter.ts'

export type ThreadCounts = {
  readonly sources: readonly { readonly source: Source; readonly all: number; readonly taken: number }[]
  readonly all: number
  readonly taken: number
  readonly clauses: number
  readonly uncited: number
}

/** How much of what was said is in the text, and how much of the text says where it comes from. */
export function countsOf(matter: ThreadMatter): ThreadCounts {
  const isTaken = takenUp(matter)
  const by = Map.groupBy(matter.contributions, ({ source }) => source)
  const counted = sources.flatMap((source) => {
    const ones = by.get(source)
    return ones ? [{ source, all: ones.length, taken: ones.filter(isTaken).length }] : []
  })
  const clauses = [...matter.recommendations.flatMap((one) => one.clauses), ...matter.passages]
  return {
    sources: counted,
    all: matter.contributions.length,
    taken: counted.reduce((sum, { taken }) => sum + taken, 0),
    clauses: clauses.length,
    uncited: clauses.filter(({ cites }) => cites.length === 0).length,
  }
}
