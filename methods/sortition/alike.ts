import type { Instance } from './instance.ts'
import { nth } from './nth.ts'

/** One value of one feature, with the bounds every panel keeps to. */
export type Cell = { readonly feature: number; readonly value: string; readonly min: number; readonly max: number }

/** Candidates nobody can tell apart: the same values, and housemates with the same values. Their chances are equal. */
export type Kind = {
  /** Index of the cell for each feature. */
  readonly cells: readonly number[]
  /** Indices of the candidates, in the order of the instance. */
  readonly members: readonly number[]
  /** How many of them one panel can hold: all, or one of each household. */
  readonly most: number
}

/** Households alike: so many of them, with a member of each of these kinds; a panel holds at most one of each household. */
export type HouseholdClass = {
  readonly kinds: readonly number[]
  /** Household after household, for each kind the candidates in it. */
  readonly households: readonly (readonly (readonly number[])[])[]
}

export type Pool = {
  readonly size: number
  readonly cells: readonly Cell[]
  readonly kinds: readonly Kind[]
  readonly classes: readonly HouseholdClass[]
  /** Index of the kind of each candidate. */
  readonly kindOf: Int32Array
}

/**
 * Merges candidates nobody can tell apart into kinds: with 2,000 candidates and three kinds the programs have three columns.
 *
 * Chances that are fair in the sense of leximin are unique and do not depend on names, so those who are alike have the same.
 * With households two are alike when they have the same values and their housemates have, one by one, the same values too; a
 * household with a single candidate in the pool binds nobody.
 * O(candidates × features). Expects an instance without complaints.
 */
export function mergeAlike({ size, features, candidates }: Instance): Pool {
  const cells = features.flatMap(({ quotas }, feature) =>
    quotas.map(({ value, min, max }): Cell => ({ feature, value, min, max })),
  )
  const cellOf = new Map(cells.map(({ feature, value }, index) => [`${feature} ${value}`, index]))
  const cellsOf = candidates.map(
    ({ values }) => values.map((value, feature) => cellOf.get(`${feature} ${value}`) as number), // checked by `checkInstance`
  )
  const households = householdsOf(candidates.map(({ household }) => household))
  const signatureOf = signatures(cellsOf, households)
  const kinds = new Map<string, number[]>()
  for (const [candidate, own] of cellsOf.entries()) {
    const key = `${own.join(',')}|${signatureOf.get(candidate) ?? ''}`
    const members = kinds.get(key)
    if (members) members.push(candidate)
    else kinds.set(key, [candidate])
  }
  const kindOf = new Int32Array(candidates.length)
  for (const [kind, members] of [...kinds.values()].entries()) for (const one of members) kindOf[one] = kind
  const classes = classesOf(households, signatureOf, kindOf)
  const mostOf = new Map(classes.flatMap(({ kinds: own, households: many }) => own.map((kind) => [kind, many.length])))
  return {
    size,
    cells,
    kinds: [...kinds.values()].map((members, kind) => ({
      cells: nth(cellsOf, nth(members, 0)),
      members,
      most: mostOf.get(kind) ?? members.length,
    })),
    classes,
    kindOf,
  }
}

/** Candidates by household, those of two and more only. */
function householdsOf(names: readonly (string | undefined)[]): readonly (readonly number[])[] {
  const households = new Map<string, number[]>()
  for (const [candidate, name] of names.entries()) {
    if (name === undefined) continue
    const members = households.get(name)
    if (members) members.push(candidate)
    else households.set(name, [candidate])
  }
  return [...households.values()].filter(({ length }) => length > 1)
}

/** For each candidate with housemates what tells her household from others: the values of all in it. */
function signatures(
  cellsOf: readonly (readonly number[])[],
  households: readonly (readonly number[])[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const members of households) {
    const signature = members
      .map((one) => nth(cellsOf, one).join(','))
      .toSorted()
      .join(';')
    for (const one of members) found.set(one, signature)
  }
  return found
}

function classesOf(
  households: readonly (readonly number[])[],
  signatureOf: ReadonlyMap<number, string>,
  kindOf: Int32Array,
): readonly HouseholdClass[] {
  const classes = new Map<string, (readonly number[])[]>()
  for (const members of households) {
    const signature = signatureOf.get(nth(members, 0)) ?? ''
    const alike = classes.get(signature)
    if (alike) alike.push(members)
    else classes.set(signature, [members])
  }
  return [...classes.values()].map((alike) => {
    const kinds = [...new Set(nth(alike, 0).map((one) => nth(kindOf, one)))].toSorted((a, b) => a - b)
    return {
      kinds,
      households: alike.map((members) => kinds.map((kind) => members.filter((one) => nth(kindOf, one) === kind))),
    }
  })
}
