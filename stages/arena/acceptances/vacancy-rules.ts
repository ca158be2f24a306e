import type { Id } from '@folkmoot/basics/ids.ts'
import type { Rule } from '../composition/set-up-rules.ts'

/** What is counted on either side of the table. */
export type Kind = 'politician' | 'citizen'

/** By choice, by lot, or before offers were kept. */
export type Way = 'chosen' | 'drawn' | 'earlier'

/** How a seat is given. The group is set up with so many of each, and none is given in the place of the other. */
export type Given = Exclude<Way, 'earlier'>

type Taken = { readonly kind: Kind; readonly profile: Id<'profile'> | null; readonly way: Way }

/** How a group stands: who sits, who has been asked, and whether it has begun. */
export type Filling = {
  readonly rule: Rule
  readonly seats: readonly Taken[]
  /** Offers that wait for an answer. */
  readonly asked: readonly Taken[]
  readonly isConfirmed: boolean
  /** How many of each kind sat when it was confirmed. */
  readonly confirmedWith: Readonly<Record<Kind, number>>
}

/**
 * How many seats of a kind are neither taken nor offered; null where nobody has said how many there are. A group that
 * was confirmed with more than its rule keeps as many.
 */
export function freeSeats(filling: Filling, kind: Kind): number | null {
  const { rule, seats, asked, isConfirmed, confirmedWith } = filling
  const ruled = kind === 'politician' ? rule.politicians : rule.citizens
  if (ruled === null && !isConfirmed) return null
  const places = Math.max(ruled ?? 0, isConfirmed ? confirmedWith[kind] : 0)
  const taken = [...seats, ...asked].filter((one) => one.kind === kind).length
  return Math.max(0, places - taken)
}

export type ProfileFilling = {
  readonly profile: Id<'profile'>
  readonly wanted: number | null
  readonly seated: number
  readonly asked: number
  /** Null where nobody has said how many. */
  readonly free: number | null
}

/** The same for each profile, in the order of the rule. */
export function profileFillings({ rule, seats, asked }: Filling): readonly ProfileFilling[] {
  return rule.profiles.map(({ id, wanted }) => {
    const seated = seats.filter(({ profile }) => profile === id).length
    const waiting = asked.filter(({ profile }) => profile === id).length
    return {
      profile: id,
      wanted,
      seated,
      asked: waiting,
      free: wanted === null ? null : Math.max(0, wanted - seated - waiting),
    }
  })
}

/**
 * How many seats of a profile are neither taken nor offered, by how they are given; null where nobody has said how many. Once the
 * group has begun nobody waits to be drawn: whoever was in a list has her answer. A seat by lot left since is given by choice.
 */
export function freeByWay(
  { rule, seats, asked, isConfirmed }: Filling,
  profile: Id<'profile'>,
): Readonly<Record<Given, number | null>> {
  const own = rule.profiles.find(({ id }) => id === profile)
  const taken = [...seats, ...asked].filter((one) => one.profile === profile)
  const drawn = taken.filter(({ way }) => way === 'drawn').length
  if (!own || own.wanted === null)
    return { chosen: null, drawn: own && !isConfirmed ? Math.max(0, own.drawn - drawn) : 0 }
  if (isConfirmed) return { chosen: Math.max(0, own.wanted - taken.length), drawn: 0 }
  return {
    chosen: Math.max(0, own.wanted - own.drawn - (taken.length - drawn)),
    drawn: Math.max(0, own.drawn - drawn),
  }
}

/** The same over all profiles, as far as numbers were said. */
export function freeSeatsByWay(filling: Filling): Readonly<Record<Given, number>> {
  const free = filling.rule.profiles.map(({ id }) => freeByWay(filling, id))
  const sum = (way: Given): number => free.reduce((all, one) => all + (one[way] ?? 0), 0)
  return { chosen: sum('chosen'), drawn: sum('drawn') }
}

/** Whether a seat for this profile can still be given in this way: the profile has one, and so has the group. */
export function isFree(filling: Filling, profile: Id<'profile'>, way: Given): boolean {
  const { rule } = filling
  if (freeSeats(filling, 'citizen') === 0) return false
  const own = freeByWay(filling, profile)[way]
  if (own !== 0 || way === 'drawn') return own !== 0
  // Beyond the profiles' own numbers the group may have seats that nobody has named: those are given by choice.
  if (rule.citizens === null) return true
  const named = rule.profiles.reduce((sum, { wanted }) => sum + (wanted ?? 0), 0)
  const over = [...filling.seats, ...filling.asked].filter(
    ({ kind, way: given }) => kind === 'citizen' && given !== 'drawn',
  )
  return named < rule.citizens && over.length < rule.citizens - drawnOf(rule)
}

function drawnOf({ profiles }: Rule): number {
  return profiles.reduce((sum, { drawn }) => sum + drawn, 0)
}
