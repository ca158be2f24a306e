import {
  holds,
  isSignedIn,
  whoever,
  type Actor,
  type Assurance,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'

/** Writing down the rule that a body has set is office work; the decision it names is the body's. */
export const maySetRule: Policy = whoever('administrator', 'clerk')

/** What a body can owe when a threshold is reached; the last two words of a ladder are given in person. */
export const owedThings = ['decision', 'answer', 'legal-opinion', 'presentation', 'session'] as const
export type OwedThing = (typeof owedThings)[number]

/** One step of the ladder: at so many supports the body owes this. */
export type Rung = { readonly threshold: number; readonly owes: OwedThing }

export type OpenTo = 'tied' | 'anyone'
export type LeastAssurance = Exclude<Assurance, 'none'>

/** What the rule says; which version it is and who wrote it down is the store's. */
export type RuleTerms = {
  /** The body that owes the answer. */
  readonly body: Id<'body'>
  /** The lowest first; at least one. */
  readonly rungs: readonly Rung[]
  /** How long supports are collected; null: without end. */
  readonly window: DeadlineRule | null
  /** Within what time the body answers, from the day a threshold is reached. */
  readonly answer: DeadlineRule
  readonly openTo: OpenTo
  readonly leastAssurance: LeastAssurance
  /** After a refusal or a lapse the same problem may be raised again after so many months. */
  readonly againAfterMonths: number
  /** … or at once with new facts, which must be said. */
  readonly againWithNewFacts: boolean
  readonly preset: string | null
  /** The decision that set this rule. */
  readonly reference: string
}

export type SetRuleRefusal =
  | 'not-yours-to-set'
  | 'no-such-body'
  | 'no-threshold'
  | 'rungs-not-rising'
  | 'no-deadline'
  | 'no-reference'

/** No channel without a receiving body, a threshold and a deadline (F10). */
export function setRule(
  terms: RuleTerms,
  receivers: ReadonlySet<Id<'body'>>,
  actor: Actor,
): Result<SignedIn, SetRuleRefusal> {
  if (!isSignedIn(actor) || !maySetRule.allows(actor)) return refuse('not-yours-to-set')
  if (!receivers.has(terms.body)) return refuse('no-such-body')
  if (terms.rungs.length === 0 || terms.rungs.some(({ threshold }) => threshold < 1)) return refuse('no-threshold')
  if (terms.rungs.some(({ threshold }, at) => at > 0 && threshold <= (terms.rungs[at - 1]?.threshold ?? 0)))
    return refuse('rungs-not-rising')
  if (terms.answer.count < 1) return refuse('no-deadline')
  if (terms.reference.trim() === '') return refuse('no-reference')
  return accept(actor)
}

/** Residents raise only where somebody must answer. A politician brings a problem to her body herself. */
export function hasChannel(hasRule: boolean, actor: Actor): boolean {
  return hasRule || holds(actor, 'politician')
}
