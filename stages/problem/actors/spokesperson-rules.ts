import { holds, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { mayNameActor } from './rules.ts'

/** Who is to speak for an actor: oneself, somebody in office here, or somebody who is asked by mail. */
export type Choice =
  | { readonly who: 'me' }
  | { readonly who: 'office'; readonly person: Id<'person'> | undefined }
  | { readonly who: 'ask'; readonly name: string; readonly email: string }

/** Days in which a mailed question can be answered; then name and address are forgotten. */
export const daysToAnswer = 14
/** Whoever asks more people than this in a day is sending mail, not looking for a spokesperson. */
export const mostAskedInDay = 5

export type AskState = {
  readonly isHidden: boolean
  /** Whether somebody speaks for it, or was asked and may still answer. */
  readonly spokesperson: 'nobody' | 'asked' | 'agreed'
  /** How many people this account has asked in the last 24 hours. */
  readonly askedInDay: number
  readonly inOffice: readonly Id<'person'>[]
}

export type AskRefusal =
  | 'not-allowed'
  | 'hidden-now'
  | 'spoken-for'
  | 'asked-already'
  | 'staff-speak-for-none'
  | 'not-in-office'
  | 'name-needed'
  | 'email-needed'
  | 'asked-enough'

export function askSpokesperson(state: AskState, choice: Choice, actor: Actor): Result<SignedIn, AskRefusal> {
  if (!isSignedIn(actor) || !mayNameActor.allows(actor)) return refuse('not-allowed')
  if (state.isHidden) return refuse('hidden-now')
  if (state.spokesperson === 'agreed') return refuse('spoken-for')
  if (state.spokesperson === 'asked') return refuse('asked-already')
  if (choice.who === 'me') return isStaff(actor) ? refuse('staff-speak-for-none') : accept(actor)
  if (choice.who === 'office')
    return choice.person && state.inOffice.includes(choice.person) ? accept(actor) : refuse('not-in-office')
  if (choice.name === '') return refuse('name-needed')
  if (choice.email === '') return refuse('email-needed')
  return state.askedInDay >= mostAskedInDay ? refuse('asked-enough') : accept(actor)
}

export type Speaking = {
  readonly account: Id<'account'> | null
  readonly person: Id<'person'> | null
  readonly askedBy: Id<'account'> | null
  readonly hasAgreed: boolean
}

/** She herself at any time, who asked her while she has not answered, and staff who keep the list. */
export function mayEnd(speaking: Speaking, actor: Actor): boolean {
  if (!isSignedIn(actor)) return false
  const isHers = actor.account === speaking.account || (actor.person !== null && actor.person === speaking.person)
  const isAskers = !speaking.hasAgreed && actor.account === speaking.askedBy
  return isHers || isAskers || holds(actor, 'clerk') || holds(actor, 'facilitator')
}
