import { mergeAlike } from './alike.ts'
import { leastOf, lowestOf } from './goldilocks.ts'
import type { Instance } from './instance.ts'
import type { Certificate, Lottery } from './lottery.ts'
import { gradient } from './nash.ts'
import { nth } from './nth.ts'
import type { Line } from './minimax.ts'
import { activity, boundBy, panelSpace, seatColumns, type Cut, type PanelSpace } from './panel-space.ts'
import type { Solver } from './solver.ts'
import { firstStagesProve, stagesProve, tolerance, type FirstStages } from './stages-prove.ts'

/** What is wrong with a lottery or its proof. `gap` is how far it can be from the best, in chance (goldilocks, nash: see there). */
export type Verdict = { readonly gap: number; readonly faults: readonly Fault[] }

export type Fault =
  | { readonly what: 'panel-breaks-a-rule'; readonly panel: number }
  | { readonly what: 'weights' | 'probabilities' | 'stages-incomplete' | 'objective' | 'gap-too-wide' }
  | { readonly what: 'stage'; readonly stage: number }
  | { readonly what: 'cut'; readonly cut: number }

/** Of goldilocks, whose value is a ratio of chances, as a share of it. */
const goldilocksTolerance = 1e-4

/**
 * Whether a lottery is one, and whether its certificate proves that none is better: by sums and comparisons alone, without the
 * code that found it. Only a cut, an inequality said to hold for every panel, needs one exact program to check; without a
 * `solver` a certificate with cuts is not accepted. O(stages × kinds × rows).
 */
export function checkCertificate(
  instance: Instance,
  lottery: Pick<Lottery, 'objective' | 'panels' | 'probabilities' | 'certificate'>,
  {
    solver,
    gamma = 1,
  }: { readonly solver?: Solver; /** As it was asked of goldilocks. */ readonly gamma?: number } = {},
): Verdict {
  const pool = mergeAlike(instance)
  const { objective, certificate, panels, probabilities } = lottery
  const bare = panelSpace(pool, [])
  const faults: Fault[] = []
  for (const [at, { seats }] of panels.entries())
    if (!isPanel(bare, seats)) faults.push({ what: 'panel-breaks-a-rule', panel: at })
  if (
    panels.some(({ weight }) => !(weight > 0)) ||
    Math.abs(panels.reduce((sum, { weight }) => sum + weight, 0) - 1) > tolerance
  )
    faults.push({ what: 'weights' })
  const seats = new Float64Array(pool.kinds.length)
  for (const panel of panels)
    for (const [kind, count] of panel.seats.entries()) seats[kind] = nth(seats, kind) + panel.weight * count
  const chance = (kind: number): number => nth(seats, kind) / nth(pool.kinds, kind).members.length
  if (
    probabilities.length !== instance.candidates.length ||
    probabilities.some((given, one) => !(Math.abs(given - chance(nth(pool.kindOf, one))) <= tolerance))
  )
    faults.push({ what: 'probabilities' })
  const cuts: Cut[] = []
  for (const [at, cut] of certificate.cuts.entries()) {
    const proved = solver ? provedCut(solver, panelSpace(pool, cuts), cut) : undefined
    if (!proved) faults.push({ what: 'cut', cut: at })
    cuts.push(proved ?? cut)
  }
  const space = panelSpace(pool, cuts)
  if (certificate.of !== objective || (certificate.of === 'goldilocks' && certificate.gamma !== gamma))
    faults.push({ what: 'objective' })
  const proof = proofOf(space, lottery, seats)
  return { gap: proof.gap, faults: [...faults, ...proof.faults] }
}

/** What doubles lose in the sum of a cut; the other rows add up whole numbers. */
const rounding = 1e-9

/** Whole seats that meet every row: size, quotas, one of a household, no kind beyond what one panel can hold of it. */
export function isPanel(space: PanelSpace, seats: ArrayLike<number>): boolean {
  const used = activity(space, seats)
  return (
    space.pool.kinds.every(
      ({ most }, kind) => Number.isInteger(seats[kind]) && nth(seats, kind) >= 0 && nth(seats, kind) <= most,
    ) && used.every((sum, row) => sum >= nth(space.lower, row) - rounding && sum <= nth(space.upper, row) + rounding)
  )
}

function proofOf(space: PanelSpace, { certificate }: Pick<Lottery, 'certificate'>, seats: Float64Array): Verdict {
  if (certificate.of === 'leximin') return stagesProve(space, { stages: certificate.stages, seats })
  const first = firstStagesProve(space, { stages: certificate.stages, seats })
  const left = gapOf(space, certificate, { ...first, seats })
  const allowed = certificate.of === 'goldilocks' ? goldilocksTolerance : tolerance
  return {
    gap: left,
    faults: [...first.faults, ...(left <= allowed ? [] : [{ what: 'gap-too-wide' } as const])],
  }
}

type Known = Pick<FirstStages, 'isPossible' | 'highest' | 'gap'> & { readonly seats: Float64Array }

function gapOf(space: PanelSpace, certificate: Exclude<Certificate, { of: 'leximin' }>, known: Known): number {
  switch (certificate.of) {
    case 'maximin':
      return known.gap
    case 'nash':
      return nashGap(space, { ...known, prices: certificate.prices })
    case 'goldilocks':
      return goldilocksGap(space, { ...known, gamma: certificate.gamma, lines: certificate.lines })
  }
}

type Balanced = {
  readonly seats: Float64Array
  readonly isPossible: readonly boolean[]
  readonly highest: number
  readonly gamma: number
  readonly lines: readonly Line[]
}

/** As a share of the smallest value there can be. */
function goldilocksGap(space: PanelSpace, { seats, isPossible, highest, gamma, lines }: Balanced): number {
  const ideal = space.pool.size / space.pool.kindOf.length
  const greatest = Math.max(...space.pool.kinds.map(({ members }, kind) => nth(seats, kind) / members.length))
  const value = greatest / ideal + (gamma * ideal) / leastOf(space, seats, isPossible)
  return value / lowestOf(space, { lines, gamma, highest, isPossible }).value - 1
}

/**
 * How far Σ log chance can be from its largest value, per candidate: the logarithm lies under its tangent, so what the
 * gradient can gain over the space bounds it.
 */
export function nashGap(
  space: PanelSpace,
  {
    seats,
    isPossible,
    prices,
  }: { readonly seats: Float64Array; readonly isPossible: readonly boolean[]; readonly prices: readonly number[] },
): number {
  const slopes = gradient(space, seats, isPossible)
  const now = slopes.reduce((sum, slope, kind) => sum + slope * nth(seats, kind), 0)
  return Math.max(0, boundBy(space, slopes, prices) - now) / space.pool.kindOf.length
}

/** The cut with the bound no panel is above, or nothing where it is not the one it claims. In shares of its largest coefficient. */
function provedCut(solver: Solver, space: PanelSpace, { coefficients, bound }: Cut): Cut | undefined {
  const scale = Math.max(...coefficients.map(Math.abs))
  if (coefficients.length !== space.pool.kinds.length || !(scale > 0 && scale < Infinity)) return undefined
  const program = solver.program(space, seatColumns(space))
  try {
    program.setCosts(Float64Array.from(coefficients, (value) => value / scale))
    const most = (program.solveWhole('best')?.value ?? Infinity) * scale
    return most <= bound + rounding * scale ? { coefficients, bound: Math.max(bound, most) } : undefined
  } finally {
    program.close()
  }
}
