import {
  anyone,
  holds,
  holdsIn,
  isSignedIn,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { leads, type ArenaState } from '../rules.ts'

export const mayLook: Policy = anyone
/** Politicians and staff reach the acts; the rule says who of them in this case. Drawing by lot chooses nobody: staff may prepare it. */
export const mayPrepare: Policy = whoever('politician', 'body-chair', 'arena-chair-elect', 'clerk', 'facilitator')
/** The rows of the list with what people told: for whoever answers for it, and an auditor she lets look. */
export const mayReadRows: Policy = whoever('clerk')

export type Step = 'limits' | 'pool' | 'panels' | 'drawn' | 'ended'

export type LotteryState = {
  readonly step: Step
  readonly version: number
  /** The first draw, where it fills seats of that one that are free again. */
  readonly replaces: number | null
}

/**
 * Whether the limits, the panels and the chances of a draw are public. Of one for free seats they are not: what its limits leave to
 * be met is what those who took the other seats told, and they are named. The clerk reads them, as she reads the rows.
 */
export function isOpenTo(lottery: Pick<LotteryState, 'replaces'> | null, actor: Actor): boolean {
  return (lottery?.replaces ?? null) === null || mayReadRows.allows(actor)
}

/** Whether a list is locked and its panel not drawn: until then the draw alone answers who is in it. */
export function isDrawing(lottery: Pick<LotteryState, 'step'> | undefined): boolean {
  return lottery?.step === 'pool' || lottery?.step === 'panels'
}

/** Where the lottery of a case stands, for whoever acts on it. */
export type Standing = {
  readonly problem: Id<'problem'>
  readonly arena: ArenaState
  /** The lottery that is going on; null before the first, and when the last one has ended. */
  readonly lottery: LotteryState | null
}

export type PrepareRefusal = 'not-yours-to-draw' | 'no-mandate' | 'confirmed-already'

/** Who leads the case, its chair to be, and its clerk or facilitator. */
export function prepares({ problem, arena }: Standing, actor: Actor): boolean {
  return leads(arena, actor) || holdsIn(actor, problem, 'arena-chair-elect') || holds(actor, 'clerk', 'facilitator')
}

/** Whoever prepares the draw, while there is something to prepare. */
export function preparing(standing: Standing, actor: Actor): Result<SignedIn, PrepareRefusal> {
  if (!isSignedIn(actor) || !prepares(standing, actor)) return refuse('not-yours-to-draw')
  if (!standing.arena.isMandateAdopted) return refuse('no-mandate')
  if (standing.arena.isConfirmed) return refuse('confirmed-already')
  return accept(actor)
}

export type SetRefusal = PrepareRefusal | 'list-locked' | 'no-seats-by-lot' | 'not-as-set-up' | 'gender-share'

/** What the set-up says of the draw, and whether the limits keep to it. */
export type Keeping = {
  /** How many seats the group was set up to draw. */
  readonly toDraw: number
  /** Just so many of each profile. */
  readonly areAsSetUp: boolean
  /** At least so many of each gender. */
  readonly isGenderKept: boolean
}

/** Limits are set until the list is locked: who knows who applied must not choose the limits. */
export function setLimits(
  standing: Standing,
  { toDraw, areAsSetUp, isGenderKept }: Keeping,
  actor: Actor,
): Result<SignedIn, SetRefusal> {
  const allowed = beginLimits(standing, { toDraw }, actor)
  if (!allowed.ok) return allowed
  if (!areAsSetUp) return refuse('not-as-set-up')
  if (!isGenderKept) return refuse('gender-share')
  return allowed
}

/** Whether they can be set at all: the form is offered by it. */
export function beginLimits(
  standing: Standing,
  { toDraw }: Pick<Keeping, 'toDraw'>,
  actor: Actor,
): Result<SignedIn, SetRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  if (standing.lottery && standing.lottery.step !== 'limits') return refuse('list-locked')
  if (toDraw < 1) return refuse('no-seats-by-lot')
  return allowed
}

export type LockRefusal =
  | PrepareRefusal
  | 'no-limits'
  | 'not-as-set-up'
  | 'gender-share'
  | 'list-locked'
  | 'no-call'
  | 'call-still-open'
  | 'home-asked'
  | 'staff-record-waits'
  | 'too-few-applied'
  | 'homes-not-looked-up'

export type Pool = Keeping & {
  readonly seats: number
  readonly waiting: number
  /** What staff wrote down in time and no second person has confirmed or sent back. */
  readonly records: number
  /** Somebody who shares a home with an applicant owes an answer to an offer: who can be drawn hangs on it. */
  readonly isHomeAsked: boolean
  /** Who gave an address that others gave too, and that nobody has looked up; where one of a home is drawn at most. */
  readonly homes: number
}

