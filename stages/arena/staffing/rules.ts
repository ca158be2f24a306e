import { holds, holdsIn, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Facilitation, subject expertise and secretariat are three jobs (R17). */
export const staffRoles = ['facilitator', 'officer', 'clerk'] as const
export type StaffRole = (typeof staffRoles)[number]

export const mayName: Policy = whoever('clerk', 'arena-chair', 'arena-chair-elect')

/** Who is asked to serve: what she is employed as, and what she does in this case already. */
export type Candidate = {
  readonly employedAs: readonly string[]
  readonly servesAs: readonly StaffRole[]
}

export type NameRefusal = 'not-yours-to-name' | 'not-employed-so' | 'named-already' | 'note-needed'

/** The secretariat or the chair says who serves as what; a second job in the same hands needs a reason everybody reads. */
export function nameStaff(
  problem: Id<'problem'>,
  { role, candidate, note }: { readonly role: StaffRole; readonly candidate: Candidate; readonly note: string },
  actor: Actor,
): Result<SignedIn, NameRefusal> {
  const allowed = mayChange(problem, actor)
  if (!allowed.ok) return allowed
  if (!candidate.employedAs.includes(role)) return refuse('not-employed-so')
  if (candidate.servesAs.includes(role)) return refuse('named-already')
  if (candidate.servesAs.length > 0 && note === '') return refuse('note-needed')
  return allowed
}

export function endStaffing(
  problem: Id<'problem'>,
  { isNamed }: { readonly isNamed: boolean },
  actor: Actor,
): Result<SignedIn, 'not-yours-to-name' | 'not-named'> {
  const allowed = mayChange(problem, actor)
  if (!allowed.ok) return allowed
  return isNamed ? allowed : refuse('not-named')
}

export function mayChange(problem: Id<'problem'>, actor: Actor): Result<SignedIn, 'not-yours-to-name'> {
  const isIts = holds(actor, 'clerk') || holdsIn(actor, problem, 'arena-chair', 'arena-chair-elect')
  return isSignedIn(actor) && isIts ? accept(actor) : refuse('not-yours-to-name')
}
