import type { Stage } from './leximin.ts'
import { nth } from './nth.ts'
import { boundBy, type PanelSpace } from './panel-space.ts'

/** The largest difference of chances a valid proof leaves. The field's tools accept 5e-4. */
export const tolerance = 1e-7

type StageFault =
  | { readonly what: 'stages-incomplete' | 'gap-too-wide' }
  | { readonly what: 'stage'; readonly stage: number }
type Proving = { readonly stages: readonly Stage[]; readonly seats: Float64Array }

/**
 * Leximin, stage by stage: what nobody can have more of, when everybody settled has what she has and all others at least what the
 * least of them has. The gap is the most that any lottery could add to the least chance of a stage, or to somebody settled in it:
 * a weight as small as the error of the sums settles nobody, for it leaves room for all.
 */
export function stagesProve(
  space: PanelSpace,
  { stages, seats }: Proving,
): { readonly gap: number; readonly faults: readonly StageFault[] } {
  const { kinds } = space.pool
  const settled = new Float64Array(kinds.length).fill(-1)
  const faults: StageFault[] = []
  let gap = 0
  for (const [at, stage] of stages.entries()) {
    const least = leastUnsettled(space, seats, settled)
    const proved = provedBy(space, stage, settled)
    gap = Math.max(gap, proved.least - least, ...stage.kinds.map((kind) => proved.mostOf(kind, least) - least))
    if (!isSettling(space, stage, { seats, settled }) || !(Math.abs(proved.least - stage.chance) <= tolerance))
      faults.push({ what: 'stage', stage: at })
    // What the panels give, not what the stage claims: another lottery is better only if it gives that too.
    for (const kind of stage.kinds) settled[kind] = least
  }
  if (settled.includes(-1)) faults.push({ what: 'stages-incomplete' })
  if (!(gap <= tolerance)) faults.push({ what: 'gap-too-wide' })
  return { gap, faults }
}

export type FirstStages = {
  readonly isPossible: readonly boolean[]
  /** No lottery gives a larger least chance to all who can be drawn. */
  readonly highest: number
  /** By how much the least chance here can be below it. */
  readonly gap: number
  readonly faults: readonly StageFault[]
}

/**
 * The stages up to the first with a chance: those before it prove who can never be drawn, the last one how large the least chance
 * of all others can be. Whom the lottery itself gives nothing is not for that alone impossible.
 */
export function firstStagesProve(space: PanelSpace, { stages, seats }: Proving): FirstStages {
  const settled = new Float64Array(space.pool.kinds.length).fill(-1)
  const faults: StageFault[] = []
  for (const [at, stage] of stages.slice(0, -1).entries()) {
    const proved = provedBy(space, stage, settled)
    if (
      !isSettling(space, stage, { seats, settled }) ||
      !stage.kinds.every((kind) => proved.mostOf(kind, 0) <= tolerance)
    )
      faults.push({ what: 'stage', stage: at })
    for (const kind of stage.kinds) settled[kind] = 0
  }
  const last = stages.at(-1)
  const highest = last ? provedBy(space, last, settled).least : Infinity
  const least = leastUnsettled(space, seats, settled)
  if (!last || !(least > tolerance)) faults.push({ what: 'stages-incomplete' })
  return { isPossible: [...settled].map((chance) => chance < 0), highest, gap: Math.max(0, highest - least), faults }
}

/** Everybody it settles was not settled before, and has the chance it says. */
function isSettling(
  { pool: { kinds } }: PanelSpace,
  stage: Stage,
  { seats, settled }: { readonly seats: Float64Array; readonly settled: Float64Array },
): boolean {
  return (
    stage.kinds.length > 0 &&
    stage.kinds.every(
      (kind) =>
        nth(settled, kind) < 0 &&
        Math.abs(nth(seats, kind) / nth(kinds, kind).members.length - stage.chance) <= tolerance,
    )
  )
}

function leastUnsettled({ pool: { kinds } }: PanelSpace, seats: Float64Array, settled: Float64Array): number {
  return Math.min(
    ...kinds.flatMap(({ members }, kind) => (nth(settled, kind) < 0 ? [nth(seats, kind) / members.length] : [])),
  )
}

type Proved = {
  /** The largest least chance of those not settled. */
  readonly least: number
  /** The largest chance of a kind when nobody not settled has less than this. */
  mostOf(kind: number, least: number): number
}

/** What the weights and prices of a stage prove of all lotteries that give those settled at least what they have. */
function provedBy(space: PanelSpace, { weights, prices }: Stage, settled: Float64Array): Proved {
  const { kinds } = space.pool
  const holds = kinds.map(({ members, most }) => most / members.length)
  if (weights.some((weight) => !(weight >= 0))) return { least: Infinity, mostOf: (kind) => nth(holds, kind) }
  const people = kinds.map(({ members }, kind) => nth(weights, kind) * members.length)
  let left = boundBy(space, weights, prices)
  let scale = 0
  let free = Infinity
  for (const [kind, own] of people.entries()) {
    if (nth(settled, kind) < 0) {
      scale += own
      free = Math.min(free, nth(holds, kind))
    } else left -= own * nth(settled, kind)
  }
  return {
    least: scale > 0 ? Math.min(free, left / scale) : free,
    mostOf: (kind, least) => {
      const own = nth(people, kind)
      return own > 0 ? Math.min(nth(holds, kind), least + (left - least * scale) / own) : nth(holds, kind)
    },
  }
}
