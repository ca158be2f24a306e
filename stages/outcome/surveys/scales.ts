import { items, type Item } from './instruments.ts'
import { groups, type Group } from './rules.ts'
import { saidOf, type PublishedRound, type Said, type Span } from './results.ts'

/**
 * Questions that together measure one thing, as INSTRUMENTS names them. In all of them a high answer says more of it: none is turned
 * round. Trust (D2) is no scale: the OECD reports each of its questions alone.
 */
export const scales = {
  /** D1 without its seventh, which is kept apart: who sets the direction decides what the others mean. */
  leadership: [
    'agenda',
    'understand-anew',
    'new-solutions',
    'influence',
    'can-defend',
    'others-carry',
    'worth-my-time',
  ],
  /** D3, the block of what the members lived through. */
  experience: [
    'information-balanced',
    'time-enough',
    'equal-chance',
    'listened-to',
    'facilitation-neutral',
    'no-politician-dominated',
    'no-staff-dominated',
    'reasons-given',
  ],
  /** D8. */
  fairness: ['all-heard', 'unbiased', 'understood-decision', 'told-reasons', 'can-be-corrected', 'accept-anyway'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ScaleName = keyof typeof scales

export function isScale(name: string): name is ScaleName {
  return Object.hasOwn(scales, name)
}

export function itemsOfScale(name: ScaleName): readonly Item[] {
  return scales[name].map((key) => {
    const item = items.find((one) => one.key === key)
    if (!item) throw new Error(`no question ${key}`)
    return item
  })
}

/** What is said of a scale must rest on at least this share of its questions: the half rule, as for a person's own index. */
export const leastShown = 0.5

/** The mean of a scale's questions for some groups, worked out from what is published of each of them and nothing else. */
export type ScaleSaid = Pick<Said, 'groups' | 'asked'> & {
  /** Between which numbers the index of those who answered lies. */
  readonly mean: Span
  /** Between which numbers it lies for all who were asked, with at least 95 % confidence. */
  readonly interval: Span
  /** How many of the questions could be shown, and of how many. */
  readonly shown: number
  readonly of: number
}

/**
 * The index of a scale for each set of groups that is counted together: the mean over its questions. A question that could not be
 * shown may have had any answer, so it counts from the lowest to the highest; with fewer than half of them shown nothing is said.
 *
 * Half the width of the interval is the mean of the halves of the questions: the spread of a sum is never more than the sum of the
 * spreads (Minkowski), so the true interval of the persons' own indices is never wider. Those indices themselves are not published, nor
 * is Cronbach's alpha: beside the published parts both tell hidden answers, also where twenty answered. A test shows it.
 */
export function scaleSaidOf(name: ScaleName, round: PublishedRound | null): readonly ScaleSaid[] {
  const its = itemsOfScale(name)
  const said = its.map((item) => ({ item, said: saidOf(item, round) }))
  const sets = new Map(said.flatMap((one) => one.said.map(({ groups: who }) => [who.join(), who] as const)))
  return [...sets.values()].toSorted(byGroups).flatMap((who) => {
    const each = said.map(({ item, said: all }) => ({ item, one: all.find((own) => own.groups.join() === who.join()) }))
    const shown = each.filter(({ one }) => one !== undefined)
    const [first] = shown
    if (!first?.one || shown.length < its.length * leastShown) return []
    const meanOf = (of: (said: Said) => Span): Span => ({
      low: each.reduce((sum, { item, one }) => sum + (one ? of(one).low : item.from), 0) / its.length,
      high: each.reduce((sum, { item, one }) => sum + (one ? of(one).high : item.to), 0) / its.length,
    })
    return [
      {
        groups: who,
        asked: first.one.asked,
        mean: meanOf(({ mean }) => mean),
        interval: meanOf(({ interval }) => interval),
        shown: shown.length,
        of: its.length,
      },
    ]
  })
}

function byGroups([a]: readonly Group[], [b]: readonly Group[]): number {
  return groups.findIndex((group) => group === a) - groups.findIndex((group) => group === b)
}
