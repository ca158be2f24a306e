import { stableFrom } from '@folkmoot/opinion-map/groups.ts'
import { groupVotes, type GroupVotes } from '@folkmoot/opinion-map/group-votes.ts'
import { method, type OpinionMap } from '@folkmoot/opinion-map/opinion-map.ts'
import type { Positions } from '@folkmoot/opinion-map/positions.ts'
import type { VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import { toldOf, type Told } from './beside-results.ts'
import { keptOr, untold, type KeptShares } from './kept-shares.ts'
import {
  agreedOn,
  dividing,
  thoughtBy,
  unevenIn,
  type Agreed,
  type PublishedStatement,
  type Shares,
  type Shown,
  type Thought,
  type Uneven,
} from './lists.ts'
import { cloudOf, frameOf, spotsOf, type Cloud, type Frame, type Spot } from './marks.ts'
import { inFives, tenthsOf, type Tenths } from './tenths.ts'

export type PublishedGroup = {
  /** 0 is A. */
  readonly letter: number
  readonly people: number
  /** Half of its people belong to it at least this surely. */
  readonly sure: Tenths
  readonly thinks: readonly Thought[]
  readonly spots: readonly Spot[]
}

/** Everything anybody may read of a map. Whole numbers and words only, so that the same map has the same bytes everywhere. */
export type PublishedMap = {
  readonly method: string
  readonly seed: string
  readonly version: number
  readonly isFinal: boolean
  readonly people: number
  /** No groups: other people of the same kind would make other ones, or one is too small. Which of both would tell more than it helps. */
  readonly isOneCrowd: boolean
  /** How often the groups come out again when the people are drawn anew; null without groups. */
  readonly stable: Tenths
  readonly groups: readonly PublishedGroup[]
  /** Those of the one crowd. */
  readonly spots: readonly Spot[]
  readonly statements: readonly PublishedStatement[]
  /** What is agreed on most stands first. */
  readonly agreed: readonly Agreed[]
  /** What divides most stands first. */
  readonly divides: readonly number[]
  readonly uneven: readonly Uneven[]
}

/** Recorded beside each map. The number of `drawn` goes up when the same map would be published with other bytes. */
export const drawnBy = `${method} drawn/4`

export type Publishing = Pick<PublishedMap, 'seed' | 'version' | 'isFinal'> & {
  readonly matrix: VoteMatrix
  readonly map: OpinionMap
  /** Where people stand, laid as in the last map. */
  readonly positions: Positions
  readonly letters: readonly number[]
  /** Of the last map how it was framed, whether it had groups, and what it showed of statements. */
  readonly last:
    | { readonly frame: Frame; readonly hadGroups: boolean; readonly kept: KeptShares | undefined }
    | undefined
}

/** Groups that are drawn stay until they are clearly less stable than new ones must be: they do not come and go with one vote. */
const stableStill = 0.7

/** The part of a map that betrays nobody, and how its picture is framed. */
export function published(given: Publishing): {
  readonly map: PublishedMap
  readonly frame: Frame
  readonly shown: readonly number[]
  readonly kept: KeptShares
} {
  const { matrix, map, positions } = given
  const shown = shownGroups(given)
  const of = map.groupOf.map((group) => shown.indexOf(group))
  const votes = groupVotes(matrix, of, shown.length)
  const people = Array.from(map.groupOf.keys())
  const clouds = shown.map((_, group) =>
    cloudOf(
      positions,
      people.filter((person) => of[person] === group),
    ),
  )
  const counted = people.filter((person) => (map.groupOf[person] ?? -1) >= 0)
  const crowd = shown.length > 0 ? undefined : cloudOf(positions, counted)
  const frame = frameOf(
    [...clouds, crowd].flatMap((cloud) => cloud ?? []),
    given.last?.frame,
  )
  const numbers = matrix.statements.map(Number)
  const told = numbers.map((_, place) =>
    toldOf(
      tallyAt(map.sums, place),
      votes.map((group) => tallyAt(group, place)),
    ),
  )
  const fresh = numbers.map((number, place) => ({
    ...statementOf({ number, place, told: told[place] ?? 'nothing' }, map, votes),
    seen: map.sums.seen[place] ?? 0,
  }))
  const kept = keptOr(
    { letters: shown.map((group) => given.letters[group] ?? 0), of: fresh },
    given.last?.kept,
    given.isFinal,
  )
  const statements = kept.of.slice(0, numbers.length).map(({ number, all, groups }) => ({ number, all, groups }))
  const lists = { statements, all: { ...map.sums, members: matrix.people.length }, groups: votes }
  return {
    frame,
    shown,
    kept,
    map: {
      method: drawnBy,
      seed: given.seed,
      version: given.version,
      isFinal: given.isFinal,
      people: given.isFinal ? matrix.people.length : inFives(matrix.people.length),
      isOneCrowd: shown.length === 0,
      stable: shown.length > 0 ? stepOf(map.groups.chosen?.stability ?? 0) : null,
      groups: groupsOf(given, { shown, clouds, frame, lists }),
      spots: spotsOf(frame, crowd),
      statements,
      agreed: agreedOn(lists),
      divides: dividing(lists),
      uneven: unevenIn(lists),
    },
  }
}

/** In the order of their letters; none where they are not stable, or fewer than two have ten people. */
function shownGroups({ map, letters, last }: Publishing): readonly number[] {
  if ((map.groups.chosen?.stability ?? 0) < (last?.hadGroups ? stableStill : stableFrom)) return []
  const large = map.votes.flatMap(({ members }, group) => (members >= leastInGroup ? [group] : []))
  return large.length < 2 ? [] : large.toSorted((a, b) => (letters[a] ?? 0) - (letters[b] ?? 0))
}

function tallyAt({ agree, disagree, seen }: Omit<GroupVotes, 'members'>, place: number): Tally {
  const [yes, no] = [agree[place] ?? 0, disagree[place] ?? 0]
  return { agree: yes, disagree: no, pass: (seen[place] ?? 0) - yes - no }
}

function sharesOf(votes: Omit<GroupVotes, 'members'>, place: number): Shares {
  const seen = votes.seen[place] ?? 0
  return { agree: tenthsOf(votes.agree[place] ?? 0, seen), disagree: tenthsOf(votes.disagree[place] ?? 0, seen) }
}

function statementOf(
  { number, place, told }: { readonly number: number; readonly place: number; readonly told: Told },
  { sums }: OpinionMap,
  votes: readonly GroupVotes[],
): PublishedStatement {
  return {
    number,
    all: told === 'nothing' ? untold : sharesOf(sums, place),
    groups: votes.map((group) => (told === 'groups' ? sharesOf(group, place) : untold)),
  }
}

type Grouped = {
  readonly shown: readonly number[]
  readonly clouds: readonly (Cloud | undefined)[]
  readonly frame: Frame
  readonly lists: Shown
}

function groupsOf({ map, letters }: Publishing, { shown, clouds, frame, lists }: Grouped): readonly PublishedGroup[] {
  const thought = thoughtBy(lists)
  return shown.map((group, at) => ({
    letter: letters[group] ?? 0,
    people: inFives(lists.groups[at]?.members ?? 0),
    sure: medianOf(map, group),
    thinks: thought[at] ?? [],
    spots: spotsOf(frame, clouds[at]),
  }))
}

function medianOf({ certainty, groupOf }: OpinionMap, group: number): Tenths {
  const sure = Array.from(certainty)
    .filter((one, person) => groupOf[person] === group && !Number.isNaN(one))
    .toSorted((a, b) => a - b)
  const median = sure[Math.floor(sure.length / 2)]
  return sure.length < leastInGroup || median === undefined ? null : stepOf(median)
}

function stepOf(share: number): number {
  return Math.min(9, Math.max(1, Math.round(10 * share)))
}
