import type { Id } from '@folkmoot/basics/ids.ts'
import type { Mandate } from '../../mandate/index.ts'

/** What a seat is for, what somebody for it should bring, and how its seats are filled. */
export type SetUpProfile = {
  readonly id: Id<'profile'>
  readonly name: string
  readonly description: string
  /** Whoever is chosen meets at least one of them (R12). */
  readonly criteria: readonly string[]
  readonly chosen: number
  readonly drawn: number
  /** Only organisations that have declared in the register what they can bring. */
  readonly isForOrganisations: boolean
  /** The affected group somebody on this seat stands for. */
  readonly keptFor: Id<'actor'> | null
}

/** Kept for nobody. */
export const openToAll = { isForOrganisations: false, keptFor: null } as const

/** How a group is set up before anybody is asked for. */
export type SetUp = {
  /** Null where the mandate says it. */
  readonly politicians: number | null
  readonly citizens: number | null
  /** 0–0.5 */
  readonly minGenderShare: number
  readonly isOnePerHousehold: boolean
  /** Working days somebody has to say yes or no to a seat. */
  readonly answerDays: number
  /** When the data of those who were not chosen is erased. */
  readonly forgetOn: Temporal.PlainDate | null
  readonly profiles: readonly SetUpProfile[]
  readonly confirmedAt: Temporal.Instant | null
}

/** Of a mandate, what this room looks at. */
export type Fixed = Pick<Mandate, 'politicians' | 'citizens' | 'minGenderShare' | 'profiles'> & {
  readonly group: Pick<Mandate['group'], 'selection'>
}

/** At least two of five of each gender, where the mandate says nothing else (Svelvik §11). */
export const usualGenderShare = 0.4
export const usualAnswerDays = 5
/** A description of this length is still read as one thing to bring. */
const longestCriterion = 200

/** What the mandate says, before anybody has set anything up. */
export function beginning(mandate: Fixed): SetUp {
  const isByLot = mandate.group.selection === 'lot'
  return {
    politicians: null,
    citizens: null,
    minGenderShare: mandate.minGenderShare ?? usualGenderShare,
    isOnePerHousehold: false,
    answerDays: usualAnswerDays,
    forgetOn: null,
    profiles: mandate.profiles.map(({ id, name, description, wanted }) => ({
      id,
      name,
      description,
      criteria: [description !== '' && description.length <= longestCriterion ? description : name],
      chosen: isByLot ? 0 : (wanted ?? 1),
      drawn: isByLot ? (wanted ?? 1) : 0,
      ...openToAll,
    })),
    confirmedAt: null,
  }
}

export type Rule = {
  readonly politicians: number | null
  readonly citizens: number | null
  readonly minGenderShare: number | null
  readonly profiles: readonly (SetUpProfile & { readonly wanted: number | null })[]
}

/** The rule the group has to meet: what the body fixed stands above what was set up. */
export function ruleOf(mandate: Fixed | undefined, setUp: SetUp | undefined): Rule {
  if (!mandate) return { politicians: null, citizens: null, minGenderShare: null, profiles: [] }
  const set = setUp ?? beginning(mandate)
  const named = new Map(mandate.profiles.map((profile) => [profile.id, profile]))
  const known = new Set(set.profiles.map(({ id }) => id))
  const own = set.profiles.map((profile) => ({
    ...profile,
    name: named.get(profile.id)?.name ?? profile.name,
    description: named.get(profile.id)?.description ?? profile.description,
    wanted: setUp ? profile.chosen + profile.drawn : (named.get(profile.id)?.wanted ?? null),
  }))
  // The body has added profiles since: they count too.
  const later = beginning({ ...mandate, profiles: mandate.profiles.filter(({ id }) => !known.has(id)) }).profiles
  return {
    politicians: mandate.politicians ?? set.politicians,
    citizens: mandate.citizens ?? set.citizens,
    minGenderShare: mandate.minGenderShare ?? (setUp ? setUp.minGenderShare : null),
    profiles: [...own, ...later.map((profile) => ({ ...profile, wanted: profile.chosen + profile.drawn }))],
  }
}

export type Lacking =
  | { readonly what: 'politicians' | 'citizens' | 'profiles' | 'forget-on' }
  | { readonly what: 'seats'; readonly seats: number; readonly citizens: number }
  | { readonly what: 'below-mandate'; readonly profile: string; readonly seats: number; readonly wanted: number }
  | { readonly what: 'criteria'; readonly profile: string }

/** What is left to do before it can be confirmed; empty when it is whole. */
export function lackingIn(mandate: Fixed, setUp: SetUp): readonly Lacking[] {
  const rule = ruleOf(mandate, setUp)
  const seats = rule.profiles.reduce((sum, { chosen, drawn }) => sum + chosen + drawn, 0)
  const lacking: Lacking[] = []
  if (rule.politicians === null) lacking.push({ what: 'politicians' })
  if (rule.citizens === null) lacking.push({ what: 'citizens' })
  if (rule.profiles.length === 0) lacking.push({ what: 'profiles' })
  else if (rule.citizens !== null && seats !== rule.citizens)
    lacking.push({ what: 'seats', seats, citizens: rule.citizens })
  for (const { id, name, chosen, drawn, criteria } of rule.profiles) {
    const wanted = mandate.profiles.find((profile) => profile.id === id)?.wanted ?? 0
    if (chosen + drawn < wanted) lacking.push({ what: 'below-mandate', profile: name, seats: chosen + drawn, wanted })
    if (chosen > 0 && criteria.length === 0) lacking.push({ what: 'criteria', profile: name })
  }
  if (setUp.forgetOn === null) lacking.push({ what: 'forget-on' })
  return lacking
}
