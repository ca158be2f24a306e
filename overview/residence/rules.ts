import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Somebody who has said who she is; an organisation lives nowhere. */
export const mayShow: Policy = whoever('resident')
/** Where people live is the clerk's and the administrator's to handle. */
export const mayKeepList: Policy = whoever('clerk', 'administrator')

/** Of one account, whatever addresses it names: who mistypes hers twice has one left. */
export const mostAskings = 3
export const daysOfAskings = 30
/** A slip of the hand shows at once; more wrong codes than these in a day are no slips. */
export const mostWrongCodes = 10
export const daysOfCode = 60
export const monthsShown = 24

export type AskRefusal = 'only-residents' | 'shown-already' | 'asked-enough' | 'no-list'

type Known = { readonly isShown: boolean; readonly hasList: boolean; readonly askings: number }

/** Nothing here knows whether the address is on the list: who asks is answered the same. */
export function ask({ isShown, hasList, askings }: Known, actor: Actor): Result<SignedIn, AskRefusal> {
  if (!isSignedIn(actor) || !mayShow.allows(actor)) return refuse('only-residents')
  if (isShown) return refuse('shown-already')
  if (!hasList) return refuse('no-list')
  return askings >= mostAskings ? refuse('asked-enough') : accept(actor)
}

export type TypeRefusal = 'only-residents' | 'shown-already' | 'too-many-wrong'

export function typeCode(
  { isShown, wrong }: { readonly isShown: boolean; readonly wrong: number },
  actor: Actor,
): Result<SignedIn, TypeRefusal> {
  if (!isSignedIn(actor) || !mayShow.allows(actor)) return refuse('only-residents')
  if (isShown) return refuse('shown-already')
  return wrong >= mostWrongCodes ? refuse('too-many-wrong') : accept(actor)
}

export type KeepRefusal = 'only-keepers'

export function keepList(actor: Actor): Result<SignedIn, KeepRefusal> {
  return isSignedIn(actor) && holds(actor, 'clerk', 'administrator') ? accept(actor) : refuse('only-keepers')
}

export type MakeRefusal = KeepRefusal | 'no-list' | 'print-first' | 'nothing-to-print'

export type MakeState = { readonly hasList: boolean; readonly isPrinting: boolean; readonly wanted: number }

export function makeLetters({ hasList, isPrinting, wanted }: MakeState, actor: Actor): Result<SignedIn, MakeRefusal> {
  const allowed = keepList(actor)
  if (!allowed.ok) return allowed
  if (!hasList) return refuse('no-list')
  if (isPrinting) return refuse('print-first')
  return wanted === 0 ? refuse('nothing-to-print') : allowed
}

/**
 * The day until which a letter shows where somebody lives: the first of a month, so that the day on which its code was typed is not
 * seen beside the address.
 */
export function shownUntil(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.with({ day: 1 }).add({ months: monthsShown + 1 })
}
