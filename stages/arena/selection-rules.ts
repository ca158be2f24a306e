import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeByWay, isFree, type Filling } from './acceptances/vacancy-rules.ts'
import { isByLot } from './awaiting-rules.ts'
import { leading, type ArenaState, type LeadRefusal } from './rules.ts'

/** One application, as those who choose look at it. */
export type Candidate = {
  readonly number: number
  readonly account: Id<'account'>
  readonly profile: Id<'profile'>
  readonly state: 'waiting' | 'selected' | 'not-selected' | 'withdrawn'
  readonly household: string | null
}

export type Choice = {
  readonly number: number
  readonly isSelected: boolean
  readonly reason: string
  /** What of the profile's criteria she meets. */
  readonly criteria: readonly string[]
  /** Put on the list of those who are called when a seat is free. */
  readonly isSubstitute: boolean
}

/** What choosing looks at beside the applications. */
export type Choosing = {
  readonly filling: Filling
  /** Who sits, or has been offered a seat. */
  readonly taken: readonly Id<'account'>[]
  readonly isOnePerHousehold: boolean
  /** Households of those who sit or have been offered a seat. */
  readonly households: readonly string[]
  /** Who is in a locked list of which seats are drawn: the draw answers her. */
  readonly inDraw?: readonly Id<'account'>[]
  /** Households of those in that list: whom the draw takes, nobody knows yet. */
  readonly homesInDraw?: readonly string[]
  /** Who gave an address that others gave too, and nobody has looked up yet who lives there. */
  readonly notLookedUp?: readonly Id<'account'>[]
}

export type ChoiceRefusal =
  | 'no-such-application'
  | 'answered-already'
  | 'reason-needed'
  | 'criteria-needed'
  | 'seated-already'
  | 'profile-full'
  | 'only-by-lot'
  | 'waits-for-the-draw'
  | 'waits-for-the-group'
  | 'same-household'
  | 'home-not-looked-up'
  | 'in-the-draw'
  | 'home-in-the-draw'

export type RefusedChoice = { readonly number: number; readonly refusal: ChoiceRefusal }

type From = 'waiting' | 'not-selected'

/**
 * What is wrong with these answers, each judged after those before it: two for the last seat of a profile are one too many.
 * `from` is the state an application must be in: answered for the first time, or called after a no.
 */
export function refusedChoices(
  candidates: readonly Candidate[],
  choices: readonly Choice[],
  choosing: Choosing & { readonly from?: From },
): readonly RefusedChoice[] {
  let standing: Choosing = choosing
  const refused: RefusedChoice[] = []
  for (const choice of choices) {
    const candidate = candidates.find(({ number }) => number === choice.number)
    const refusal = refusalOf(candidate, choice, { ...standing, from: choosing.from ?? 'waiting' })
    if (refusal !== undefined) refused.push({ number: choice.number, refusal })
    else if (candidate && choice.isSelected) standing = withOne(standing, candidate)
  }
  return refused
}

function refusalOf(
  candidate: Candidate | undefined,
  { isSelected, reason, criteria }: Choice,
  { from, ...choosing }: Choosing & { readonly from: From },
): ChoiceRefusal | undefined {
  const { filling, taken, inDraw = [] } = choosing
  if (!candidate) return 'no-such-application'
  if (candidate.state !== from) return 'answered-already'
  if (inDraw.includes(candidate.account)) return 'in-the-draw'
  if (reason.trim() === '') return 'reason-needed'
  if (!isSelected) return noRefusalOf(filling, candidate.profile)
  if (!areKnown(criteria, filling.rule.profiles.find(({ id }) => id === candidate.profile)?.criteria))
    return 'criteria-needed'
  if (taken.includes(candidate.account)) return 'seated-already'
  if (!isFree(filling, candidate.profile, 'chosen'))
    return freeByWay(filling, candidate.profile).drawn === 0 ? 'profile-full' : 'only-by-lot'
  return homeRefusalOf(candidate, choosing)
}

/** A no would take her out of the draw before chance has answered, and after it out of the next one: whoever was not drawn may be yet. */
function noRefusalOf(filling: Filling, profile: Id<'profile'>): ChoiceRefusal | undefined {
  if (!isByLot(filling, profile)) return undefined
  return (freeByWay(filling, profile).drawn ?? 0) > 0 ? 'waits-for-the-draw' : 'waits-for-the-group'
}

/** A seat that was to be drawn may ask for nothing: given by choice later, the reason alone says why. */
function areKnown(criteria: readonly string[], known: readonly string[] | undefined): boolean {
  if (!known || criteria.some((one) => !known.includes(one))) return false
  return criteria.length > 0 || known.length === 0
}

/** One of a home at most, where that was set: nobody is chosen before it is known whose home it is. */
function homeRefusalOf(
  { account, household }: Candidate,
  { isOnePerHousehold, households, homesInDraw = [], notLookedUp = [] }: Choosing,
): ChoiceRefusal | undefined {
  if (!isOnePerHousehold) return undefined
  if (notLookedUp.includes(account)) return 'home-not-looked-up'
  if (household === null) return undefined
  if (households.includes(household)) return 'same-household'
  if (homesInDraw.includes(household)) return 'home-in-the-draw'
  return undefined
}

function withOne(choosing: Choosing, { account, profile, household }: Candidate): Choosing {
  return {
    ...choosing,
    filling: { ...choosing.filling, asked: [...choosing.filling.asked, { kind: 'citizen', profile, way: 'chosen' }] },
    taken: [...choosing.taken, account],
    households: household === null ? choosing.households : [...choosing.households, household],
  }
}

export type ChooseRefusal = LeadRefusal | ChoiceRefusal | 'nothing-answered'

/** Several answers at once: all of them or none (R12). */
export function choose(
  arena: ArenaState,
  { choices, refused }: { readonly choices: readonly Choice[]; readonly refused: readonly RefusedChoice[] },
  actor: Actor,
): Result<SignedIn, ChooseRefusal> {
  const allowed = leading(arena, actor)
  if (!allowed.ok) return allowed
  if (choices.length === 0) return refuse('nothing-answered')
  const [first] = refused
  return first ? refuse(first.refusal) : accept(allowed.value)
}
