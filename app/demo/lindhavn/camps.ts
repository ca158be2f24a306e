import type { Actor } from '@folkmoot/basics/actor.ts'

export type Camp = 'walkers' | 'drivers'

/** Two ways of seeing the case, so that the map shows how such a town looks; one of seven in each camp thinks as the other one. */
export function fromAgreeing(
  voters: readonly Actor[],
  order: readonly Actor[],
  camp: Camp | undefined,
): readonly Actor[] {
  if (!camp) return order
  const walkers = new Set(voters.slice(0, halfOf(voters)))
  const lateness = (actor: Actor, rank: number): number =>
    rank / order.length + (walkers.has(actor) === (camp === 'walkers') ? 0 : 0.85)
  return order
    .map((actor, rank) => ({ actor, late: lateness(actor, rank) }))
    .toSorted((a, b) => a.late - b.late)
    .map(({ actor }) => actor)
}

/**
 * Every half hour somebody votes, one of each camp in turn: who is the newest, and held back from the map, is then no matter of chance,
 * nor what may be told of so few.
 */
export function timeOf(voters: readonly Actor[], voter: Actor): readonly [hour: number, minute: number] {
  const at = voters.indexOf(voter)
  return [5 + (at % halfOf(voters)), at < halfOf(voters) ? 0 : 30]
}

const halfOf = (voters: readonly Actor[]): number => Math.ceil(voters.length / 2)
