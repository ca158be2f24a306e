import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { runs } from '../rules.ts'
import { mergeLines } from './merge-rules.ts'

/** The words of one item: what was said, and what the group decided. */
export type Wording = { readonly minutes: string; readonly decision: string }

export type Saving = {
  /** What stands now. */
  readonly current: Wording
  /** What the writer had before her when she began. */
  readonly seen: Wording
  readonly typed: Wording
  /** The group has approved these minutes: what is written now is a correction. */
  readonly isApproved: boolean
  readonly reason: string
}

export type SaveRefusal = 'both-changed' | 'nothing-changed' | 'reason-needed'

/**
 * What is kept when several write at once: what each of them changed. Where both changed the same lines, nothing is, and the later
 * one sees both. After the approval every change says why, and the approved wording stays beside it.
 */
export function save({ current, seen, typed, isApproved, reason }: Saving): Result<Wording, SaveRefusal> {
  const minutes = mergeLines(seen.minutes, typed.minutes, current.minutes)
  if (!minutes.ok) return minutes
  const decision = mergeLines(seen.decision, typed.decision, current.decision)
  if (!decision.ok) return decision
  const wording = { minutes: minutes.value, decision: decision.value }
  if (isSame(wording, current)) return refuse('nothing-changed')
  return isApproved && reason === '' ? refuse('reason-needed') : accept(wording)
}

function isSame(one: Wording, other: Wording): boolean {
  return one.minutes === other.minutes && one.decision === other.decision
}

export type ApproveRefusal = 'not-yours-to-run' | 'no-minutes-yet' | 'approved-already' | 'no-later-meeting'

/** Minutes are approved by those who were there, when they meet again; whoever runs that meeting writes it down. */
export function approve(
  problem: Id<'problem'>,
  {
    hasMinutes,
    isApproved,
    hasLaterMeeting,
  }: { readonly hasMinutes: boolean; readonly isApproved: boolean; readonly hasLaterMeeting: boolean },
  actor: Actor,
): Result<SignedIn, ApproveRefusal> {
  if (!runs(actor, problem)) return refuse('not-yours-to-run')
  if (!hasMinutes) return refuse('no-minutes-yet')
  if (isApproved) return refuse('approved-already')
  return hasLaterMeeting ? accept(actor) : refuse('no-later-meeting')
}

/** Of the wordings of an item, the earliest first: the one the group approved, where it has been corrected since. */
export function approvedWording<Version extends { readonly at: Temporal.Instant | null }>(
  versions: readonly Version[],
  approvedAt: Temporal.Instant | null,
): Version | undefined {
  if (approvedAt === null) return undefined
  const isBefore = ({ at }: Version): boolean => at === null || Temporal.Instant.compare(at, approvedAt) <= 0
  const approved = versions.findLast(isBefore)
  return approved === versions.at(-1) ? undefined : approved
}
