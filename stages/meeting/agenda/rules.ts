import { holdsIn, isSignedIn, signedIn, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { prepares, type MeetingState } from '../rules.ts'

/** The finer rule says who: a member, her substitute in this meeting, and whoever prepares it. */
export const mayAddItem: Policy = signedIn

export type AddItemRefusal = 'not-a-member' | 'is-cancelled'

/** Every seat may put something on the agenda: equal standing inside the arena (R16). `standsIn`: she sits on one in this meeting. */
export function addItem(
  problem: Id<'problem'>,
  meeting: MeetingState,
  { actor, standsIn }: { readonly actor: Actor; readonly standsIn: boolean },
): Result<SignedIn, AddItemRefusal> {
  if (!isSignedIn(actor)) return refuse('not-a-member')
  if (!standsIn && !prepares(actor, problem) && !holdsIn(actor, problem, 'member')) return refuse('not-a-member')
  return meeting.state === 'cancelled' ? refuse('is-cancelled') : accept(actor)
}

/** What a rule has to know of an item. */
export type ItemState = { readonly addedBy: Id<'account'> | null; readonly hasMinutes: boolean }

export type ArrangeRefusal = 'not-yours-to-arrange' | 'is-cancelled' | 'has-minutes'

/** Whoever prepares the meeting arranges its agenda; whoever put an item there mends it. What has minutes stays as it was spoken about. */
export function arrange(
  problem: Id<'problem'>,
  { meeting, item }: { readonly meeting: MeetingState; readonly item: ItemState },
  actor: Actor,
): Result<SignedIn, ArrangeRefusal> {
  const isHers = isSignedIn(actor) && actor.account === item.addedBy
  if (!isSignedIn(actor) || (!isHers && !prepares(actor, problem))) return refuse('not-yours-to-arrange')
  if (meeting.state === 'cancelled') return refuse('is-cancelled')
  return item.hasMinutes ? refuse('has-minutes') : accept(actor)
}

/** The order is for whoever prepares alone: it decides whose item gets the time. */
export function order(
  problem: Id<'problem'>,
  meeting: MeetingState,
  actor: Actor,
): Result<SignedIn, 'not-yours-to-arrange' | 'is-cancelled'> {
  if (!prepares(actor, problem)) return refuse('not-yours-to-arrange')
  return meeting.state === 'cancelled' ? refuse('is-cancelled') : accept(actor)
}

/** The item it changes places with, by its place in the order; undefined at the end of the list. */
export function neighbour<Item>(items: readonly Item[], item: Item, way: 'up' | 'down'): Item | undefined {
  const at = items.indexOf(item)
  return at === -1 ? undefined : items[way === 'up' ? at - 1 : at + 1]
}

/** When each item is due to begin: one after the other, until one has no length. O(items). */
export function itemTimes(
  startsAt: Temporal.Instant | null,
  lengths: readonly (number | null)[],
): readonly (Temporal.Instant | null)[] {
  let at = startsAt
  return lengths.map((minutes) => {
    const begins = at
    at = begins && minutes !== null ? begins.add({ minutes }) : null
    return begins
  })
}

export type RunningItem = { readonly minutes: number | null; readonly openedAt: Temporal.Instant | null }

/**
 * The same by the clock of the meeting that runs: what has been opened keeps its hour, and what comes after is counted from the
 * last one opened, not before now. Until one has no length. O(items).
 */
export function runningTimes(
  startsAt: Temporal.Instant | null,
  items: readonly RunningItem[],
  now: Temporal.Instant,
): readonly (Temporal.Instant | null)[] {
  const last = items.findLastIndex(({ openedAt }) => openedAt !== null)
  if (last === -1)
    return itemTimes(
      startsAt,
      items.map(({ minutes }) => minutes),
    )
  const { openedAt, minutes } = items[last] ?? { openedAt: null, minutes: null }
  const due = openedAt && minutes !== null ? openedAt.add({ minutes }) : null
  const next = due && (Temporal.Instant.compare(due, now) < 0 ? now : due)
  const coming = itemTimes(
    next,
    items.slice(last + 1).map((item) => item.minutes),
  )
  return [...items.slice(0, last + 1).map((item) => item.openedAt), ...coming]
}

export type AgendaSum = {
  /** Minutes of the items that say theirs. */
  readonly planned: number
  /** How long the meeting is; null where its hours are unknown. */
  readonly length: number | null
  /** Items that do not say how long they take. */
  readonly open: number
}

export function agendaSum(
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant | null; readonly endsAt: Temporal.Instant | null },
  lengths: readonly (number | null)[],
): AgendaSum {
  return {
    planned: lengths.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0),
    length: startsAt && endsAt ? startsAt.until(endsAt).total('minutes') : null,
    open: lengths.filter((minutes) => minutes === null).length,
  }
}
