import type { Id } from '@folkmoot/basics/ids.ts'
import type { Rule } from '../composition/set-up-rules.ts'

/** What is counted on either side of the table. */
export type Kind = 'politician' | 'citizen'

type Taken = { readonly kind: Kind; readonly profile: Id<'profile'> | null }

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

/** Whether a seat for this profile can still be given: the profile has one, and so has the group. */
export function isFree(filling: Filling, profile: Id<'profile'>): boolean {
  const own = profileFillings(filling).find((one) => one.profile === profile)
  // Beyond the profiles' own numbers the group may have seats that nobody has named.
  const named = filling.rule.profiles.reduce((sum, { wanted }) => sum + (wanted ?? 0), 0)
  const hasOpenSeats = filling.rule.citizens === null || named < filling.rule.citizens
  const inGroup = freeSeats(filling, 'citizen')
  return inGroup !== 0 && (own?.free !== 0 || hasOpenSeats)
}
