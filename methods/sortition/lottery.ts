import { mergeAlike, type Pool } from './alike.ts'
import { asPanels, type WeightedPanel } from './as-panels.ts'
import { explainConflict, type Conflict } from './conflict.ts'
import { goldilocks, type Goldilocks } from './goldilocks.ts'
import { checkInstance, type Instance } from './instance.ts'
import { leximin, type Stage } from './leximin.ts'
import { minimax, type Line } from './minimax.ts'
import { nash } from './nash.ts'
import { nth } from './nth.ts'
import { panelSpace, seatColumns, type Cut, type PanelSpace } from './panel-space.ts'
import { separate } from './separate.ts'
import type { Solver } from './solver.ts'

export const objectives = ['leximin', 'maximin', 'nash', 'goldilocks'] as const
/**
 * What the chances are to be: *leximin* the least as large as can be, then the next least, to the last · *maximin* only the
 * least, then the greatest as small as can be · *nash* the largest product · *goldilocks* neither too high nor too low.
 */
export type Objective = (typeof objectives)[number]

/**
 * The proof beside a lottery that no other is better; whoever doubts checks it with `checkCertificate`. But for leximin the stages
 * end with the first that has a chance: they prove who can never be drawn, and how large the least chance of the others can be.
 */
export type Certificate = { readonly cuts: readonly Cut[] } & (
  | { readonly of: 'leximin'; readonly stages: readonly Stage[] }
  | { readonly of: 'maximin'; readonly stages: readonly Stage[] }
  | { readonly of: 'nash'; readonly stages: readonly Stage[]; readonly prices: readonly number[] }
  | {
      readonly of: 'goldilocks'
      readonly stages: readonly Stage[]
      readonly gamma: number
      readonly lines: readonly Line[]
    }
)

/** Panels with the chance of each, and what follows for every candidate. */
export type Lottery = {
  readonly objective: Objective
  readonly pool: Pool
  /** By candidate, in the order of the instance; they add up to the size. */
  readonly probabilities: Float64Array
  /** Seats by kind; their weights add up to 1. Within a kind everybody is as likely. */
  readonly panels: readonly WeightedPanel[]
  readonly certificate: Certificate
}

export type Outcome =
  | { readonly kind: 'lottery'; readonly lottery: Lottery }
  | { readonly kind: 'infeasible'; readonly conflict: Conflict }
  | { readonly kind: 'cancelled' }

export type Progress = { readonly step: 'chances' | 'panels' | 'cut'; readonly round: number }

export type Solving = {
  readonly objective: Objective
  /** Picks which of many lotteries with the same chances it is. */
  readonly seed: string
  /** Weight of the least chance in goldilocks; 1 unless told. */
  readonly gamma?: number
  readonly onProgress?: (progress: Progress) => void
  /** Asked between programs, each of which takes milliseconds to seconds. */
  readonly isCancelled?: () => boolean
}

/** The package's name and version as they are recorded beside a draw. */
export const sortitionMethod = { name: '@folkmoot/sortition', version: '0.2.0' } as const

/** So often the walk starts anew with other costs before the exact separation is asked. */
const walks = 4
/** Weight that may stay without a panel, spread over the others: far below the tolerance of the certificate. */
const negligible = 1e-9

/**
 * The fairest lottery over the panels of an instance, with its proof, or why there is no panel at all.
 *
 * 1. Candidates nobody can tell apart become kinds. 2. The chances are worked out over the rows all panels meet.
 * 3. They are written as a mixture of panels. 4. Where no mixture gives them, an inequality that all panels meet and these
 * chances do not is added to the rows, and it begins anew. So the chances are the best over a space that holds every lottery,
 * and a lottery gives them: both together are the proof.
 * Throws a RangeError for an instance with complaints. Deterministic: the same instance, objective and seed, the same bytes.
 */
