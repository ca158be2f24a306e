import { leastInCell, leastInGroup } from '@folkmoot/tally/suppress.ts'

/** How many of a group gave each answer, in the order of the scale. */
export type GroupAnswers = { readonly name: string; readonly counts: readonly number[] }

export type PublishedGroup = {
  /** Who is counted here: groups too small to stand alone stand together. */
  readonly names: readonly string[]
  readonly answers: number
  /** People per block. */
  readonly counts: readonly number[]
}

/** What may be published of one question asked of several groups. */
export type PublishedAnswers =
  /** Too few answered, or nearly all alike: not even how many of whom is said. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'shown'
      /** Neighbouring answers of the scale that are counted together, by index, both ends included; the same for every group. */
      readonly blocks: readonly Block[]
      readonly groups: readonly PublishedGroup[]
    }

export type Block = readonly [from: number, to: number]

/**
 * Takes out of a table of answers what could betray a few people.
 *
 * Groups under 10 stand together, with the smallest of the others where they are too few even so. Neighbouring answers are
 * counted together until each part of each group holds 5 or more. Groups and blocks are one partition, so every sum or
 * difference of what is shown is again a sum of parts of 5 or more: complementary suppression by construction. Where the groups
 * apart leave a single block, they are shown as one. No mean is among it: a mean beside the blocks can tell who stands at
 * their ends, and to withhold it only then tells the same. `meanRange` says what the blocks say of it. The test tries every
 * small table.
 *
 * One question of one round, published once when the round has closed: to draw it anew for each answer would betray the last.
 *
 * Shape: groups × answers of the scale → people per group and block. Throws a RangeError for counts that are no whole numbers.
 * Cost: O(groups × answers). Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001): threshold
 * rule, global recoding.
 */
export function publishAnswers(groups: readonly GroupAnswers[]): PublishedAnswers {
  if (groups.some(({ counts }) => counts.some((count) => !Number.isInteger(count) || count < 0)))
    throw new RangeError('people are counted in whole numbers')
  const apart = standing(groups)
  for (const tried of [apart, together(apart)]) {
    const blocks = blocksOf(tried.map(({ counts }) => counts))
    if (blocks.length >= 2) return { kind: 'shown', blocks, groups: tried.map((group) => published(group, blocks)) }
  }
  return { kind: 'none' }
}

type Standing = { readonly names: readonly string[]; readonly counts: readonly number[] }

const sizeOf = ({ counts }: { readonly counts: readonly number[] }): number =>
  counts.reduce((sum, count) => sum + count, 0)

/** The groups as they can stand: each of ten or more, in the order given; nobody is left out. */
function standing(groups: readonly GroupAnswers[]): readonly Standing[] {
  const made = groups.map(({ name, counts }) => ({ names: [name], counts }))
  const small = made.filter((group) => sizeOf(group) < leastInGroup)
  const large = made.filter((group) => sizeOf(group) >= leastInGroup)
  if (small.length === 0) return large
  const rest = together(small)
  if (rest.every((group) => sizeOf(group) >= leastInGroup)) return [...large, ...rest]
  const smallest = large.reduce<Standing | undefined>(
    (least, group) => (least === undefined || sizeOf(group) < sizeOf(least) ? group : least),
    undefined,
  )
  // Nobody of a group answered: it has nothing to hide, and is named all the same.
  if (!smallest) return rest
  // In the order given: another would tell which of them was the large one.
  const joined = made.filter((group) => group === smallest || small.includes(group))
  return [...large.filter((group) => group !== smallest), ...together(joined)]
}

function together(groups: readonly Standing[]): readonly Standing[] {
  const [first, ...others] = groups
  if (!first) return []
  return [
    {
      names: groups.flatMap(({ names }) => names),
      counts: first.counts.map((count, at) => others.reduce((sum, group) => sum + (group.counts[at] ?? 0), count)),
    },
  ]
}

/** As many blocks as can be, from the low end on: each is closed as soon as every group has five in it. */
function blocksOf(tables: readonly (readonly number[])[]): readonly Block[] {
  const scale = tables[0]?.length ?? 0
  const blocks: Block[] = []
  let from = 0
  for (let to = 0; to < scale; to += 1) {
    if (tables.every((counts) => within(counts, [from, to]) >= leastInCell)) {
      blocks.push([from, to])
      from = to + 1
    }
  }
  // What is left at the high end goes with the last.
  const last = blocks.pop()
  return last ? [...blocks, [last[0], scale - 1]] : []
}

function within(counts: readonly number[], [from, to]: Block): number {
  return counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0)
}

function published({ names, counts }: Standing, blocks: readonly Block[]): PublishedGroup {
  return { names, answers: sizeOf({ counts }), counts: blocks.map((block) => within(counts, block)) }
}
