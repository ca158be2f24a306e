import type { GroupVotes } from './group-votes.ts'
import { falseDiscovery, normalTail, z90 } from './normal.ts'

export type Side = 'agree' | 'disagree'

/** What can be said of one group and one statement on one side. The names in brackets are those of the literature. */
export type Standing = {
  /** Share of the group on this side, pulled towards one half while votes are few (pa, pd). 0–1. */
  readonly share: number
  /** How far that share lies from one half, in standard errors (pat, pdt). */
  readonly shareTest: number
  /** The share over that of everybody else (ra, rd); 1 is the same. */
  readonly ratio: number
  /** How far the two shares lie apart, in standard errors (rat, rdt). */
  readonly ratioTest: number
}

/** One-sample test of a share against one half, with one more on either side. O(1). Polis' prop-test. */
export function shareTest(count: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5)
}

/** Two-sample test of two shares, every number one more; 0 when both are whole. O(1). Polis' two-prop-test. */
export function ratioTest(count: number, otherCount: number, seen: number, otherSeen: number): number {
  const [a, b, n, m] = [count + 1, otherCount + 1, seen + 1, otherSeen + 1]
  const together = (a + b) / (n + m)
  return together === 1 ? 0 : (a / n - b / m) / Math.sqrt(together * (1 - together) * (1 / n + 1 / m))
}

export type OfOneGroup = { readonly place: number } & Readonly<Record<Side, Standing>>

/**
 * Of each statement how a group stands on it beside all other groups together. O(k C).
 * Source: Small et al., Polis, Recerca (2021); constants of the production mathematics.
 */
export function standings(groups: readonly GroupVotes[], group: number): readonly OfOneGroup[] {
  const own = groups[group]
  if (!own) return []
  const others = groups.filter((_, index) => index !== group)
  return Array.from(own.seen, (seen, place) => {
    const sum = (of: (other: GroupVotes) => Int32Array): number =>
      others.reduce((all, other) => all + (of(other)[place] ?? 0), 0)
    const otherSeen = sum((other) => other.seen)
    const side = (name: Side): Standing => {
      const [count, otherCount] = [own[name][place] ?? 0, sum((other) => other[name])]
      const share = (count + 1) / (seen + 2)
      return {
        share,
        shareTest: shareTest(count, seen),
        ratio: share / ((otherCount + 1) / (otherSeen + 2)),
        ratioTest: ratioTest(count, otherCount, seen, otherSeen),
      }
    }
    return { place, agree: side('agree'), disagree: side('disagree') }
  })
}

export type Representative = {
  readonly place: number
  readonly side: Side
  /** Of the votes on it, how many on this side, and how many in all. */
  readonly count: number
  readonly seen: number
  readonly standing: Standing
  /** Share of false ones among all statements and groups called special up to this (Benjamini–Hochberg). */
  readonly falseDiscovery: number
  /** True for the statement most agreed with where it stands first although others pass more tests. */
  readonly isBestAgreed: boolean
}

const most = 5

/**
 * The statements that say what each group thinks, five at most, those it agrees with first: chosen as Polis chooses them, so that
 * both can be compared, each with its false discovery rate over all tests made. O(k C log(k C)).
 */
export function representatives(
  groups: readonly GroupVotes[],
  isLeftOut: (place: number) => boolean,
): readonly (readonly Representative[])[] {
  const all = groups.map((_, group) => standings(groups, group).filter(({ place }) => !isLeftOut(place)))
  const rates = ratesOf(all)
  return groups.map((votes, group) => {
    const rows = all[group] ?? []
    return chosenOf(votes, rows).map(({ place, side, isBestAgreed }) => {
      const row = rows.find((one) => one.place === place)
      if (!row) throw new Error('only a statement of the list is chosen')
      return {
        place,
        side,
        count: votes[side][place] ?? 0,
        seen: votes.seen[place] ?? 0,
        standing: row[side],
        falseDiscovery: rates(group, place, side),
        isBestAgreed,
      }
    })
  })
}

