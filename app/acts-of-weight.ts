import { provesAtLeast, type Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Eid, Level } from '../platform/identity/oidc/index.ts'

/**
 * What binds others or says who may: a chair's confirmation, a vote put on record, what staff confirm for somebody, who holds a
 * role, what opens an account. A sign-in of weeks ago on a phone left somewhere is not enough for them.
 */
export const actsOfWeight: ReadonlySet<Address> = new Set<Address>([
  'problem.draft-answer',
  'problem.confirm-answer',
  'mandate.draft-adoption',
  'mandate.confirm-adoption',
  'mandate.enter-move',
  'mandate.confirm-move',
  'decision.record-vote',
  'decision.confirm-vote',
  'arena.decide-record',
  'arena.decide-answer',
  'settings.member',
  'settings.term',
  'settings.continue-terms',
  'settings.chair',
  'settings.invite',
  'settings.link-person',
])

/** What opens an account anew: of who holds an office, so that a phone left somewhere does not make itself a key. */
export const newKeys: ReadonlySet<Address> = new Set<Address>([
  'me.link',
  'me.unlink',
  'sign-in.join',
  'keys.ask-address',
  'keys.change-address',
  'keys.ask-passkey',
  'keys.add-passkey',
])

/** What this act asks for before it is done; undefined where it asks for nothing. */
export function askedFor(at: Address, actor: Actor, stepUp: StepUp): StepUp | undefined {
  if (actsOfWeight.has(at)) return stepUp
  // Of a key no more than a fresh sign-in: the first electronic identity is linked by a code.
  return newKeys.has(at) && holdsOffice(actor) ? { ...stepUp, level: 'low' } : undefined
}

function holdsOffice({ roles }: Actor): boolean {
  return roles.some(({ name }) => name !== 'resident' && name !== 'organisation')
}

/** How fresh and how sure a sign-in must be for an act of weight. */
export type StepUp = { readonly hours: number; readonly level: Level }

export type Proven = {
  readonly actor: Pick<Actor, 'assurance' | 'authenticatedAt'>
  readonly now: Temporal.Instant
}

export function provesEnough({ actor, now }: Proven, { hours, level }: StepUp): boolean {
  const { authenticatedAt } = actor
  if (authenticatedAt === undefined) return false
  return Temporal.Instant.compare(authenticatedAt.add({ hours }), now) > 0 && provesAtLeast(actor, level)
}

/** No more is asked for than somebody can prove here. */
export function reachable({ hours, level }: StepUp, { offered }: Pick<Eid, 'offered'>): StepUp {
  const isOffered = offered.some(({ best }) => provesAtLeast({ assurance: best }, level))
  return { hours, level: isOffered ? level : 'low' }
}
