/** A group the problem affects, and how many at the table are of it or know its life. */
export type AffectedGroup<Name = string> = { readonly name: Name; readonly people: number }

export type Reached<Name = string> = {
  readonly reached: readonly Name[]
  readonly missing: readonly Name[]
  /** 0–1; undefined where no group was named. */
  readonly share: number | undefined
}

/** Which of the groups a problem affects have somebody at the table. Each counts once, however large: to be small is no reason. O(groups). */
export function reachedGroups<Name>(groups: readonly AffectedGroup<Name>[]): Reached<Name> {
  const reached = groups.filter(({ people }) => people > 0).map(({ name }) => name)
  const missing = groups.filter(({ people }) => people <= 0).map(({ name }) => name)
  return { reached, missing, share: groups.length === 0 ? undefined : reached.length / groups.length }
}
