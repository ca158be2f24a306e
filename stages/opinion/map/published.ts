import { bridging, consensusOf } from '@folkmoot/opinion-map/consensus.ts'
import { exposureOf } from '@folkmoot/opinion-map/exposure.ts'
import { stableFrom } from '@folkmoot/opinion-map/groups.ts'
import { groupVotes, type GroupVotes } from '@folkmoot/opinion-map/group-votes.ts'
import { method, type OpinionMap } from '@folkmoot/opinion-map/opinion-map.ts'
import type { Positions } from '@folkmoot/opinion-map/positions.ts'
import { representatives, type Side } from '@folkmoot/opinion-map/representative.ts'
import type { VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import { toldOf, type Told } from './beside-results.ts'
import { frameOf, marksOf, spotsOf, type Frame, type Mark, type Spot } from './marks.ts'
import { inFives, surelyOf, tenthsOf, type Tenths } from './tenths.ts'

/** How many of those who voted on it agree and disagree. */
export type Shares = { readonly agree: Tenths; readonly disagree: Tenths }

export type PublishedStatement = {
  readonly number: number
  readonly all: Shares
  /** In the order of the groups. */
  readonly groups: readonly Shares[]
}

export type Thought = {
  readonly number: number
  readonly side: Side
  /** Fewer than one in twenty of all that are called so would be so by chance. */
  readonly isSure: boolean
}

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
  /** Why everybody is drawn as one crowd: other people of the same kind would make other groups, or one group is too small. Null: groups are drawn. */
  readonly oneCrowd: 'unstable' | 'small' | null
  /** How often the groups come out again when the people are drawn anew; null without groups. */
  readonly stable: Tenths
  readonly groups: readonly PublishedGroup[]
  /** Those of the one crowd. */
  readonly spots: readonly Spot[]
  readonly statements: readonly PublishedStatement[]
  /** Of every group so many tenths at least are on this side, for sure. What is agreed on most stands first. */
  readonly agreed: readonly { readonly number: number; readonly side: Side; readonly least: number }[]
  /** What divides most stands first. */
  readonly divides: readonly number[]
  /** Not seen alike: how many of each group voted on it. */
  readonly uneven: readonly { readonly number: number; readonly seen: readonly Tenths[] }[]
}

/** Recorded beside each map. The number of `drawn` goes up when the same map would be published with other bytes. */
export const drawnBy = `${method} drawn/2`

export type Publishing = Pick<PublishedMap, 'seed' | 'version' | 'isFinal'> & {
  readonly matrix: VoteMatrix
  readonly map: OpinionMap
  /** Where people stand, laid as in the last map. */
  readonly positions: Positions
  readonly letters: readonly number[]
}

const rare = 0.05

/** The part of a map that betrays nobody, and how its picture is framed. */
export function published(given: Publishing): {
  readonly map: PublishedMap
  readonly frame: Frame
  readonly shown: readonly number[]
} {
  const { matrix, map, positions } = given
  const shown = shownGroups(given)
  const of = map.groupOf.map((group) => shown.indexOf(group))
  const votes = groupVotes(matrix, of, shown.length)
  const people = Array.from(map.groupOf.keys())
  const marks = shown.map((_, group) =>
    marksOf(
      positions,
      people.filter((person) => of[person] === group),
    ),
  )
  const counted = people.filter((person) => (map.groupOf[person] ?? -1) >= 0)
  const crowd = shown.length > 0 ? [] : marksOf(positions, counted)
  const frame = frameOf([...marks.flat(), ...crowd])
  const numbers = matrix.statements.map(Number)
  const told = numbers.map((_, place) =>
    toldOf(
      tallyAt(map.sums, place),
      votes.map((group) => tallyAt(group, place)),
    ),
  )
  const statements = numbers.map((number, place) =>
    statementOf({ number, place, told: told[place] ?? 'nothing' }, map, votes),
  )
  return {
    frame,
    shown,
    map: {
      method: drawnBy,
      seed: given.seed,
      version: given.version,
      isFinal: given.isFinal,
      people: given.isFinal ? matrix.people.length : inFives(matrix.people.length),
      oneCrowd: shown.length > 0 ? null : (map.groups.chosen?.stability ?? 0) < stableFrom ? 'unstable' : 'small',
      stable: shown.length > 0 ? stepOf(map.groups.chosen?.stability ?? 0) : null,
      groups: groupsOf(given, { shown, votes, marks, frame, numbers, told }),
      spots: spotsOf(frame, crowd),
      statements,
      agreed: shown.length > 0 ? agreedAcross(votes, { numbers, told }) : agreedByMost(map, { numbers, told }),
      divides: dividing(statements),
      uneven: unevenOf(votes, numbers),
    },
  }
}

