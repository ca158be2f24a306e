import { seeded, shuffled } from '@folkmoot/basics/seeded.ts'

/** One line of a list from which letters are drawn: an address, or a person at one. */
export type Listed = {
  readonly id: string
  /** What the register says of it, one value a feature, in the order of the features; '' where it does not say. */
  readonly values: readonly string[]
  /** Lines of one household: at most one of them gets a letter. */
  readonly household?: string | undefined
}

export type Inviting = {
  readonly letters: number
  readonly seed: string
  /** Which share of those with these values is expected to answer, in (0, 1]; the same for all unless it is told. */
  readonly expected?: (values: readonly string[]) => number
}

export type Stratum = {
  readonly values: readonly string[]
  readonly listed: number
  /** Of those, how many could be drawn: one of each household. */
  readonly open: number
  readonly drawn: number
}

export type Invited = {
  /** In the order of their ids, so that the order of the list it came in changes nothing. */
  readonly ids: readonly string[]
  /** In the order of their values. */
  readonly strata: readonly Stratum[]
}

/**
 * Who gets a letter: a stratified sample without replacement, that anybody with the list and the seed draws again.
 *
 * 1. Of each household one line is drawn; all others leave the urn.
 * 2. Each stratum (lines of equal values) has a share of the letters in proportion to its listed lines, divided by the share of
 *    them expected to answer: who answers half as often is written to twice as often. No stratum has more than it holds; what it
 *    cannot take is shared among the others alike.
 * 3. A share is a fraction, letters are whole. It is rounded up or down by chance, with one number for all strata (systematic
 *    rounding), so that on average each stratum gets exactly its share and the whole is exactly `letters`.
 * 4. Within a stratum chance alone decides.
 *
 * One letter a home costs those who share one: of a home of four each is written to about a quarter as often as who lives alone in
 * the same stratum. A list with a line for each address instead of each person gives every home the same chance.
 *
 * Shape: list → ids and strata. Cost: O(n log n). Source: C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling
 * (1992), 3.4 systematic and 3.7 stratified sampling. We differ from rounding by largest remainder, which gives a stratum of three
 * lines no letter, whatever the seed: here each of them has the chance of everybody else.
 */
export function drawInvitations(list: readonly Listed[], { letters, seed, expected = () => 1 }: Inviting): Invited {
  const sorted = list.toSorted((a, b) => compareText(a.id, b.id))
  const strata = strataOf(sorted, onePerHousehold(sorted, `${seed} households`))
  const quotas = quotasOf(
    strata.map(({ listed, urn, values }) => ({ weight: weightOf(listed, expected(values)), most: urn.length })),
    { letters, seed: `${seed} letters` },
  )
  const drawn = strata.map(({ key, urn }, at) => shuffled(urn, `${seed} stratum ${key}`).slice(0, quotas[at]))
  return {
    ids: drawn.flat().toSorted(compareText),
    strata: strata.map(({ values, listed, urn }, at) => ({
      values,
      listed,
      open: urn.length,
      drawn: quotas[at] ?? 0,
    })),
  }
}

/**
 * The exact share of each stratum, before it is rounded: whoever has only the counts sees by it that no group got more letters, or
 * fewer, than it should. Cost: O(strata²).
 */
export function exactShares(
  strata: readonly Pick<Stratum, 'values' | 'listed' | 'open'>[],
  { letters, expected = () => 1 }: Pick<Inviting, 'letters' | 'expected'>,
): readonly number[] {
  const claims = strata.map(({ values, listed, open }) => ({ weight: weightOf(listed, expected(values)), most: open }))
  const { full, left } = filledUp(claims, letters)
  const whole = sumOf(claims, full)
  return claims.map(({ weight, most }, at) => (full.has(at) ? most : whole === 0 ? 0 : (left * weight) / whole))
}

type Urn = {
  readonly key: string
  readonly values: readonly string[]
  readonly listed: number
  readonly urn: readonly string[]
}

function strataOf(list: readonly Listed[], kept: ReadonlySet<string>): readonly Urn[] {
  const groups = Map.groupBy(list, ({ values }) => JSON.stringify(values))
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, lines]) => ({
      key,
      values: lines[0]?.values ?? [],
      listed: lines.length,
      urn: lines.map(({ id }) => id).filter((id) => kept.has(id)),
    }))
}

function onePerHousehold(sorted: readonly Listed[], seed: string): ReadonlySet<string> {
  const taken = new Set<string>()
  const kept = new Set<string>()
  for (const { id, household } of shuffled(sorted, seed)) {
    if (household !== undefined && taken.has(household)) continue
    if (household !== undefined) taken.add(household)
    kept.add(id)
  }
  return kept
}

/** Weights are whole numbers, so that no rounding of the machine decides: thousandths of a line are fine enough. */
const weightScale = 1000

function weightOf(listed: number, expected: number): number {
  if (!(expected > 0 && expected <= 1))
    throw new RangeError(`a share expected to answer lies in (0, 1], not ${expected}`)
  return Math.round((listed * weightScale) / expected)
}

type Claim = { readonly weight: number; readonly most: number }

/** Whole numbers in proportion to the weights, none above its most, which sum to `letters` or to all there is. */
function quotasOf(
  claims: readonly Claim[],
  { letters, seed }: { readonly letters: number; readonly seed: string },
): readonly number[] {
  return roundedTogether(claims, { ...filledUp(claims, letters), seed })
}

/** Those that give all they hold, and how many letters are left for the others. */
function filledUp(claims: readonly Claim[], letters: number): Omit<Sharing, 'seed'> {
  const full = new Set<number>()
  let left = letters
  // A stratum whose share is more than it holds gives all; then the others' shares grow, and another may be full.
  for (;;) {
    const whole = sumOf(claims, full)
    const over = claims.flatMap(({ weight, most }, at) => (!full.has(at) && left * weight > most * whole ? [at] : []))
    if (over.length === 0) break
    for (const at of over) {
      full.add(at)
      left -= claims[at]?.most ?? 0
    }
  }
  return { full, left }
}

type Sharing = { readonly full: ReadonlySet<number>; readonly left: number; readonly seed: string }

/** The strata laid end to end on a line of `left` letters; those whose stretch holds a mark get one, marks are one letter apart. */
function roundedTogether(claims: readonly Claim[], { full, left, seed }: Sharing): readonly number[] {
  const whole = sumOf(claims, full)
  const quotas = claims.map(({ most }, at) => (full.has(at) ? most : 0))
  if (whole === 0) return quotas
  let at = Math.floor(seeded(seed)() * whole)
  const order = shuffled([...claims.keys()], `${seed} order`)
  for (const stratum of order) {
    if (full.has(stratum)) continue
    const to = at + left * (claims[stratum]?.weight ?? 0)
    quotas[stratum] = wholes(to, whole) - wholes(at, whole)
    at = to
  }
  return quotas
}

function wholes(part: number, whole: number): number {
  return (part - (part % whole)) / whole
}

function sumOf(claims: readonly Claim[], without: ReadonlySet<number>): number {
  return claims.reduce((sum, { weight }, at) => (without.has(at) ? sum : sum + weight), 0)
}

/** By code units: the same order on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
