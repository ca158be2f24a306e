import {
  anyone,
  holds,
  isSignedIn,
  isStaff,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Addresses of people who know nothing of it yet: the clerk's alone. */
export const mayWriteLetters: Policy = whoever('clerk')
/** Whoever holds a letter in her hand. */
export const mayOpenLetter: Policy = anyone

/** How far the call has come, and its letters. */
export type LettersState = {
  readonly call: { readonly closesAt: Temporal.Instant } | null
  readonly isConfirmed: boolean
  /** Addresses of the list; null while there is none, or when they have been forgotten. */
  readonly addresses: number | null
  readonly letters: number
  readonly rounds: readonly { readonly round: number; readonly isPrinted: boolean; readonly isMade: boolean }[]
}

type Asking = { readonly actor: Actor; readonly now: Temporal.Instant }

export type PrepareRefusal = 'only-clerk' | 'no-call' | 'call-closed'

function preparing({ call, isConfirmed }: LettersState, { actor, now }: Asking): Result<SignedIn, PrepareRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk')) return refuse('only-clerk')
  if (!call) return refuse('no-call')
  if (isConfirmed || Temporal.Instant.compare(now, call.closesAt) >= 0) return refuse('call-closed')
  return accept(actor)
}

export type ListRefusal = PrepareRefusal | 'drawn-already'

/** A list may be changed until letters were drawn from it: afterwards the draw could not be made again. */
export function listAddresses(state: LettersState, asking: Asking): Result<SignedIn, ListRefusal> {
  const allowed = preparing(state, asking)
  if (allowed.ok && state.rounds.length > 0) return refuse('drawn-already')
  return allowed
}

export type DrawRefusal = PrepareRefusal | 'no-list' | 'print-first' | 'more-than-listed' | 'one-feature-only'

export type DrawAsked = {
  readonly letters: number
  /** By how many features it is told who answers more often. */
  readonly expectedBy: number
}

export function drawLetters(
  state: LettersState,
  { letters, expectedBy }: DrawAsked,
  asking: Asking,
): Result<SignedIn, DrawRefusal> {
  const allowed = preparing(state, asking)
  if (!allowed.ok) return allowed
  if (state.addresses === null) return refuse('no-list')
  if (state.rounds.some(({ isPrinted }) => !isPrinted)) return refuse('print-first')
  if (letters > state.addresses - state.letters) return refuse('more-than-listed')
  if (expectedBy > 1) return refuse('one-feature-only')
  return allowed
}

export type PrintedRefusal = 'only-clerk' | 'no-such-round' | 'not-made-yet' | 'printed-already'

/** The run is confirmed when it lies printed and looked at: from then on nobody knows the codes but who gets the letter. */
export function confirmPrinted(
  { rounds }: LettersState,
  { actor, round }: { readonly actor: Actor; readonly round: number },
): Result<SignedIn, PrintedRefusal> {
  if (!isSignedIn(actor) || !holds(actor, 'clerk')) return refuse('only-clerk')
  const found = rounds.find((one) => one.round === round)
  if (!found) return refuse('no-such-round')
  if (found.isPrinted) return refuse('printed-already')
  if (!found.isMade) return refuse('not-made-yet')
  return accept(actor)
}

/** The letter a code or a browser stands for, and the call it belongs to. */
export type LetterState = {
  readonly answer: 'yes' | 'no' | null
  readonly closesAt: Temporal.Instant
  readonly isConfirmed: boolean
}

export type OpenRefusal = 'no-such-letter' | 'answered-already' | 'call-closed'

export function openLetter(letter: LetterState | undefined, now: Temporal.Instant): Result<null, OpenRefusal> {
  if (!letter) return refuse('no-such-letter')
  if (letter.answer !== null) return refuse('answered-already')
  if (letter.isConfirmed || Temporal.Instant.compare(now, letter.closesAt) >= 0) return refuse('call-closed')
  return accept(null)
}

export type AcceptRefusal =
  | OpenRefusal
  | 'sign-in-first'
  | 'staff-never-sit'
  | 'politicians-are-seated'
  | 'one-letter-only'

/** Yes is said by somebody: who that is stands in the application, which comes next. No needs no name. */
export function acceptLetter(
  letter: LetterState | undefined,
  { actor, now, hasOther }: Asking & { readonly hasOther: boolean },
): Result<SignedIn, AcceptRefusal> {
  const open = openLetter(letter, now)
  if (!open.ok) return open
  if (!isSignedIn(actor) || !holds(actor, 'resident', 'organisation')) return refuse('sign-in-first')
  if (isStaff(actor)) return refuse('staff-never-sit')
  if (holds(actor, 'politician')) return refuse('politicians-are-seated')
  if (hasOther) return refuse('one-letter-only')
  return accept(actor)
}

/** Wrong codes from one line: slips of a whole household are far fewer, and a guesser would need 10²² tries. */
const mostTries = 30
const minutesOfTries = 10

/** Null when it may be tried now; else from when on. `tries` are earlier wrong ones from the same line. */
export function mayTryAt(tries: readonly Temporal.Instant[], now: Temporal.Instant): Temporal.Instant | null {
  const recent = tries
    .filter((at) => Temporal.Instant.compare(at.add({ minutes: minutesOfTries }), now) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
  return recent.at(-mostTries)?.add({ minutes: minutesOfTries }) ?? null
}
