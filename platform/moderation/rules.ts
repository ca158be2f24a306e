import {
  holds,
  isSignedIn,
  whoever,
  type Actor,
  type Policy,
  type RoleName,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'

/** The house rules a text can break; the database holds the same list. */
export const houseRules = ['personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam'] as const
export type HouseRule = (typeof houseRules)[number]

/** Why something is hidden: a rule of the house, or because who wrote it took it along when she deleted her account. */
export type StoneRule = HouseRule | 'own-wish'

// In the order in which a role is named on the tombstone. An officer knows a subject; she does not judge words.
export const moderators: readonly RoleName[] = ['facilitator', 'clerk', 'administrator']

export const mayModerate: Policy = whoever(...moderators)

/** What an elected body decided, promised or owes stays readable: nobody can hide it. */
const officialActs: ReadonlySet<Noun> = new Set<Noun>([
  'resolution',
  'mandate',
  'moved-business',
  'package',
  'check',
  'answer',
  'commitment',
  'milestone',
  'indicator',
  'measurement',
  'account-of-value',
])

export function isOfficialAct(thing: Thing): boolean {
  return officialActs.has(thing.kind)
}

export type Moderator = SignedIn & { readonly as: RoleName }

export type ModerationRefusal = 'not-a-moderator' | 'reason-needed'
export type HideRefusal = ModerationRefusal | 'official-act'

export type Judging = { readonly about: Thing; readonly reason: string }

export function hide(actor: Actor, { about, reason }: Judging): Result<Moderator, HideRefusal> {
  const moderator = judge(actor, reason)
  if (moderator.ok && isOfficialAct(about)) return refuse('official-act')
  return moderator
}

/** In which role somebody moderates here, or not at all. */
export function moderatorIn(actor: Actor): Moderator | undefined {
  const as = moderators.find((role) => holds(actor, role))
  return isSignedIn(actor) && as !== undefined ? { ...actor, as } : undefined
}

/** What every judgement asks for: a moderator and a reason. */
export function judge(actor: Actor, reason: string): Result<Moderator, ModerationRefusal> {
  const moderator = moderatorIn(actor)
  if (!moderator) return refuse('not-a-moderator')
  if (reason.trim() === '') return refuse('reason-needed')
  return accept(moderator)
}

/** How many things one person reports in 24 hours; the database holds the same number. */
export const mostReports = 20

export function report(reason: string, today: number): Result<null, 'reason-needed' | 'reported-enough'> {
  if (reason.trim() === '') return refuse('reason-needed')
  return today >= mostReports ? refuse('reported-enough') : accept(null)
}

/** An appeal is answered by then, with a reason, by somebody else than who hid the text. */
export const appealRule: DeadlineRule = { count: 5, unit: 'working-days' }

/** What somebody hid, her colleague looks at: she may show it again herself, and may not say no to herself. */
export function standBy(
  { hiddenBy, isAppealed }: { readonly hiddenBy: Id<'account'>; readonly isAppealed: boolean },
  moderator: SignedIn,
): Result<null, 'second-person'> {
  return isAppealed && hiddenBy === moderator.account ? refuse('second-person') : accept(null)
}

/** What who wrote it took out is gone: there is nothing to show again. */
export function restore(
  hidden: { readonly rule: StoneRule } | undefined,
  actor: Actor,
  reason: string,
): Result<Moderator, RestoreRefusal> {
  const moderator = judge(actor, reason)
  if (!moderator.ok) return moderator
  if (!hidden) return refuse('not-hidden')
  return hidden.rule === 'own-wish' ? refuse('taken-out') : moderator
}

export type RestoreRefusal = ModerationRefusal | 'not-hidden' | 'taken-out'

export type RemoveRefusal = ModerationRefusal | 'not-hidden' | 'removed-already' | 'second-person'

/** What is hidden for now is removed by a second one. */
export function remove(
  hidden: { readonly by: Id<'account'>; readonly isProvisional: boolean } | undefined,
  actor: Actor,
  reason: string,
): Result<Moderator, RemoveRefusal> {
  const moderator = judge(actor, reason)
  if (!moderator.ok) return moderator
  if (!hidden) return refuse('not-hidden')
  if (!hidden.isProvisional) return refuse('removed-already')
  return hidden.by === moderator.value.account ? refuse('second-person') : moderator
}

export const minutesToUndo = 60

export type UndoRefusal = 'not-a-moderator' | 'no-such-batch' | 'undone-already' | 'too-late-to-undo'

export function undo(
  batch: { readonly at: Temporal.Instant; readonly undoneAt: Temporal.Instant | null } | undefined,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<Moderator, UndoRefusal> {
  const moderator = moderatorIn(actor)
  if (!moderator) return refuse('not-a-moderator')
  if (!batch) return refuse('no-such-batch')
  if (batch.undoneAt !== null) return refuse('undone-already')
  const isLate = Temporal.Instant.compare(now, batch.at.add({ minutes: minutesToUndo })) >= 0
  return isLate ? refuse('too-late-to-undo') : accept(moderator)
}
