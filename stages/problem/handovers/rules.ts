import { isStaff, whoever, type Actor, type Policy } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { isSponsor } from '../rules.ts'

/** The number in an address; 0, which no hand-over has, for what is none. */
export function numberIn(typed: string): number {
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0
}

export const mayHandOver: Policy = whoever('politician')

/** What a rule has to know of a place in the tree. */
export type PlaceState = {
  readonly id: Id<'jurisdiction'>
  readonly parent: Id<'jurisdiction'> | null
  readonly isTold: boolean
}

/** How one place lies to another: it lies in it, holds it, or both lie in the same. */
export type Nearness = 'above' | 'below' | 'beside'

/** How `to` lies, seen from `from`; undefined where the tree does not join them so. O(depth). */
export function nearnessOf(places: readonly PlaceState[], from: PlaceState, to: PlaceState): Nearness | undefined {
  if (from.id === to.id) return undefined
  if (aboveOf(places, from).includes(to.id)) return 'above'
  if (aboveOf(places, to).includes(from.id)) return 'below'
  return from.parent !== null && from.parent === to.parent ? 'beside' : undefined
}

/** The database holds that places are a tree; a circle in what is given here ends where it closes. */
function aboveOf(places: readonly PlaceState[], from: PlaceState): readonly Id<'jurisdiction'>[] {
  const line: Id<'jurisdiction'>[] = []
  for (let at = from.parent; at !== null && !line.includes(at);) {
    line.push(at)
    const id = at
    at = places.find((place) => place.id === id)?.parent ?? null
  }
  return line
}

export type HandoverKind = 'whole' | 'part'
export type OutState = 'sent' | 'waits' | 'accepted' | 'declined' | 'stopped'

/** Places that can be asked, with how they lie: a part is opened only in a member. */
export function placesToAsk<Place extends PlaceState>(
  places: readonly Place[],
  from: PlaceState,
  kind: HandoverKind,
): readonly { readonly place: Place; readonly nearness: Nearness }[] {
  return places.flatMap((place) => {
    const nearness = place.isTold ? undefined : nearnessOf(places, from, place)
    return nearness && (kind === 'whole' || nearness === 'below') ? [{ place, nearness }] : []
  })
}

/** The problem as it stands under its lock. */
export type AskingState = {
  readonly sponsors: readonly Id<'person'>[]
  readonly isTold: boolean
  readonly isHidden: boolean
  /** It goes on in another problem of this place. */
  readonly isMerged: boolean
  /** Where it was handed over from, when it came from another place. */
  readonly cameFrom: Id<'jurisdiction'> | null
  readonly asked: readonly { readonly to: Id<'jurisdiction'>; readonly state: OutState }[]
}

export type Asking = {
  readonly kind: HandoverKind
  readonly from: PlaceState
  readonly to: PlaceState | undefined
  readonly places: readonly PlaceState[]
  readonly reason: string
}

export type AskRefusal =
  | 'staff-never-hand-over'
  | 'only-politicians'
  | 'only-sponsors-invite'
  | 'told-here'
  | 'hidden'
  | 'goes-on-elsewhere'
  | 'no-such-place'
  | 'same-place'
  | 'told-place'
  | 'unrelated-place'
  | 'not-a-member'
  | 'came-from-there'
  | 'asked-already'
  | 'reason-needed'

export type Politician = {
  readonly account: Id<'account'>
  readonly person: Id<'person'>
  readonly name: string
}

function asPolitician(actor: Actor): Politician | undefined {
  const { account, person, name } = actor
  return mayHandOver.allows(actor) && account !== null && person !== null ? { account, person, name } : undefined
}

/**
 * Any politician of the place may say that a problem belongs to another level: it asks, it binds nobody. Parts are invited
 * by those who have taken the problem up, since they will have to put the parts together.
 */
export function ask(state: AskingState, asking: Asking, actor: Actor): Result<Politician, AskRefusal> {
  if (isStaff(actor)) return refuse('staff-never-hand-over')
  const politician = asPolitician(actor)
  if (!politician) return refuse('only-politicians')
  if (asking.kind === 'part' && !isSponsor(state, actor)) return refuse('only-sponsors-invite')
  if (state.isTold) return refuse('told-here')
  if (state.isHidden) return refuse('hidden')
  if (state.isMerged) return refuse('goes-on-elsewhere')
  const { from, to, places } = asking
  if (!to) return refuse('no-such-place')
  if (to.id === from.id) return refuse('same-place')
  if (to.isTold) return refuse('told-place')
  const nearness = nearnessOf(places, from, to)
  if (nearness === undefined) return refuse('unrelated-place')
  if (asking.kind === 'part' && nearness !== 'below') return refuse('not-a-member')
  if (state.cameFrom === to.id) return refuse('came-from-there')
  if (state.asked.some((one) => one.to === to.id && isOpenOrTaken(one.state))) return refuse('asked-already')
  return asking.reason.trim() === '' ? refuse('reason-needed') : accept(politician)
}

/** After a no one may ask again, with new reasons; what never arrived may be sent again. */
export function isOpenOrTaken(state: OutState): boolean {
  return state === 'sent' || state === 'waits' || state === 'accepted'
}

export type AnsweringState = {
  readonly state: 'waits' | 'accepted' | 'declined'
  readonly isHidden: boolean
  /** Where it came from. */
  readonly isHiddenThere: boolean
}

export type AnswerRefusal =
  | 'staff-never-hand-over'
  | 'not-yours-to-answer'
  | 'answered-already'
  | 'hidden-here'
  | 'hidden-there'
  | 'reason-needed'

/** Each place decides for itself: one of its politicians takes the problem up by name, or declines with a published reason. */
export function answer(
  state: AnsweringState,
  words: { readonly isAccepted: boolean; readonly reason: string },
  actor: Actor,
): Result<Politician, AnswerRefusal> {
  if (isStaff(actor)) return refuse('staff-never-hand-over')
  const politician = asPolitician(actor)
  if (!politician) return refuse('not-yours-to-answer')
  if (state.state !== 'waits') return refuse('answered-already')
  if (words.isAccepted && state.isHiddenThere) return refuse('hidden-there')
  if (words.isAccepted && state.isHidden) return refuse('hidden-here')
  return words.reason.trim() === '' ? refuse('reason-needed') : accept(politician)
}

export type CarriedWords = { readonly question: string; readonly whatHappens: string; readonly whoIsAffected: string }

/** What stands hidden at the origin, each with its stone where it has one. */
export type OriginStones<Stone> = {
  readonly problem: Stone | undefined
  /** The asking, with its reason. */
  readonly asking: Stone | undefined
  readonly framings: readonly { readonly words: CarriedWords; readonly stone: Stone | undefined }[]
}

/**
 * The stone a carried copy stands under: its problem's, its asking's, or that of a framing with these very words. Which framing
 * is in use there by now does not matter: words that are hidden there are hidden here, others are not.
 */
export function stoneOver<Stone>(
  copy: CarriedWords,
  { problem, asking, framings }: OriginStones<Stone>,
): Stone | undefined {
  return problem ?? asking ?? framings.find(({ words, stone }) => stone !== undefined && isSame(words, copy))?.stone
}

function isSame(one: CarriedWords, other: CarriedWords): boolean {
  return (
    one.question === other.question &&
    one.whatHappens === other.whatHappens &&
    one.whoIsAffected === other.whoIsAffected
  )
}

/** A place that has set itself no time to answer what residents raise has this long for what another place hands it. */
export const answerWithin: DeadlineRule = { count: 40, unit: 'working-days' }
