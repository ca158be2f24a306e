import type { SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { refuse, type Result } from '@folkmoot/basics/result.ts'
import { close, type Acting, type CloseRefusal, type ConsultationState } from '../rules.ts'

export type MoveRefusal = CloseRefusal | 'deadline-same' | 'deadline-too-soon'

/** Whoever meant to vote has so long to hear that it closes earlier. */
export const leastNotice = { hours: 24 } as const

type Move = { readonly problem: Id<'problem'>; readonly decided: string; readonly closesAt: Temporal.Instant }

export function moveDeadline(
  consultation: ConsultationState | undefined,
  { problem, decided, closesAt }: Move,
  { actor, now }: Acting,
): Result<SignedIn, MoveRefusal> {
  const leads = close(consultation, { problem, decided }, { actor, now })
  if (!leads.ok) return leads
  if (!consultation) return refuse('not-open')
  const later = Temporal.Instant.compare(closesAt, consultation.closesAt)
  if (later === 0) return refuse('deadline-same')
  if (later < 0 && Temporal.Instant.compare(closesAt, now.add(leastNotice)) < 0) return refuse('deadline-too-soon')
  return leads
}
