import { leastInCell, leastInGroup, suppress } from '@folkmoot/tally/suppress.ts'
import { choices, votersOf, type Choice, type Tally } from '@folkmoot/tally/tally.ts'
import { tenthsOf } from './tenths.ts'

/** What of one statement may stand on a map, while the page of results says of the same votes what `suppress` leaves of them. */
export type Told = 'nothing' | 'all' | 'groups'

/**
 * Steps beside exact numbers may leave one number only where the results hide it: 20 voters, no cell shown, and nine of ten or more agree
 * can only be 20 of 20. So another world is looked for that would be published alike.
 *
 * - Of everybody: whether shares are told hangs on nothing but the result, so that their absence tells no more than it does.
 * - Of groups: of each number below five, and of each number the results hide, there is a world in which one or two people said
 *   otherwise, it is another, and all that is published is the same. How many of each group voted is taken for known.
 *
 * `groups` are those of the map; who voted and is in none of them is the rest. O(groups²).
 */
export function toldOf(all: Tally, groups: readonly Tally[]): Told {
  if (!isAllTold(all)) return 'nothing'
  return areGroupsTold(all, groups) ? 'groups' : 'all'
}

function isAllTold(all: Tally): boolean {
  const published = suppress(all)
  if (published.kind === 'none') return false
  const [first, second, third] = hiddenIn(all)
  if (!first || !second) return true
  if (third) return false
  const sum = all[first] + all[second]
  // One of the two hidden numbers is small: no other worlds look alike.
  const small = Array.from({ length: Math.min(leastInCell, sum + 1) }, (_, few) => few)
  const alike = [...new Set([...small, ...small.map((few) => sum - few)])]
    .map((count): Tally => ({ ...all, [first]: count, [second]: sum - count }))
    .filter((other) => resultOf(other) === resultOf(all))
  return [...Map.groupBy(alike, stepsOf).values()].every((worlds) => worlds.length > 1)
}

/**
 * Whoever knows this rule knows that a world in which it would tell nothing is none. Three times over no world of two groups of ten to
 * twenty is left that tells a number.
 */
const timesOver = 3

function areGroupsTold(all: Tally, groups: readonly Tally[]): boolean {
  const told = groups.filter((group) => votersOf(group) >= leastInGroup)
  const rest = (choice: Choice): number => told.reduce((left, group) => left - group[choice], all[choice])
  return isOpen(
    [...told, { agree: rest('agree'), disagree: rest('disagree'), pass: rest('pass') }],
    timesOver,
    new Map(),
  )
}

type Known = Map<string, boolean>

/** Each number that nobody may read is another one in a world that is published alike, and in which the same holds. */
function isOpen(rows: readonly Tally[], times: number, known: Known): boolean {
  const key = `${times} ${rows.map(({ agree, disagree, pass }) => `${agree} ${disagree} ${pass}`).join(' ')}`
  const before = known.get(key)
  if (before !== undefined) return before
  const is = leavesOpen(rows, (world) => times === 1 || isOpen(withAll(rows, world), times - 1, known))
  known.set(key, is)
  return is
}

function leavesOpen(rows: readonly Tally[], counts: (world: World) => boolean): boolean {
  const all = sumOf(rows)
  const small = rows
    .slice(0, -1)
    .flatMap((row, at) => choices.filter((choice) => row[choice] < leastInCell).map((choice) => ({ row, at, choice })))
  const hidden = hiddenIn(all)
  if (small.length === 0 && hidden.length === 0) return true
  const alike = [...worldsAlike(rows, all)]
  const isAnother = (differs: (world: World) => boolean): boolean =>
    alike.some((world) => differs(world) && counts(world))
  return (
    small.every(({ row, at, choice }) => isAnother((world) => (world.get(at) ?? row)[choice] !== row[choice])) &&
    hidden.every((choice) => isAnother((world) => sumOf(withAll(rows, world))[choice] !== all[choice]))
  )
}

function withAll(rows: readonly Tally[], world: World): readonly Tally[] {
  return rows.map((row, at) => world.get(at) ?? row)
}

function sumOf(rows: readonly Tally[]): Tally {
  const sum = (choice: Choice): number => rows.reduce((all, row) => all + row[choice], 0)
  return { agree: sum('agree'), disagree: sum('disagree'), pass: sum('pass') }
}

/** By its row, what changes in it. */
type World = ReadonlyMap<number, Tally>

const swaps = choices.flatMap((from) => choices.flatMap((to) => (from === to ? [] : [[from, to] as const])))

/** One or two people of different rows say otherwise, and all that is published stays. The last row is the rest. */
function* worldsAlike(rows: readonly Tally[], all: Tally): Generator<World> {
  const published = `${resultOf(all)} ${stepsOf(all)}`
  const stays = (now: Tally): boolean => `${resultOf(now)} ${stepsOf(now)}` === published
  const changes = rows.flatMap((row, at) =>
    swaps
      .map(([from, to]) => ({ at, from, to, now: moved(row, from, to) }))
      .filter(({ from, now }) => row[from] > 0 && (at === rows.length - 1 || stepsOf(now) === stepsOf(row))),
  )
  for (const one of changes) {
    const after = moved(all, one.from, one.to)
    if (stays(after)) yield new Map([[one.at, one.now]])
    for (const two of changes)
      if (two.at > one.at && stays(moved(after, two.from, two.to)))
        yield new Map([
          [one.at, one.now],
          [two.at, two.now],
        ])
  }
}

function moved(tally: Tally, from: Choice, to: Choice): Tally {
  return { ...tally, [from]: tally[from] - 1, [to]: tally[to] + 1 }
}

function hiddenIn(all: Tally): readonly Choice[] {
  const published = suppress(all)
  return published.kind === 'none' ? choices : choices.filter((choice) => typeof published[choice] !== 'number')
}

const resultOf = (all: Tally): string => JSON.stringify(suppress(all))

function stepsOf(tally: Tally): string {
  const seen = votersOf(tally)
  return `${tenthsOf(tally.agree, seen)} ${tenthsOf(tally.disagree, seen)}`
}
