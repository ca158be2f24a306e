import { seeded } from '@folkmoot/basics/seeded.ts'
import { prioritiesOf, routed } from '@folkmoot/opinion-map/routing.ts'
import { choices, votersOf, type Choice, type Tally } from '@folkmoot/tally/tally.ts'
import type { Cell, Published } from '@folkmoot/tally/suppress.ts'
import { publishedOf, type Counted } from '@folkmoot/tally/while-open.ts'

/** All that is known of a statement when the next one is chosen for a reader. */
export type Known = {
  /** How many have answered it, as last counted; 0 below ten. */
  readonly seen: number
  /** What this reader can read of the answers on the page of results; `none` while she may see no results. */
  readonly published: Published
  /** How far the groups of the map are apart on it, 0 to 1; 0 while she may not see the map. */
  readonly apart: number
}

type Drawn = {
  /** As last counted, while people vote. */
  readonly counted: Counted | undefined
  /** Share that agrees in each group of the published map, in tenths. */
  readonly groups: readonly (number | null)[]
}

/**
 * Whoever may not see results gets an order that does not know them: only how many have answered each statement enters, never what.
 * Whoever may see them gets one made from what she can read herself, nothing finer.
 */
export function knownOf({ counted, groups }: Drawn, { mayKnow }: { readonly mayKnow: boolean }): Known {
  const seen = counted ? votersOf(counted.tally) : 0
  if (!mayKnow || !counted) return { seen, published: { kind: 'none' }, apart: 0 }
  const shares = groups.filter((share) => share !== null)
  const apart = shares.length < 2 ? 0 : (Math.max(...shares) - Math.min(...shares)) / 10
  return { seen, published: publishedOf(counted, { isOpen: true }), apart }
}

export type Ahead = {
  readonly id: string
  readonly known: Known
  /** She has answered it. */
  readonly isSeen: boolean
}

/**
 * Which statement comes next: new ones first, then those that divide (`@folkmoot/opinion-map`), drawn by chance that is hers alone, so
 * that nobody's order is another's and none is the order of a list. What she answered plays no part, so all groups see the same
 * statements. O(statements).
 */
export function nextOf(statements: readonly Ahead[], person: string): number | undefined {
  return routed(
    weightsOf(statements.map(({ known }) => known)),
    (place) => statements[place]?.isSeen === true,
    (place) => seeded(`${person} ${statements[place]?.id}`)(),
  )
}

/** What nearly all disagree with must be seen to be known for it: no weight is less than this part of the mean. */
const leastPart = 1 / 4

/** O(statements). */
export function weightsOf(known: readonly Known[]): Float64Array {
  const cells = known.map(cellsOf)
  const priorities = prioritiesOf(
    {
      agree: Int32Array.from(cells, ({ agree }) => agree),
      disagree: Int32Array.from(cells, ({ disagree }) => disagree),
      seen: Int32Array.from(cells, votersOf),
    },
    Float64Array.from(known, ({ apart }) => apart),
    () => false,
  )
  const least = (leastPart * priorities.reduce((sum, one) => sum + one, 0)) / Math.max(1, priorities.length)
  return priorities.map((one) => Math.max(one, least))
}

/** A hidden cell is taken for what a reader would guess: a few are two, and what is left is shared evenly. */
function cellsOf({ seen, published }: Known): Tally {
  const cell = (choice: Choice): Cell => (published.kind === 'shown' ? published[choice] : 'withheld')
  const known = choices.map((choice) => {
    const value = cell(choice)
    return value === 'few' ? 2 : value
  })
  const rest = known.reduce<number>((sum, value) => sum - (value === 'withheld' ? 0 : value), seen)
  const withheld = known.filter((value) => value === 'withheld').length
  const [agree = 0, disagree = 0, pass = 0] = known.map((value) =>
    value === 'withheld' ? Math.floor(Math.max(0, rest) / withheld) : value,
  )
  return { agree, disagree, pass }
}