export function solveLottery(solver: Solver, instance: Instance, solving: Solving): Outcome {
  if (checkInstance(instance).length > 0) throw new RangeError('the instance has complaints; see checkInstance')
  const pool = mergeAlike(instance)
  if (!hasPanel(solver, panelSpace(pool, [])))
    return { kind: 'infeasible', conflict: explainConflict(solver, instance) }
  const cuts: Cut[] = []
  const found: Int32Array[] = []
  for (let round = 0; ; round += 1) {
    if (solving.isCancelled?.() === true) return { kind: 'cancelled' }
    solving.onProgress?.({ step: 'chances', round })
    const space = panelSpace(pool, cuts)
    const aim = aimOf(solver, space, solving)
    const panels = mixtureOf(solver, space, { seats: aim.seats, found, solving, round })
    if (panels === 'cancelled') return { kind: 'cancelled' }
    if ('coefficients' in panels) {
      solving.onProgress?.({ step: 'cut', round })
      cuts.push(panels)
      continue
    }
    const certificate: Certificate = { ...aim.certificate, cuts }
    return {
      kind: 'lottery',
      lottery: { objective: solving.objective, pool, probabilities: chancesOf(pool, panels), panels, certificate },
    }
  }
}

type Aim = { readonly seats: Float64Array; readonly certificate: DistributiveOmit<Certificate, 'cuts'> }
type DistributiveOmit<Of, Key extends PropertyKey> = Of extends unknown ? Omit<Of, Key> : never

function aimOf(solver: Solver, space: PanelSpace, { objective, gamma = 1 }: Solving): Aim {
  const all = solved(leximin(solver, space))
  if (objective === 'leximin') return { seats: all.seats, certificate: { of: 'leximin', stages: all.stages } }
  const isPossible = space.pool.kinds.map((_, kind) => nth(all.seats, kind) > negligible)
  const highest = all.stages.find(({ chance }) => chance > negligible)
  if (!highest) throw new Error('nobody can be drawn, and yet there is a panel')
  const stages = all.stages.slice(0, all.stages.indexOf(highest) + 1)
  if (objective === 'maximin') {
    const spread = solved(minimax(solver, space, { floor: highest.chance * (1 - 1e-12), isPossible }))
    return { seats: spread.seats, certificate: { of: 'maximin', stages } }
  }
  if (objective === 'nash') {
    const { seats, prices } = nash(solver, space, { start: all.seats, isPossible })
    return { seats, certificate: { of: 'nash', stages, prices } }
  }
  const balanced: Goldilocks = goldilocks(solver, space, { highest: highest.chance, isPossible, gamma })
  return { seats: balanced.seats, certificate: { of: 'goldilocks', stages, gamma, lines: balanced.lines } }
}

function mixtureOf(
  solver: Solver,
  space: PanelSpace,
  { seats, found, solving, round }: { seats: Float64Array; found: Int32Array[]; solving: Solving; round: number },
): readonly WeightedPanel[] | Cut | 'cancelled' {
  for (let walk = 0; walk < walks; walk += 1) {
    if (solving.isCancelled?.() === true) return 'cancelled'
    solving.onProgress?.({ step: 'panels', round })
    const mixture = asPanels(solver, space, { seats, seed: `${solving.seed}/${round}/${walk}` })
    if (mixture.rest <= negligible) return scaled(mixture.panels)
    found.push(...mixture.panels.map((panel) => panel.seats))
  }
  const separated = separate(solver, space, { seats, panels: found })
  return separated.kind === 'cut' ? separated.cut : separated.panels
}

function scaled(panels: readonly WeightedPanel[]): readonly WeightedPanel[] {
  const sum = panels.reduce((all, { weight }) => all + weight, 0)
  return panels.map(({ seats, weight }) => ({ seats, weight: weight / sum }))
}

/** What a mixture of panels gives each candidate: the seats of her kind, shared alike. */
export function chancesOf({ kinds, kindOf }: Pool, panels: readonly WeightedPanel[]): Float64Array {
  const chances = kinds.map(
    ({ members }, kind) =>
      panels.reduce((sum, { seats, weight }) => sum + weight * nth(seats, kind), 0) / members.length,
  )
  return Float64Array.from(kindOf, (kind) => nth(chances, kind))
}

function hasPanel(solver: Solver, space: PanelSpace): boolean {
  const program = solver.program(space, seatColumns(space))
  try {
    return program.solve() !== undefined && program.solveWhole('any') !== undefined
  } finally {
    program.close()
  }
}

function solved<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('there is a panel, and yet no mixture')
  return value
}
