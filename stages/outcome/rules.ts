import { holds, holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayPrepare: Policy = whoever('clerk', 'facilitator', 'politician')
export const mayMeasure: Policy = whoever('clerk', 'facilitator', 'officer', 'politician')

/** Staff prepare, politicians of the body that answered prepare too. */
export function mayPrepareHere(body: Id<'body'> | null, actor: Actor): boolean {
  return holds(actor, 'clerk', 'facilitator') || (body !== null && holdsIn(actor, body, 'politician'))
}

export function mayMeasureHere(body: Id<'body'> | null, actor: Actor): boolean {
  return holds(actor, 'officer') || mayPrepareHere(body, actor)
}

export type IndicatorWords = {
  readonly baselineValue: number | null
  readonly baselineOn: Temporal.PlainDate | null
  readonly baselineSource: string
  readonly targetValue: number
  readonly targetBy: Temporal.PlainDate
}

export type IntendRefusal =
  | 'not-yours-to-prepare'
  | 'baseline-day-needed'
  | 'baseline-source-needed'
  | 'baseline-value-needed'
  | 'day-in-future'

/** A baseline is whole (value, day, source) or unknown; a target always has its day. */
export function intend(
  { body, today }: { readonly body: Id<'body'> | null; readonly today: Temporal.PlainDate },
  words: IndicatorWords,
  actor: Actor,
): Result<SignedIn, IntendRefusal> {
  if (!isSignedIn(actor) || !mayPrepareHere(body, actor)) return refuse('not-yours-to-prepare')
  if (words.baselineValue === null) return words.baselineOn === null ? accept(actor) : refuse('baseline-value-needed')
  if (words.baselineOn === null) return refuse('baseline-day-needed')
  if (words.baselineSource === '') return refuse('baseline-source-needed')
  return Temporal.PlainDate.compare(words.baselineOn, today) > 0 ? refuse('day-in-future') : accept(actor)
}

/** What is published of a measurement. The range is what its source says of how sure it is; null where it says nothing. */
export type MeasurementWords = {
  readonly value: number
  readonly on: Temporal.PlainDate
  readonly source: string
  readonly range: { readonly low: number; readonly high: number } | null
}

export type MeasureRefusal = 'not-yours-to-measure' | 'day-in-future' | 'measured-already' | 'value-outside-range'

export function measure(
  state: { readonly body: Id<'body'> | null; readonly today: Temporal.PlainDate; readonly isKnown: boolean },
  { value, on, range }: Omit<MeasurementWords, 'source'>,
  actor: Actor,
): Result<SignedIn, MeasureRefusal> {
  if (!isSignedIn(actor) || !mayMeasureHere(state.body, actor)) return refuse('not-yours-to-measure')
  if (Temporal.PlainDate.compare(on, state.today) > 0) return refuse('day-in-future')
  if (range && !(range.low <= value && value <= range.high)) return refuse('value-outside-range')
  return state.isKnown ? refuse('measured-already') : accept(actor)
}

export type CorrectRefusal = MeasureRefusal | 'corrected-already' | 'nothing-corrected'

/** What was published stays to be read; what is right stands in its place. Once each: the next one corrects the correction. */
export function correct(
  state: Parameters<typeof measure>[0] & { readonly isCorrected: boolean; readonly was: MeasurementWords },
  words: MeasurementWords,
  actor: Actor,
): Result<SignedIn, CorrectRefusal> {
  if (state.isCorrected) return refuse('corrected-already')
  if (isSame(state.was, words)) return refuse('nothing-corrected')
  return measure(state, words, actor)
}

function isSame(one: MeasurementWords, other: MeasurementWords): boolean {
  return (
    one.value === other.value &&
    one.on.equals(other.on) &&
    one.source === other.source &&
    one.range?.low === other.range?.low &&
    one.range?.high === other.range?.high
  )
}

export type Reading = 'unknown' | 'not-measured' | 'reached' | 'closer' | 'unchanged' | 'further'

/**
 * What the latest measurement says against baseline and target. Says only "after", never "because of": no rule here
 * knows causes.
 */
export function readingOf(baseline: number | null, target: number | null, latest: number | undefined): Reading {
  if (latest === undefined) return 'not-measured'
  if (target === null || baseline === null) return 'unknown'
  const isUpwards = target >= baseline
  if (isUpwards ? latest >= target : latest <= target) return 'reached'
  if (latest === baseline) return 'unchanged'
  return latest > baseline === isUpwards ? 'closer' : 'further'
}

/** Told, and neither a value before nor a target is known: a number with its day, and nothing to compare it with. */
export function isOnlyMeasured({ source, baselineValue, targetValue }: OnlyMeasured): boolean {
  return source !== null && baselineValue === null && targetValue === null
}

type OnlyMeasured = {
  readonly source: string | null
  readonly baselineValue: number | null
  readonly targetValue: number | null
}
