import { isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { prepares, runs } from '../rules.ts'

const longestHours = 72 // a weekend of a festival

export type AnnounceRefusal = 'not-yours-to-run' | 'in-the-past' | 'ends-before-start' | 'too-long-event'

/** Anyone comes to an open event (R15); whoever prepares the group's meetings announces it. */
export function announce(
  problem: Id<'problem'>,
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, AnnounceRefusal> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-run')
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return refuse('ends-before-start')
  if (startsAt.until(endsAt).total('hours') > longestHours) return refuse('too-long-event')
  return Temporal.Instant.compare(startsAt, now) <= 0 ? refuse('in-the-past') : accept(actor)
}

/** What a rule has to know of an event. */
export type EventState = {
  readonly startsAt: Temporal.Instant
  readonly isCancelled: boolean
  readonly hasResult: boolean
}

export function cancel(
  problem: Id<'problem'>,
  { event, reason }: { readonly event: EventState; readonly reason: string },
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, 'not-yours-to-run' | 'is-cancelled' | 'has-begun' | 'reason-needed'> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-run')
  if (event.isCancelled) return refuse('is-cancelled')
  if (Temporal.Instant.compare(event.startsAt, now) <= 0) return refuse('has-begun')
  return reason === '' ? refuse('reason-needed') : accept(actor)
}

/** How many came and what was said, once it has begun; who wrote it down as staff is seen as such. */
export function tellResult(
  problem: Id<'problem'>,
  event: EventState,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<
  { readonly by: SignedIn; readonly isStaff: boolean },
  'not-yours-to-run' | 'is-cancelled' | 'not-begun' | 'told-already'
> {
  if (!runs(actor, problem)) return refuse('not-yours-to-run')
  if (event.isCancelled) return refuse('is-cancelled')
  if (Temporal.Instant.compare(event.startsAt, now) > 0) return refuse('not-begun')
  return event.hasResult ? refuse('told-already') : accept({ by: actor, isStaff: isStaff(actor) })
}

/** As problems and ideas came: one set of words for how something reached us. */
export const channels = ['paper', 'phone', 'desk', 'event'] as const
export type Channel = (typeof channels)[number]

export type Batch = {
  readonly channel: Channel
  readonly hasEvent: boolean
  readonly sheets: number
  readonly entered: number
  readonly sample: string
  readonly collectedOn: Temporal.PlainDate
}

export type BatchRefusal =
  | 'not-yours-to-run'
  | 'more-than-sheets'
  | 'nothing-entered'
  | 'sample-needed'
  | 'no-sample'
  | 'which-event'
  | 'not-collected-yet'

/** All of a batch is entered, or a sample whose choosing is stated: nobody picks what suits. */
export function enterBatch(
  problem: Id<'problem'>,
  { channel, hasEvent, sheets, entered, sample, collectedOn }: Batch,
  { actor, today }: { readonly actor: Actor; readonly today: Temporal.PlainDate },
): Result<SignedIn, BatchRefusal> {
  if (!runs(actor, problem)) return refuse('not-yours-to-run')
  if ((channel === 'event') !== hasEvent) return refuse('which-event')
  if (Temporal.PlainDate.compare(collectedOn, today) > 0) return refuse('not-collected-yet')
  if (entered > sheets) return refuse('more-than-sheets')
  if (entered < 1) return refuse('nothing-entered')
  if (entered === sheets) return sample === '' ? accept(actor) : refuse('no-sample')
  return sample === '' ? refuse('sample-needed') : accept(actor)
}
