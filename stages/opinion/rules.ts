import {
  holds,
  holdsIn,
  isSignedIn,
  isStaff,
  provesAtLeast,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayTakePart: Policy = whoever('resident', 'organisation', 'member', 'politician')
export const mayLead: Policy = whoever(
  'member',
  'politician',
  'arena-chair',
  'clerk',
  'facilitator',
  'officer',
  'administrator',
)

/** Whether a statement is read by a moderator before it is put to everybody, or after somebody has reported it. */
export type Moderation = 'before' | 'after'

/** How sure it must be who votes: as sure as a mailed code, or as an electronic identity. */
export type LeastAssurance = 'low' | 'substantial'

export type Shows = 'after-five' | 'after-close'

/** What a rule has to know of a consultation. Instants are the database's. */
export type ConsultationState = {
  readonly openedAt: Temporal.Instant
  readonly closesAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
}

/** Who acts, and the database's clock read after the lock. */
export type Acting = { readonly actor: Actor; readonly now: Temporal.Instant }

export function isOpen({ openedAt, closesAt, closedAt }: ConsultationState, now: Temporal.Instant): boolean {
  return closedAt === null && isBefore(now, closesAt) && !isBefore(now, openedAt)
}

/**
 * Residents vote, politicians among them. Organisations and staff do not count as residents; a seat in the group gives an
 * organisation a word there, not a resident's voice here.
 */
export function isInvited(actor: Actor): actor is SignedIn {
  if (!isSignedIn(actor) || isStaff(actor)) return false
  return holds(actor, 'politician') || (holds(actor, 'resident', 'member') && !holds(actor, 'organisation'))
}

export type CastRefusal = 'not-open' | 'closed' | 'not-invited' | 'not-proven' | 'unknown-statement'

export function castVote(
  consultation: (ConsultationState & { readonly leastAssurance: LeastAssurance }) | undefined,
  statement: { readonly isTakenOut: boolean } | undefined,
  { actor, now }: Acting,
): Result<SignedIn, CastRefusal> {
  const open = whileOpen(consultation, now)
  if (!open.ok) return open
  if (!isInvited(actor)) return refuse('not-invited')
  if (consultation && !provesAtLeast(actor, consultation.leastAssurance)) return refuse('not-proven')
  if (!statement || statement.isTakenOut) return refuse('unknown-statement')
  return accept(actor)
}

/** Answers of one person to one statement. In six conversations elsewhere nobody gave more than 21. */
export const mostAnswers = 100

/** Which of her answers to this statement the next one is, after so many. Whoever changes an answer has given one. */
export function nextAnswer(
  answers: number,
  { isChange = false }: { readonly isChange?: boolean | undefined } = {},
): Result<number, 'changed-enough' | 'not-answered'> {
  if (isChange && answers === 0) return refuse('not-answered')
  return answers >= mostAnswers ? refuse('changed-enough') : accept(answers + 1)
}

/** Of one person in one consultation, so that the others are read too. In six conversations elsewhere nobody wrote more than 41. */
export const mostStatements = 50

/** From here on she is told how many are left. */
export const nearMostStatements = 40

/** Of one person, where a moderator reads first: one who floods the queue waits, and nobody else. */
export const mostWaiting = 10

export type StateRefusal =
  | 'not-open'
  | 'closed'
  | 'not-invited'
  | 'written-enough'
  | 'said-already'
  | 'waits-already'
  | 'waits-enough'
  | 'says-nothing'

export type Said = {
  readonly plainForm: string
  readonly isTaken: boolean
  readonly isWaiting?: boolean
  /** How many of hers wait to be let through. */
  readonly waiting?: number
  /** How many statements she has sent here before: read by everybody, waiting, refused. */
  readonly written: number
}

/** `isTaken`: a statement that differs in nothing but case, punctuation and spaces is there already; `isWaiting`: hers waits to be let through. */
export function state(
  consultation: ConsultationState | undefined,
  { plainForm, isTaken, isWaiting = false, waiting = 0, written }: Said,
  { actor, now }: Acting,
): Result<SignedIn, StateRefusal> {
  const open = whileOpen(consultation, now)
  if (!open.ok) return open
  if (!isInvited(actor)) return refuse('not-invited')
  if (written >= mostStatements) return refuse('written-enough')
  if (plainForm === '') return refuse('says-nothing')
  if (isTaken) return refuse('said-already')
  if (isWaiting) return refuse('waits-already')
  if (waiting >= mostWaiting) return refuse('waits-enough')
  return accept(actor)
}

export type LeadRefusal = 'staff-never-opens' | 'not-yours-to-lead' | 'decision-needed'

/** The chair of the group, a politician, leads; any member may in the group's name, with what the group decided. */
export function lead(problem: Id<'problem'>, actor: Actor, decided: string): Result<SignedIn, LeadRefusal> {
  if (isStaff(actor)) return refuse('staff-never-opens')
  if (!isSignedIn(actor) || !mayLeadHere(problem, actor)) return refuse('not-yours-to-lead')
  if (!isChair(problem, actor) && decided === '') return refuse('decision-needed')
  return accept(actor)
}

export function isChair(problem: Id<'problem'>, actor: Actor): boolean {
  return actor.person !== null && holdsIn(actor, problem, 'arena-chair')
}

export function mayLeadHere(problem: Id<'problem'>, actor: Actor): boolean {
  return !isStaff(actor) && (isChair(problem, actor) || holdsIn(actor, problem, 'member'))
}

export type OpenRefusal = LeadRefusal | 'already-open' | 'closes-too-soon'

export function open(
  existing: ConsultationState | undefined,
  {
    problem,
    decided,
    closesAt,
  }: { readonly problem: Id<'problem'>; readonly decided: string; readonly closesAt: Temporal.Instant },
  { actor, now }: Acting,
): Result<SignedIn, OpenRefusal> {
  const leads = lead(problem, actor, decided)
  if (!leads.ok) return leads
  if (existing) return refuse('already-open')
  if (!isBefore(now, closesAt)) return refuse('closes-too-soon')
  return leads
}

export type CloseRefusal = LeadRefusal | 'not-open' | 'closed'

export function close(
  consultation: ConsultationState | undefined,
  { problem, decided }: { readonly problem: Id<'problem'>; readonly decided: string },
  { actor, now }: Acting,
): Result<SignedIn, CloseRefusal> {
  const leads = lead(problem, actor, decided)
  if (!leads.ok) return leads
  const open = whileOpen(consultation, now)
  return open.ok ? leads : open
}

export const votesUntilResults = 5

/** Whether this person may see results: after the close everybody; before it who has voted five times, where that was chosen. */
export function showsResults(
  consultation: ConsultationState & { readonly shows: Shows },
  { voted }: { readonly voted: number },
): 'yes' | 'vote-more' | 'when-closed' {
  if (consultation.closedAt !== null) return 'yes'
  if (consultation.shows === 'after-close') return 'when-closed'
  return voted >= votesUntilResults ? 'yes' : 'vote-more'
}

/** Small letters and digits with single spaces: what two near-identical statements have in common. */
export function plainFormOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function whileOpen(
  consultation: ConsultationState | undefined,
  now: Temporal.Instant,
): Result<null, 'not-open' | 'closed'> {
  if (!consultation || isBefore(now, consultation.openedAt)) return refuse('not-open')
  return isOpen(consultation, now) ? accept(null) : refuse('closed')
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
