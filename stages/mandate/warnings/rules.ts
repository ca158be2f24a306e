import { isOpen, type Matter } from '../matters/rules.ts'
import type { PromiseLevel, SeatProfile } from '../rules.ts'

/** What a body is warned of before it adopts. A warning never blocks: the body decides, knowing. */

export const warningKinds = [
  'nothing-open',
  'nothing-together',
  'together-unpromised',
  'no-politicians',
  'few-profiles',
  'beyond-power',
  'short-rhythm',
  'short-recruiting',
  'one-party',
  'only-majority',
  'majority-unknown',
  'after-election',
  'after-terms',
  'sponsor-leaves',
  'busy-sponsors',
  'busy-place',
] as const
export type WarningKind = (typeof warningKinds)[number]

/** Days as YYYY-MM-DD: they are kept as they were said. */
export type Warning = { readonly kind: WarningKind; readonly values: Readonly<Record<string, string | number>> }

/** Fewer days than these between two meetings leave no time to hear people and write (our reading of Gentofte: 9 to 12 months). */
export const daysPerMeeting = 14
/** An open call, answers and explained choice took six weeks where it went well. */
export const daysToRecruit = 42
/** Svelvik keeps at most four groups at work. */
export const usualGroupsAYear = 4

export type WarnedTerms = {
  readonly promise: PromiseLevel | null
  readonly matters: readonly Matter[]
  readonly politicians: number | null
  readonly citizens: number | null
  readonly profiles: readonly Pick<SeatProfile, 'wanted'>[]
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly meetings: number | null
}

export type SponsorSeat = {
  readonly name: string
  /** Null: of no party. */
  readonly party: string | null
  /** The last day of her latest term; null where it has no end. */
  readonly until: Temporal.PlainDate | null
}

export type OtherMandate = {
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  /** A sponsor of this case stands behind it, or the same committee follows it. */
  readonly isOurs: boolean
}

export type Surroundings = {
  readonly today: Temporal.PlainDate
  /** A later version changes work whose seats are called or filled already. */
  readonly isFirst: boolean
  readonly sponsors: readonly SponsorSeat[]
  /** Parties that form the majority of the body that answers; undefined where nobody said. */
  readonly majority: readonly string[] | undefined
  /** When the body that answers is elected next; null where nobody has said. */
  readonly electedOn: Temporal.PlainDate | null
  /** When its last term ends. */
  readonly bodyUntil: Temporal.PlainDate | null
  /** The last day of the answer, counted from the hand-over. */
  readonly answerBy: Temporal.PlainDate | null
  /** Mandates in force of other cases. */
  readonly others: readonly OtherMandate[]
  readonly groupsAYear: number
}

export function warningsOf(terms: WarnedTerms, around: Surroundings): readonly Warning[] {
  return [
    ...ofPower(terms),
    ...ofSeats(terms),
    ...ofTime(terms, around),
    ...ofSponsors(around),
    ...ofTerms(terms, around),
    ...ofLoad(terms, around),
  ]
}

function ofPower({ promise, matters }: WarnedTerms): readonly Warning[] {
  if (promise === null || matters.length === 0) return []
  const together = matters.filter(({ room }) => room === 'together').length
  if (promise === 'inform' || promise === 'consult')
    return together > 0 ? [{ kind: 'together-unpromised', values: { count: together } }] : []
  if (!matters.some(isOpen)) return [{ kind: 'nothing-open', values: {} }]
  const isHigh = promise === 'collaborate' || promise === 'empower'
  const elsewhere = matters.filter(({ room }) => room === 'another-level').length
  return [
    ...(isHigh && together === 0 ? [{ kind: 'nothing-together', values: {} } as const] : []),
    ...(isHigh && elsewhere > 0
      ? [{ kind: 'beyond-power', values: { count: elsewhere, all: matters.length } } as const]
      : []),
  ]
}