/** The greater of the two p-values: both tests must hold. Every statement, side and group was looked at. */
function ratesOf(all: readonly (readonly OfOneGroup[])[]): (group: number, place: number, side: Side) => number {
  const keys = all.flatMap((rows, group) =>
    rows.flatMap((row) => sides.map((side) => ({ key: `${group} ${row.place} ${side}`, standing: row[side] }))),
  )
  const ps = keys.map(({ standing }) => Math.max(normalTail(standing.shareTest), normalTail(standing.ratioTest)))
  const rates = falseDiscovery(ps)
  const byKey = new Map(keys.map(({ key }, at) => [key, rates[at] ?? 1]))
  return (group, place, side) => byKey.get(`${group} ${place} ${side}`) ?? 1
}

const sides = ['agree', 'disagree'] as const

type Choice = { readonly place: number; readonly side: Side; readonly isBestAgreed: boolean }

function chosenOf({ agree, disagree }: GroupVotes, rows: readonly OfOneGroup[]): readonly Choice[] {
  const voted = rows.filter(({ place }) => (agree[place] ?? 0) > 0 || (disagree[place] ?? 0) > 0)
  const bestAgreed = bestOf(voted)
  const passing = rows.filter(isPassing).toSorted((a, b) => weightOf(b) - weightOf(a))
  if (passing.length === 0) {
    const best = bestAgreed ?? rows.reduce<OfOneGroup | undefined>(strongerTest, undefined)
    return best
      ? [{ place: best.place, side: bestAgreed ? 'agree' : sideOf(best), isBestAgreed: bestAgreed !== undefined }]
      : []
  }
  const first = bestAgreed ? [{ place: bestAgreed.place, side: 'agree' as const, isBestAgreed: true }] : []
  const rest = passing
    .filter(({ place }) => place !== bestAgreed?.place)
    .map((row) => ({ place: row.place, side: sideOf(row), isBestAgreed: false }))
  const five = [...first, ...rest].slice(0, most)
  return [...five.filter(({ side }) => side === 'agree'), ...five.filter(({ side }) => side === 'disagree')]
}

export function sideOf({ agree, disagree }: OfOneGroup): Side {
  return agree.ratioTest > disagree.ratioTest ? 'agree' : 'disagree'
}

function isPassing({ agree, disagree }: OfOneGroup): boolean {
  return [agree, disagree].some(({ shareTest: share, ratioTest: ratio }) => share > z90 && ratio > z90)
}

/** What representative statements are ordered by, on the side that is stronger. */
function weightOf(row: OfOneGroup): number {
  const { share, shareTest: ofShare, ratio, ratioTest: ofRatio } = row[sideOf(row)]
  return ratio * ofRatio * share * ofShare
}

/**
 * The statement a group agrees with most. Polis' rule, walked in the order of the list: above one half and above the last best by
 * the product of share, ratio and both tests where the last is more agreed with than elsewhere (ratio above 1); by share and its
 * test where it is not; the first that is clearly agreed with or above one half where there is none yet.
 */
function bestOf(rows: readonly OfOneGroup[]): OfOneGroup | undefined {
  let best: OfOneGroup | undefined
  for (const row of rows) if (beats(row.agree, best?.agree)) best = row
  return best
}

function beats(one: Standing, best: Standing | undefined): boolean {
  if (best && best.ratio > 1) return agreedWeight(one) > agreedWeight(best)
  if (best) return one.share * one.shareTest > best.share * best.shareTest
  return one.shareTest > z90 || (one.ratio > 1 && one.share > 0.5)
}

const agreedWeight = ({ share, shareTest: ofShare, ratio, ratioTest: ofRatio }: Standing): number =>
  share * ofShare * ratio * ofRatio

function strongerTest(best: OfOneGroup | undefined, row: OfOneGroup): OfOneGroup {
  const strength = ({ agree, disagree }: OfOneGroup): number => Math.max(agree.ratioTest, disagree.ratioTest)
  return best && strength(best) >= strength(row) ? best : row
}
