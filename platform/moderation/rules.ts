import {
  holds,
  isSignedIn,
  whoever,
  type Actor,
  type Policy,
  type RoleName,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Noun, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** The house rules a text can break; the database holds the same list. */
export const houseRules = ['personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam'] as const
export type HouseRule = (typeof houseRules)[number]

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

/** Restoring a text and finding a report without ground ask for the same: a moderator and a reason. */
export function judge(actor: Actor, reason: string): Result<Moderator, ModerationRefusal> {
  const moderator = moderatorIn(actor)
  if (!moderator) return refuse('not-a-moderator')
  if (reason.trim() === '') return refuse('reason-needed')
  return accept(moderator)
}

export function report(reason: string): Result<null, 'reason-needed'> {
  return reason.trim() === '' ? refuse('reason-needed') : accept(null)
}