/** Who works along with politicians needs some at the table; a seat without a profile is advertised for nobody. */
function ofSeats({ promise, politicians, citizens, profiles }: WarnedTerms): readonly Warning[] {
  const isWithPoliticians = promise === 'involve' || promise === 'collaborate'
  const wanted = profiles.reduce<number | null>(
    (sum, profile) => (sum === null || profile.wanted === null ? null : sum + profile.wanted),
    0,
  )
  const isFew = profiles.length > 0 && citizens !== null && wanted !== null && wanted < citizens
  return [
    ...(isWithPoliticians && politicians === 0 ? [{ kind: 'no-politicians', values: {} } as const] : []),
    ...(isFew ? [{ kind: 'few-profiles', values: { wanted, citizens } } as const] : []),
  ]
}

function ofTime(
  { citizens, startsOn, endsOn, meetings }: WarnedTerms,
  { today, isFirst }: Surroundings,
): readonly Warning[] {
  const warnings: Warning[] = []
  if (startsOn && endsOn && meetings !== null) {
    const days = daysFrom(startsOn, endsOn)
    if (days >= 0 && days < (meetings - 1) * daysPerMeeting)
      warnings.push({ kind: 'short-rhythm', values: { meetings, days } })
  }
  if (isFirst && startsOn && citizens !== null && citizens > 0) {
    const days = daysFrom(today, startsOn)
    if (days < daysToRecruit)
      warnings.push({ kind: 'short-recruiting', values: { days: Math.max(0, days), usual: daysToRecruit } })
  }
  return warnings
}

function ofSponsors({ sponsors, majority }: Surroundings): readonly Warning[] {
  const parties = new Set(sponsors.map(({ party }) => party))
  const [only] = parties
  if (parties.size === 1 && typeof only === 'string') return [{ kind: 'one-party', values: { party: only } }]
  if (parties.size === 0) return []
  if (majority === undefined) return [{ kind: 'majority-unknown', values: {} }]
  const isAll = sponsors.every(({ party }) => party !== null && majority.includes(party))
  return isAll ? [{ kind: 'only-majority', values: { parties: [...parties].join(', ') } }] : []
}

function ofTerms(
  { endsOn }: WarnedTerms,
  { sponsors, electedOn, bodyUntil, answerBy }: Surroundings,
): readonly Warning[] {
  const last = answerBy ?? endsOn
  if (!last) return []
  const isAfter = (until: Temporal.PlainDate | null): until is Temporal.PlainDate =>
    until !== null && Temporal.PlainDate.compare(last, until) > 0
  if (isAfter(electedOn))
    return [{ kind: 'after-election', values: { answer: last.toString(), election: electedOn.toString() } }]
  // Where the whole body goes, its members need not be named.
  if (isAfter(bodyUntil))
    return [{ kind: 'after-terms', values: { answer: last.toString(), until: bodyUntil.toString() } }]
  return sponsors.flatMap(({ name, until }): readonly Warning[] =>
    isAfter(until)
      ? [{ kind: 'sponsor-leaves', values: { name, until: until.toString(), answer: last.toString() } }]
      : [],
  )
}

function ofLoad({ startsOn, endsOn }: WarnedTerms, { others, groupsAYear }: Surroundings): readonly Warning[] {
  if (!startsOn || !endsOn) return []
  const meanwhile = others.filter((other) => overlap({ startsOn, endsOn }, other))
  const ours = meanwhile.filter(({ isOurs }) => isOurs).length
  return [
    ...(ours > 0 ? [{ kind: 'busy-sponsors', values: { count: ours } } as const] : []),
    ...(meanwhile.length + 1 > groupsAYear
      ? [{ kind: 'busy-place', values: { count: meanwhile.length + 1, most: groupsAYear } } as const]
      : []),
  ]
}

type Span = { readonly startsOn: Temporal.PlainDate | null; readonly endsOn: Temporal.PlainDate | null }

/** A span without an end is not known to be over. */
function overlap(a: Span, b: Span): boolean {
  const before = (end: Temporal.PlainDate | null, start: Temporal.PlainDate | null): boolean =>
    end !== null && start !== null && Temporal.PlainDate.compare(end, start) < 0
  return !before(a.endsOn, b.startsOn) && !before(b.endsOn, a.startsOn)
}

function daysFrom(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}
