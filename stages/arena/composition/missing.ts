import type { Id } from '@folkmoot/basics/ids.ts'

/** The mandate's composition rule (R9): counts, a seat for each profile, a least share of each gender. */
export type CompositionRule = {
  readonly politicians: number | null
  readonly citizens: number | null
  /** 0–1; counted among those who told their gender. */
  readonly minGenderShare: number | null
  readonly profiles: readonly { readonly id: Id<'profile'>; readonly wanted: number | null }[]
}

export type SeatedGroup = readonly {
  readonly kind: 'politician' | 'citizen'
  readonly profile: Id<'profile'> | null
  readonly gender: 'woman' | 'man' | 'other' | null
}[]

export type Missing =
  | { readonly what: 'politicians' | 'citizens'; readonly wanted: number; readonly seated: number }
  | { readonly what: 'profile'; readonly profile: Id<'profile'>; readonly wanted: number; readonly seated: number }
  | {
      readonly what: 'gender'
      readonly gender: 'woman' | 'man'
      readonly part: number
      readonly whole: number
      readonly wanted: number
    }

/** Below this many answers a share says nothing about a group and something about persons. */
const fewestToldGenders = 5

/** What the group still misses of the rule; empty when it is met. More than asked for counts as missing the number too. */
export function missingFrom(rule: CompositionRule, seats: SeatedGroup): readonly Missing[] {
  const counted = (kind: 'politician' | 'citizen'): number => seats.filter((seat) => seat.kind === kind).length
  const missing: Missing[] = []
  if (rule.politicians !== null && counted('politician') !== rule.politicians) {
    missing.push({ what: 'politicians', wanted: rule.politicians, seated: counted('politician') })
  }
  if (rule.citizens !== null && counted('citizen') !== rule.citizens) {
    missing.push({ what: 'citizens', wanted: rule.citizens, seated: counted('citizen') })
  }
  for (const { id, wanted } of rule.profiles) {
    const seated = seats.filter((seat) => seat.profile === id).length
    if (wanted !== null && seated < wanted) missing.push({ what: 'profile', profile: id, wanted, seated })
  }
  return [...missing, ...missingGenders(rule.minGenderShare, seats)]
}

function missingGenders(wanted: number | null, seats: SeatedGroup): readonly Missing[] {
  const told = seats.filter((seat) => seat.gender !== null)
  if (wanted === null || told.length < fewestToldGenders) return []
  return (['woman', 'man'] as const).flatMap((gender) => {
    const part = told.filter((seat) => seat.gender === gender).length
    const whole = told.length
    return part / whole < wanted ? [{ what: 'gender' as const, gender, part, whole, wanted }] : []
  })
}

/** Whether the political seats are held by one party alone while the council has several: a warning, never a bar (R9). */
export function isOnePartyOnly(parties: readonly (string | null)[], partiesInCouncil: number): boolean {
  return parties.length > 1 && partiesInCouncil > 1 && new Set(parties).size === 1
}

/** Whether the political seats are held by the majority alone while the body has other parties: a warning, never a bar (R9). */
export function isMajorityOnly(
  parties: readonly (string | null)[],
  { majority, inBody }: { readonly majority: readonly string[]; readonly inBody: readonly (string | null)[] },
): boolean {
  const isOfMajority = (party: string | null): boolean => party !== null && majority.includes(party)
  const hasOthers = inBody.some((party) => party !== null && !majority.includes(party))
  return parties.length > 0 && hasOthers && parties.every(isOfMajority)
}
