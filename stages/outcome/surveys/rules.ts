import { isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { mayPrepareHere } from '../rules.ts'

/** Whose answers are counted together. Politicians: those with a seat and those of the body that answers. */
export const groups = ['politician', 'member', 'participant'] as const
export type Group = (typeof groups)[number]

/** When the group begins, when the body has answered, and about twelve months after that. */
export const moments = ['start', 'close', 'later'] as const
export type Moment = (typeof moments)[number]

export const mayOpen: Policy = whoever('clerk', 'facilitator', 'politician')

/** How long a round may run, in days: time enough to be reminded, and over before the moment has passed. */
export const lengthOfRound = { least: 7, most: 60 } as const

/** "About twelve months": not before eleven have passed, so that what was decided has had a year's seasons. */
export const monthsUntilLater = 11

export type OpenState = {
  readonly body: Id<'body'> | null
  readonly isGroupConfirmed: boolean
  readonly isHandedOver: boolean
  /** The day the package was closed there; null while it is open. */
  readonly closedOn: Temporal.PlainDate | null
  readonly isOpened: boolean
  readonly today: Temporal.PlainDate
}

export type OpenRefusal =
  | 'not-yours-to-open'
  | 'opened-already'
  | 'no-group-yet'
  | 'start-is-over'
  | 'not-answered-yet'
  | 'too-early-for-later'
  | 'closes-too-soon'
  | 'closes-too-late'

/** One round a moment, and each moment at its time: what is asked at another cannot be compared. */
export function open(
  state: OpenState,
  { moment, closesOn }: { readonly moment: Moment; readonly closesOn: Temporal.PlainDate },
  actor: Actor,
): Result<SignedIn, OpenRefusal> {
  if (!isSignedIn(actor) || !mayPrepareHere(state.body, actor)) return refuse('not-yours-to-open')
  const wait = waitsFor(state, moment)
  if (wait) return refuse(wait)
  const days = state.today.until(closesOn, { largestUnit: 'days' }).days
  if (days < lengthOfRound.least) return refuse('closes-too-soon')
  return days > lengthOfRound.most ? refuse('closes-too-late') : accept(actor)
}

export type Wait = Exclude<OpenRefusal, 'not-yours-to-open' | 'closes-too-soon' | 'closes-too-late'>

/** Why this moment cannot be asked now; null when it can. */
export function waitsFor(state: Omit<OpenState, 'body'>, moment: Moment): Wait | null {
  if (state.isOpened) return 'opened-already'
  if (!state.isGroupConfirmed) return 'no-group-yet'
  if (moment === 'start') return state.isHandedOver ? 'start-is-over' : null
  if (state.closedOn === null) return 'not-answered-yet'
  const first = state.closedOn.add({ months: monthsUntilLater })
  return moment === 'later' && Temporal.PlainDate.compare(state.today, first) < 0 ? 'too-early-for-later' : null
}

export type Around = {
  readonly politicians: readonly Id<'account'>[]
  readonly citizens: readonly Id<'account'>[]
  /** Everybody the case concerns; those above may be among them. */
  readonly around: readonly Id<'account'>[]
  readonly staff: readonly Id<'account'>[]
}

/** Who is asked as what, each once: a seat says more than a comment. Staff are not asked: they ran it. */
export function askedOf({
  politicians,
  citizens,
  around,
  staff,
}: Around): readonly (readonly [Id<'account'>, Group])[] {
  const asked = new Map<Id<'account'>, Group>()
  for (const account of around) asked.set(account, 'participant')
  for (const account of citizens) asked.set(account, 'member')
  // A public employee who is elected here as well answers as what she was elected to be.
  for (const account of staff) if (!citizens.includes(account)) asked.delete(account)
  for (const account of politicians) asked.set(account, 'politician')
  return [...asked].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

export type AnswerRefusal = 'not-asked' | 'survey-closed'

/** Whoever was asked answers, and answers anew, until the round is over by the database's clock. */
export function answer(
  {
    asked,
    closesAt,
    isClosed,
  }: { readonly asked: Group | undefined; readonly closesAt: Temporal.Instant; readonly isClosed: boolean },
  actor: Actor,
  now: Temporal.Instant,
): Result<{ readonly by: SignedIn; readonly as: Group }, AnswerRefusal> {
  if (!isSignedIn(actor) || asked === undefined) return refuse('not-asked')
  if (isClosed || Temporal.Instant.compare(now, closesAt) > 0) return refuse('survey-closed')
  return accept({ by: actor, as: asked })
}

/** The one reminder comes when half of the time is over. */
export function remindsAt({ openedAt, closesAt }: Record<'openedAt' | 'closesAt', Temporal.Instant>): Temporal.Instant {
  return openedAt.add({ milliseconds: Math.floor(openedAt.until(closesAt).total('milliseconds') / 2) })
}