/** The list is locked when nobody can come to it any more, and before anybody knows a number. */
export function lockPool(
  standing: Standing,
  { seats, toDraw, areAsSetUp, isGenderKept, waiting, records, isHomeAsked, homes }: Pool,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, LockRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  const { lottery, arena } = standing
  if (!lottery || lottery.version === 0) return refuse('no-limits')
  if (lottery.step !== 'limits') return refuse('list-locked')
  // The group was set up anew after the limits were set.
  if (seats !== toDraw || !areAsSetUp) return refuse('not-as-set-up')
  if (!isGenderKept) return refuse('gender-share')
  if (!arena.call) return refuse('no-call')
  if (Temporal.Instant.compare(now, arena.call.closesAt) < 0) return refuse('call-still-open')
  if (records > 0) return refuse('staff-record-waits')
  if (isHomeAsked) return refuse('home-asked')
  if (waiting < seats) return refuse('too-few-applied')
  if (homes > 0) return refuse('homes-not-looked-up')
  return allowed
}

export type RunState = {
  readonly state: 'waiting' | 'running' | 'made' | 'impossible' | 'uneven' | 'stopped' | 'failed'
}

export type MakeRefusal =
  | PrepareRefusal
  | 'list-open'
  | 'panels-made'
  | 'making-already'
  | 'limits-impossible'
  | 'panels-uneven'

export function makePanels(
  standing: Standing,
  { last, isTried }: { readonly last: RunState | null; /** With the limits in force. */ readonly isTried: boolean },
  actor: Actor,
): Result<SignedIn, MakeRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  const step = standing.lottery?.step ?? 'limits'
  if (step === 'limits' || step === 'ended') return refuse('list-open')
  if (step !== 'pool') return refuse('panels-made')
  if (last?.state === 'waiting' || last?.state === 'running') return refuse('making-already')
  if (last?.state === 'impossible' && isTried) return refuse('limits-impossible')
  // The seed follows from the limits and the list: it would come out the same.
  if (last?.state === 'uneven' && isTried) return refuse('panels-uneven')
  return allowed
}

export type StopRefusal = PrepareRefusal | 'not-making'

export function stopMaking(standing: Standing, last: RunState | null, actor: Actor): Result<SignedIn, StopRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  if (last?.state !== 'waiting' && last?.state !== 'running') return refuse('not-making')
  return allowed
}

export type WidenRefusal = PrepareRefusal | 'sealed' | 'not-impossible'

/** After the list is locked a limit is only made wider, and only when no panel meets them all. */
export function widenLimits(standing: Standing, last: RunState | null, actor: Actor): Result<SignedIn, WidenRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  if (!isOpenTo(standing.lottery, actor)) return refuse('sealed')
  if (standing.lottery?.step !== 'pool' || last?.state !== 'impossible') return refuse('not-impossible')
  return allowed
}

export type EndRefusal = PrepareRefusal | 'nothing-going-on' | 'number-is-out' | 'reason-needed'

/** A lottery is given up in public and with a reason; its list, panels and numbers stay to be seen. */
export function endLottery(
  standing: Standing,
  {
    actor,
    reason,
    isNumberOut,
  }: {
    readonly actor: Actor
    readonly reason: string
    /** A number has been written, or the beacon's round is out: whoever dislikes what chance gave does not get rid of it. */
    readonly isNumberOut: boolean
  },
): Result<SignedIn, EndRefusal> {
  const allowed = preparing(standing, actor)
  if (!allowed.ok) return allowed
  const step = standing.lottery?.step
  if (step === undefined || step === 'drawn' || step === 'ended') return refuse('nothing-going-on')
  if (isNumberOut) return refuse('number-is-out')
  if (reason.trim() === '') return refuse('reason-needed')
  return allowed
}

export type AgainRefusal =
  | 'not-yours-to-draw'
  | 'not-drawn-yet'
  | 'begun-already'
  | 'call-still-open'
  | 'offers-wait'
  | 'staff-record-waits'
  | 'home-asked'
  | 'no-seat-free'
  | 'too-few-applied'

export type Again = {
  readonly free: number
  readonly isAsked: boolean
  readonly isHomeAsked: boolean
  /** As for the first list: the call was opened again, and staff wrote down who asked. */
  readonly records: number
  readonly left: number
}

/** Seats by lot that nobody took are drawn again, when everybody who was asked has answered, and before the group begins: then nobody waits any more. */
export function drawAgain(
  standing: Standing,
  { free, isAsked, isHomeAsked, records, left }: Again,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, AgainRefusal> {
  if (!isSignedIn(actor) || !prepares(standing, actor)) return refuse('not-yours-to-draw')
  if (standing.lottery?.step !== 'drawn') return refuse('not-drawn-yet')
  const { call, isConfirmed } = standing.arena
  if (isConfirmed) return refuse('begun-already')
  if (call && Temporal.Instant.compare(now, call.closesAt) < 0) return refuse('call-still-open')
  if (isAsked) return refuse('offers-wait')
  if (records > 0) return refuse('staff-record-waits')
  if (isHomeAsked) return refuse('home-asked')
  if (free < 1) return refuse('no-seat-free')
  if (left < free) return refuse('too-few-applied')
  return accept(actor)
}
