import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeByWay, type Filling } from '../acceptances/vacancy-rules.ts'
import { homesIn } from '../homes/rules.ts'
import { leading, type ApplicationState, type ArenaState, type LeadRefusal } from '../rules.ts'

/** Free seats of one profile, and how many people are left who can be asked or drawn for them. */
export type Sought = { readonly profile: Id<'profile'>; readonly free: number; readonly left: number }

export type Asked = {
  readonly account: Id<'account'>
  readonly profile: Id<'profile'>
  readonly state: ApplicationState
  readonly isErased: boolean
  /** Null where homes do not count. */
  readonly household: string | null
}

/** The profiles for which fewer people are left than seats are free. */
export function seatsSought(
  filling: Filling,
  applications: readonly Asked[],
  {
    taken,
    drawable,
  }: {
    /** Who sits, or has been offered a seat. */
    readonly taken: ReadonlySet<Id<'account'>>
    /** Who can be drawn for what a draw left free; null while nothing was drawn: then whoever waits. */
    readonly drawable: ReadonlySet<Id<'account'>> | null
  },
): readonly Sought[] {
  const homes = new Set(applications.flatMap((one) => (taken.has(one.account) ? (one.household ?? []) : [])))
  const areFree = (one: Asked): boolean =>
    !one.isErased && !taken.has(one.account) && !(one.household !== null && homes.has(one.household))
  return filling.rule.profiles.flatMap(({ id }) => {
    const free = freeByWay(filling, id)
    const own = applications.filter((one) => one.profile === id && areFree(one))
    const isChoosable = ({ state }: Asked): boolean => state === 'waiting' || state === 'not-selected'
    const isDrawable = ({ account, state }: Asked): boolean => state === 'waiting' && (drawable?.has(account) ?? true)
    const [chosen, drawn] = [free.chosen ?? 0, free.drawn ?? 0]
    // One person takes one seat, and of a home one where that was set: enough for either way may be too few for both.
    const short = [
      { free: chosen, left: homesIn(own.filter(isChoosable)) },
      { free: drawn, left: homesIn(own.filter(isDrawable)) },
      { free: chosen + drawn, left: homesIn(own.filter((one) => isDrawable(one) || (chosen > 0 && isChoosable(one)))) },
    ].findLast(({ free: seats, left }) => left < seats)
    return short ? [{ profile: id, ...short }] : []
  })
}

export type CallAgainRefusal =
  | LeadRefusal
  | 'no-call'
  | 'call-not-closed'
  | 'draw-goes-on'
  | 'somebody-left'
  | 'closes-too-soon'
  | 'closes-too-late'

export type Seeking = {
  readonly sought: readonly Sought[]
  /** A list is locked and its panel not drawn. */
  readonly isDrawing: boolean
}

/** Whether the call can open again, whenever it is to close: the form is offered by it. */
export function mayCallAgain(
  arena: ArenaState,
  { sought, isDrawing }: Seeking,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, CallAgainRefusal> {
  const allowed = leading(arena, actor)
  if (!allowed.ok) return allowed
  if (!arena.call) return refuse('no-call')
  if (Temporal.Instant.compare(now, arena.call.closesAt) < 0) return refuse('call-not-closed')
  if (isDrawing) return refuse('draw-goes-on')
  return sought.length === 0 ? refuse('somebody-left') : allowed
}

/** For seats nobody took, by the same rule and before what people told is erased. */
export function callAgain(
  arena: ArenaState,
  {
    closesAt,
    until,
    ...seeking
  }: Seeking & { readonly closesAt: Temporal.Instant; readonly until: Temporal.PlainDate },
  at: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, CallAgainRefusal> {
  const allowed = mayCallAgain(arena, seeking, at)
  if (!allowed.ok) return allowed
  if (Temporal.Instant.compare(closesAt, at.now) <= 0) return refuse('closes-too-soon')
  const forgetOn = arena.setUp?.forgetOn ?? null
  if (forgetOn === null || Temporal.PlainDate.compare(until, forgetOn) >= 0) return refuse('closes-too-late')
  return allowed
}
