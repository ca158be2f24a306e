import { holds, isSignedIn, whoever, type Actor, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { resources } from '../actors/rules.ts'

/** An organisation speaks for itself in the register: nobody declares for another. */
export const mayDeclare: Policy = whoever('organisation')

export const legalForms = [
  'association',
  'company',
  'cooperative',
  'foundation',
  'trade-union',
  'public-body',
  'informal',
  'other',
] as const
export const interestKinds = ['economic', 'members', 'public'] as const

/** What an organisation says of itself. */
export type DeclarationWords = {
  readonly legalForm: (typeof legalForms)[number]
  /** Whom it speaks for, in words, and how many they are; null where it does not know. */
  readonly speaksFor: string
  readonly howMany: number | null
  readonly paidBy: string
  readonly interests: readonly (typeof interestKinds)[number][]
  readonly interestWords: string
  readonly resources: readonly (typeof resources)[number][]
  readonly resourceWords: string
  readonly spokesperson: string
  readonly hasAgreed: boolean
}

/** What it says in one case. */
export type CaseInterestWords = {
  readonly wants: string
  /** What it has to gain or to lose. */
  readonly stake: string
}

export type DeclareRefusal = 'only-organisations' | 'no-interest-named' | 'must-agree-first' | 'reason-needed'

/** The first declaration needs no reason; a correction says why. */
export function declare(
  words: DeclarationWords,
  { actor, isFirst, reason }: { readonly actor: Actor; readonly isFirst: boolean; readonly reason: string },
): Result<SignedIn, DeclareRefusal> {
  if (!isSignedIn(actor) || !speaksForOne(actor)) return refuse('only-organisations')
  if (words.interests.length === 0) return refuse('no-interest-named')
  if (words.spokesperson !== '' && !words.hasAgreed) return refuse('must-agree-first')
  if (!isFirst && reason === '') return refuse('reason-needed')
  return accept(actor)
}

export type WithdrawRefusal = 'only-organisations' | 'not-declared' | 'reason-needed'

export function withdraw(
  isDeclared: boolean,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Result<SignedIn, WithdrawRefusal> {
  if (!isSignedIn(actor) || !speaksForOne(actor)) return refuse('only-organisations')
  if (!isDeclared) return refuse('not-declared')
  if (reason === '') return refuse('reason-needed')
  return accept(actor)
}

export type CaseInterestRefusal = 'only-organisations' | 'declare-first' | 'told-case'

/** What it wants in a case stands under what it is: so that is said first. */
export function declareCaseInterest(
  { isDeclared, isTold }: { readonly isDeclared: boolean; readonly isTold: boolean },
  actor: Actor,
): Result<SignedIn, CaseInterestRefusal> {
  if (!isSignedIn(actor) || !speaksForOne(actor)) return refuse('only-organisations')
  if (isTold) return refuse('told-case')
  if (!isDeclared) return refuse('declare-first')
  return accept(actor)
}

export type WithdrawCaseInterestRefusal = 'only-organisations' | 'not-declared'

export function withdrawCaseInterest(isDeclared: boolean, actor: Actor): Result<SignedIn, WithdrawCaseInterestRefusal> {
  if (!isSignedIn(actor) || !speaksForOne(actor)) return refuse('only-organisations')
  return isDeclared ? accept(actor) : refuse('not-declared')
}

function speaksForOne(actor: Actor): boolean {
  return holds(actor, 'organisation')
}
