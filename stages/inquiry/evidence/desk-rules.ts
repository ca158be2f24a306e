import { isSignedIn, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import {
  mayRunDesk,
  orderStanding,
  standsFor,
  type AnswererKind,
  type OrderState,
  type StandsRefusal,
} from './rules.ts'

/** What the desk decides: who answers, and which orders are one. */

export type NameRefusal =
  | StandsRefusal
  | 'only-the-desk'
  | 'not-an-officer'
  | 'answered-already'
  | 'day-has-passed'
  | 'say-why-later'
  | 'outside-incomplete'

/** The person the desk names, and until when she is to answer. */
export type Naming = {
  readonly kind: AnswererKind
  /** Whether the account named is an officer's, or an organisation's that declared what it wants in this case. */
  readonly isKnown: boolean
  readonly outside: {
    readonly name: string
    readonly position: string
    readonly interest: string
    readonly hasAgreed: boolean
  }
  readonly dueAt: Temporal.Instant
  readonly wantedBy: Temporal.Instant | null
  readonly laterWords: string
}

export function name(
  order: OrderState,
  naming: Naming,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Result<SignedIn, NameRefusal> {
  const stands = standsFor(order)
  if (!stands.ok) return stands
  if (!isSignedIn(actor) || !mayRunDesk.allows(actor)) return refuse('only-the-desk')
  // A second one is asked only where somebody contests the first.
  if (orderStanding(order) === 'answered') return refuse('answered-already')
  if (naming.kind !== 'outside' && !naming.isKnown) return refuse('not-an-officer')
  if (naming.kind === 'outside' && !isComplete(naming.outside)) return refuse('outside-incomplete')
  if (Temporal.Instant.compare(naming.dueAt, now) <= 0) return refuse('day-has-passed')
  const isLater = naming.wantedBy !== null && Temporal.Instant.compare(naming.dueAt, naming.wantedBy) > 0
  // The first answer is due when it is needed; a later one, after an objection, has no such day.
  if (isLater && order.findings.length === 0 && naming.laterWords === '') return refuse('say-why-later')
  return accept(actor)
}

/** Nobody outside is named without what she wants in the matter and without having agreed to stand here. */
function isComplete({ name, position, interest, hasAgreed }: Naming['outside']): boolean {
  return name !== '' && position !== '' && interest !== '' && hasAgreed
}

export type MergeRefusal =
  | StandsRefusal
  | 'only-the-desk'
  | 'answered-already'
  | 'into-itself'
  | 'target-does-not-stand'
  | 'reason-needed'

/** The desk finds that two orders ask for the same: one answer reaches both who ordered. */
export function merge(
  from: OrderState & { readonly id: Id<'evidence'> },
  into: OrderState & { readonly id: Id<'evidence'> },
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Result<SignedIn, MergeRefusal> {
  const stands = standsFor(from)
  if (!stands.ok) return stands
  if (!isSignedIn(actor) || !mayRunDesk.allows(actor)) return refuse('only-the-desk')
  if (from.findings.length > 0) return refuse('answered-already')
  if (from.id === into.id) return refuse('into-itself')
  if (into.isWithdrawn || into.mergedInto !== null || into.problem !== from.problem)
    return refuse('target-does-not-stand')
  return reason === '' ? refuse('reason-needed') : accept(actor)
}
