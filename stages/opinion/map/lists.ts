import { consensusOf } from '@folkmoot/opinion-map/consensus.ts'
import { exposureOf } from '@folkmoot/opinion-map/exposure.ts'
import type { GroupVotes } from '@folkmoot/opinion-map/group-votes.ts'
import { representatives, type Side } from '@folkmoot/opinion-map/representative.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { countOf, surelyOf, tenthsOf, type Tenths } from './tenths.ts'

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
  /** By the shares as they are shown fewer than one in twenty of all that are called so would be so by chance. */
  readonly isSure: boolean
}

/** So many tenths at least are on this side, for sure. */
export type Agreed = { readonly number: number; readonly side: Side; readonly least: number }

/** Not seen alike: how many of each group voted on it. */
export type Uneven = { readonly number: number; readonly seen: readonly Tenths[] }

/** How many people there are, and how many of them voted on each statement, whatever they said. */
export type Seen = Pick<GroupVotes, 'members' | 'seen'>

/**
 * All that lists are made from: shares as they are shown, and how many voted. What anybody said beyond that cannot get into them, so
 * they tell no more than the shares do.
 */
export type Shown = {
  readonly statements: readonly PublishedStatement[]
  readonly all: Seen
  /** In the order of the groups. */
  readonly groups: readonly Seen[]
}

const rare = 0.05
const sides = ['agree', 'disagree'] as const

/** Of each group the statements that say what it thinks: five at most, what it agrees with first. */
export function thoughtBy({ statements, groups }: Shown): readonly (readonly Thought[])[] {
  const votes = groups.map((seen, at) => votesAs(seen, (place) => statements[place]?.groups[at]))
  // What fewer than ten of a group voted on says nothing of it.
  return representatives(votes, (place) => statements[place]?.groups.every(({ agree }) => agree === null) ?? true).map(
    (thought) =>
      thought
        .filter(({ seen }) => seen >= leastInGroup)
        .map(({ place, side, falseDiscovery }) => ({
          number: statements[place]?.number ?? 0,
          side,
          isSure: falseDiscovery < rare,
        })),
  )
}

/** As many as the shown share most likely stands for; where none is shown, nobody. */
function votesAs({ members, seen }: Seen, shares: (place: number) => Shares | undefined): GroupVotes {
  const count = (side: Side): Int32Array =>
    seen.map((voted, place) => {
      const step = shares(place)?.[side] ?? null
      return step === null ? 0 : countOf(step, voted)
    })
  return {
    members,
    seen: seen.map((voted, place) => ((shares(place)?.agree ?? null) === null ? 0 : voted)),
    agree: count('agree'),
    disagree: count('disagree'),
  }
}

const mostAgreed = 10

/** What is agreed on most stands first: by more than half of each group, the one that is least of one mind counts; by most where there are none. */
export function agreedOn(shown: Shown): readonly Agreed[] {
  const found = shown.groups.length > 0 ? agreedAcross(shown) : agreedByMost(shown)
  return found
    .filter(({ least }) => least >= 5)
    .toSorted((a, b) => b.least - a.least || a.number - b.number)
    .slice(0, mostAgreed)
}

function agreedAcross({ statements, groups }: Shown): readonly Agreed[] {
  return sides.flatMap((side) =>
    statements.map(({ number, groups: shares }, place) => ({
      number,
      side,
      least: Math.min(...groups.map(({ seen }, at) => surelyOf(shares[at]?.[side] ?? null, seen[place] ?? 0))),
    })),
  )
}

function agreedByMost({ statements, all }: Shown): readonly Agreed[] {
  const votes = votesAs(all, (place) => statements[place]?.all)
  return sides.flatMap((side) =>
    consensusOf(votes, side, () => false).map(({ place, seen }) => ({
      number: statements[place]?.number ?? 0,
      side,
      least: surelyOf(statements[place]?.all[side] ?? null, seen),
    })),
  )
}

const mostDividing = 5
/** In tenths. */
const clearlyApart = 3

/** What divides most stands first. */
export function dividing({ statements }: Pick<Shown, 'statements'>): readonly number[] {
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

/** Only of what the shares of everybody are told: of what fewer than ten voted on not even how many is said. */
export function unevenIn({ statements, groups }: Shown): readonly Uneven[] {
  const told = statements.map(({ all }) => all.agree !== null)
  return exposureOf(groups.map((group) => ({ ...votesAs(group, () => undefined), seen: onlyWhere(told, group.seen) })))
    .filter(({ falseDiscovery }) => falseDiscovery < rare)
    .map(({ place }) => ({
      number: statements[place]?.number ?? 0,
      seen: groups.map(({ seen, members }) => tenthsOf(seen[place] ?? 0, members)),
    }))
    .toSorted((a, b) => apartIn(b.seen) - apartIn(a.seen) || a.number - b.number)
    .slice(0, mostUneven)
}

function onlyWhere(told: readonly boolean[], seen: Int32Array): Int32Array {
  return seen.map((count, place) => (told[place] ? count : 0))
}

function apartIn(seen: readonly Tenths[]): number {
  const known = seen.flatMap((one) => one ?? [])
  return Math.max(...known) - Math.min(...known)
}
