import { mergeAlike } from './alike.ts'
import { leastOf, lowestOf } from './goldilocks.ts'
import type { Instance } from './instance.ts'
import type { Stage } from './leximin.ts'
import type { Lottery } from './lottery.ts'
import { gradient } from './nash.ts'
import { nth } from './nth.ts'
import { activity, boundBy, panelSpace, seatColumns, type PanelSpace } from './panel-space.ts'
import type { Solver } from './solver.ts'

/** What is wrong with a lottery or its proof. `gap` is how far it can be from the best, in chance (goldilocks, nash: see there). */
export type Verdict = { readonly gap: number; readonly faults: readonly Fault[] }

export type Fault =
  | { readonly what: 'panel-breaks-a-rule'; readonly panel: number }
  | { readonly what: 'weights' | 'probabilities' | 'stages-incomplete' | 'gap-too-wide' }
  | { readonly what: 'stage'; readonly stage: number }
  | { readonly what: 'cut'; readonly cut: number }

/** The largest gap a valid proof leaves. The field's tools accept 5e-4. */
export const tolerance = 1e-7
/** Of goldilocks, whose value is a ratio of chances, as a share of it. */
const goldilocksTolerance = 1e-4

/**
 * Whether a lottery is one, and whether its certificate proves that none is better: by sums and comparisons alone, without the
 * code that found it. Only a cut, an inequality said to hold for every panel, needs one exact program to check; without a
 * `solver` a certificate with cuts is not accepted. O(stages × kinds × rows).
 */
export function checkCertificate(
  instance: Instance,
  lottery: Pick<Lottery, 'panels' | 'probabilities' | 'certificate'>,
  { solver }: { readonly solver?: Solver } = {},
): Verdict {
  const pool = mergeAlike(instance)
  const { certificate, panels, probabilities } = lottery
  const bare = panelSpace(pool, [])
  const space = panelSpace(pool, certificate.cuts)
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
  for (const [at, cut] of certificate.cuts.entries())
    if (
      !solver ||
      mostOver(solver, panelSpace(pool, certificate.cuts.slice(0, at)), cut.coefficients) > cut.bound + tolerance
    )
      faults.push({ what: 'cut', cut: at })
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
  switch (certificate.of) {
    case 'leximin':
    case 'maximin':
      return stagesProve(space, { stages: certificate.stages, seats, isWhole: certificate.of === 'leximin' })
    case 'nash': {
      const isPossible = [...seats].map((expected) => expected > tolerance)
      const gap = nashGap(space, { seats, isPossible, prices: certificate.prices })
      return { gap, faults: gap <= tolerance ? [] : [{ what: 'gap-too-wide' }] }
    }
    case 'goldilocks': {
      const isPossible = [...seats].map((expected) => expected > tolerance)
      const ideal = space.pool.size / space.pool.kindOf.length
      const greatest = Math.max(...space.pool.kinds.map(({ members }, kind) => nth(seats, kind) / members.length))
      const value = greatest / ideal + (certificate.gamma * ideal) / leastOf(space, seats, isPossible)
      const highest = bestOf(space, certificate.highest, new Float64Array(seats.length))
      const gap = value / lowestOf(space, { lines: certificate.lines, gamma: certificate.gamma, highest }).value - 1
      return { gap, faults: gap <= goldilocksTolerance ? [] : [{ what: 'gap-too-wide' }] }
    }
  }
}

/**
 * Stage by stage: nobody not yet settled can be given more than `bestOf`, everybody settled has what her stage says, and she
 * was settled with a positive weight or because no panel holds more of her kind.
 */
function stagesProve(
  space: PanelSpace,
  {
    stages,
    seats,
    isWhole,
  }: { readonly stages: readonly Stage[]; readonly seats: Float64Array; readonly isWhole: boolean },
): Verdict {
  const { kinds } = space.pool
  const settled = new Float64Array(kinds.length).fill(-1)
  const faults: Fault[] = []
  let gap = 0
  for (const [at, stage] of stages.entries()) {
    const best = bestOf(space, stage, settled)
    const given = kinds.flatMap(({ members }, kind) =>
      nth(settled, kind) < 0 ? [nth(seats, kind) / members.length] : [],
    )
    gap = Math.max(gap, best - Math.min(...given))
    const isProved = stage.kinds.every((kind) => {
      const { members, most } = nth(kinds, kind)
      const isBound = nth(stage.weights, kind) > 0 || most / members.length <= stage.chance + tolerance
      return (
        nth(settled, kind) < 0 && isBound && Math.abs(nth(seats, kind) / members.length - stage.chance) <= tolerance
      )
    })
    if (!isProved || stage.kinds.length === 0 || !(Math.abs(best - stage.chance) <= tolerance))
      faults.push({ what: 'stage', stage: at })
    for (const kind of stage.kinds) settled[kind] = stage.chance
  }
  if (isWhole && settled.includes(-1)) faults.push({ what: 'stages-incomplete' })
  if (!(gap <= tolerance)) faults.push({ what: 'gap-too-wide' })
  return { gap, faults }
}

/** The largest least chance the weights and prices of a stage allow, when those settled have at least what they were given. */
function bestOf(space: PanelSpace, { weights, prices, chance }: Stage, settled: Float64Array): number {
  const { kinds } = space.pool
  if (weights.some((weight) => !(weight >= 0))) return Infinity
  let left = boundBy(space, weights, prices)
  let scale = 0
  for (const [kind, weight] of weights.entries()) {
    const people = weight * nth(kinds, kind).members.length
    if (nth(settled, kind) < 0) scale += people
    else left -= people * nth(settled, kind)
  }
  // Nobody left is weighed: the stage settles those no panel can hold more of.
  return scale > 0 ? left / scale : chance
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

function mostOver(solver: Solver, space: PanelSpace, weights: readonly number[]): number {
  const program = solver.program(space, seatColumns(space))
  try {
    program.setCosts(Float64Array.from(weights))
    return program.solveWhole('best')?.value ?? Infinity
  } finally {
    program.close()
  }
}