/** In the order of their letters; none where they are not stable, or fewer than two have ten people. */
function shownGroups({ map, letters }: Publishing): readonly number[] {
  if ((map.groups.chosen?.stability ?? 0) < stableFrom) return []
  const large = map.votes.flatMap(({ members }, group) => (members >= leastInGroup ? [group] : []))
  return large.length < 2 ? [] : large.toSorted((a, b) => (letters[a] ?? 0) - (letters[b] ?? 0))
}

function tallyAt({ agree, disagree, seen }: Omit<GroupVotes, 'members'>, place: number): Tally {
  const [yes, no] = [agree[place] ?? 0, disagree[place] ?? 0]
  return { agree: yes, disagree: no, pass: (seen[place] ?? 0) - yes - no }
}

const untold: Shares = { agree: null, disagree: null }

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
  readonly votes: readonly GroupVotes[]
  readonly marks: readonly (readonly Mark[])[]
  readonly frame: Frame
} & Numbered

/** By place: the number of a statement, and what may be told of it. */
type Numbered = { readonly numbers: readonly number[]; readonly told: readonly Told[] }

function groupsOf(
  { map, letters }: Publishing,
  { shown, votes, marks, frame, numbers, told }: Grouped,
): readonly PublishedGroup[] {
  const thought = representatives(votes, () => false)
  return shown.map((group, at) => ({
    letter: letters[group] ?? 0,
    people: inFives(votes[at]?.members ?? 0),
    sure: medianOf(map, group),
    // What fewer than ten of a group voted on says nothing of it.
    thinks: (thought[at] ?? [])
      .filter(({ seen, place }) => seen >= leastInGroup && told[place] === 'groups')
      .map(({ place, side, falseDiscovery }) => ({
        number: numbers[place] ?? 0,
        side,
        isSure: falseDiscovery < rare,
      })),
    spots: spotsOf(frame, marks[at] ?? []),
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

const mostAgreed = 10
const sides = ['agree', 'disagree'] as const

/** More than half of each group, for sure: the group that is least of one mind counts. */
function agreedAcross(votes: readonly GroupVotes[], { numbers, told }: Numbered): PublishedMap['agreed'] {
  return sides
    .flatMap((side) => {
      const bridges = bridging(votes, side)
      return numbers.flatMap((number, place) => {
        const least = Math.min(...votes.map((group) => surelyOf(group[side][place] ?? 0, group.seen[place] ?? 0)))
        return told[place] === 'groups' && (bridges[place] ?? 0) > 0.5 && least >= 5 ? [{ number, side, least }] : []
      })
    })
    .toSorted((a, b) => b.least - a.least || a.number - b.number)
    .slice(0, mostAgreed)
}

function agreedByMost({ sums }: OpinionMap, { numbers, told }: Numbered): PublishedMap['agreed'] {
  return sides
    .flatMap((side) =>
      consensusOf(sums, side, () => false).flatMap(({ place, count, seen }) => {
        const least = surelyOf(count, seen)
        return least >= 5 && told[place] !== 'nothing' ? [{ number: numbers[place] ?? 0, side, least }] : []
      }),
    )
    .toSorted((a, b) => b.least - a.least || a.number - b.number)
}

const mostDividing = 5
/** In tenths. */
const clearlyApart = 3

/** By what is shown, so that the order tells no more than the numbers do. */
function dividing(statements: readonly PublishedStatement[]): readonly number[] {
  return statements
    .flatMap(({ number, groups }) => {
      const shares = groups.flatMap(({ agree }) => agree ?? [])
      if (shares.length < 2 || shares.length < groups.length) return []
      const apart = Math.max(...shares) - Math.min(...shares)
      return apart >= clearlyApart ? [{ number, apart }] : []
    })
    .toSorted((a, b) => b.apart - a.apart || a.number - b.number)
    .slice(0, mostDividing)
    .map(({ number }) => number)
}

const mostUneven = 5

function unevenOf(votes: readonly GroupVotes[], numbers: readonly number[]): PublishedMap['uneven'] {
  return exposureOf(votes)
    .filter(({ falseDiscovery }) => falseDiscovery < rare)
    .map(({ place }) => ({
      number: numbers[place] ?? 0,
      seen: votes.map(({ seen, members }) => tenthsOf(seen[place] ?? 0, members)),
    }))
    .toSorted((a, b) => apartIn(b.seen) - apartIn(a.seen) || a.number - b.number)
    .slice(0, mostUneven)
}

function apartIn(seen: readonly Tenths[]): number {
  const known = seen.flatMap((one) => one ?? [])
  return Math.max(...known) - Math.min(...known)
}
