import type { Actor } from '@folkmoot/basics/actor.ts'

export type Camp = 'walkers' | 'drivers'

/** Two ways of seeing the case, so that the map shows how such a town looks; a quarter of each camp thinks as the other one. */
export function fromAgreeing(
  voters: readonly Actor[],
  order: readonly Actor[],
  camp: Camp | undefined,
): readonly Actor[] {
  if (!camp) return order
  const walkers = new Set(voters.slice(0, Math.ceil(voters.length / 2)))
  const lateness = (actor: Actor, rank: number): number =>
    rank / order.length + (walkers.has(actor) === (camp === 'walkers') ? 0 : 0.75)
  return order
    .map((actor, rank) => ({ actor, late: lateness(actor, rank) }))
    .toSorted((a, b) => a.late - b.late)
    .map(({ actor }) => actor)
}
