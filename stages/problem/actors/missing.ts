import type { ActorWords } from './rules.ts'

/** Who bears consequences; one that only can help does not. */
export function isAffected({ relation }: Pick<ActorWords, 'relation'>): boolean {
  return relation !== 'relevant'
}

/** Affected, and nobody speaks for it. */
export function unspokenFor<One extends ActorWords & { readonly spokesperson: string }>(
  actors: readonly One[],
): readonly One[] {
  return actors.filter((one) => isAffected(one) && one.spokesperson === '')
}

/** Looked for, and not heard yet. */
export function notHeard<One extends ActorWords>(actors: readonly One[]): readonly One[] {
  return actors.filter(({ standing }) => standing === 'not-heard')
}

/**
 * Whom recruitment looks for first (R14): affected groups that do not take part, those affected most first and those not heard
 * before those that were.
 */
export function toInvite<One extends ActorWords>(actors: readonly One[]): readonly One[] {
  return actors
    .filter((one) => isAffected(one) && one.standing !== 'takes-part')
    .toSorted(
      (one, other) =>
        amountOrder[one.howMuch] - amountOrder[other.howMuch] ||
        standingOrder[one.standing] - standingOrder[other.standing],
    )
}

const amountOrder = { 'a-lot': 0, somewhat: 1, unknown: 2, little: 3 } as const
const standingOrder = { 'not-heard': 0, unknown: 1, heard: 2, 'takes-part': 3 } as const
