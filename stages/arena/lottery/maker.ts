import type { Instance } from '@folkmoot/sortition/instance.ts'
import { solveLottery, sortitionMethod, type Lottery } from '@folkmoot/sortition/lottery.ts'
import { areWithinOne, deviationOf, numberPanels, type NumberedPanels } from '@folkmoot/sortition/number-panels.ts'
import type { Solver as Programs } from '@folkmoot/sortition/solver.ts'
import { profileFeature } from './limits.ts'
import { panelCount, type Certified, type Solved, type SolveInput, type Solver } from './solving.ts'

/** The limits and the list as the method takes them: candidates in the order of their numbers, homes only where they count. */
export function instanceOf({ limits, people }: Omit<SolveInput, 'seed'>): Instance {
  return {
    size: limits.seats,
    features: limits.features.map(({ key, values }) => ({
      name: key,
      quotas: values.map((value) => ({
        value: value.key,
        min: value.min,
        max: value.max,
        minFlex: value.minFlex,
        maxFlex: value.maxFlex,
      })),
    })),
    candidates: people.map(({ number, values, household }) => ({
      id: String(number),
      values,
      household: household ?? undefined,
    })),
  }
}

/** Chances as equal as the limits allow (leximin), written as 1,000 numbered panels. The same input gives the same panels anywhere. */
export function makePanels(
  programs: Programs,
  input: SolveInput,
  { onProgress, isStopped }: Parameters<Solver>[1],
): Solved {
  const instance = instanceOf(input)
  const outcome = solveLottery(programs, instance, {
    objective: 'leximin',
    seed: input.seed,
    onProgress,
    isCancelled: isStopped,
  })
  if (outcome.kind === 'cancelled') return { kind: 'stopped' }
  if (outcome.kind === 'infeasible') {
    const { bounds, relaxations } = outcome.conflict
    // How many seats of each profile are drawn is not for whoever prepares the draw to move.
    const ways = relaxations.filter(({ changes }) => changes.every(({ feature }) => feature !== profileFeature))
    return { kind: 'impossible', conflict: { bounds, relaxations: ways } }
  }
  const { lottery } = outcome
  const numbered = panelsWithinOne(lottery, input.seed, (seed) =>
    numberPanels(programs, lottery, { panels: panelCount, seed }),
  )
  if (numbered.kind === 'uneven') return numbered
  const numbers = input.people.map(({ number }) => number)
  return {
    kind: 'made',
    panels: numbered.panels.map((members) => members.map((one) => numbers[one] ?? 0)),
    certificate: certificateOf(lottery, numbers),
    method: methodOf(programs),
  }
}

/** So often other panels are tried where some share lay too far from a chance; no pool was met that needs a second. */
const tries = 5

/** Panels everybody's share of which is what the page of the draw promises: others are never published. */
export function panelsWithinOne(
  lottery: Pick<Lottery, 'probabilities'>,
  seed: string,
  numberBy: (seed: string) => NumberedPanels,
): { readonly kind: 'even'; readonly panels: NumberedPanels } | Extract<Solved, { kind: 'uneven' }> {
  let deviation = Infinity
  for (let tried = 0; tried < tries; tried += 1) {
    const panels = numberBy(tried === 0 ? seed : `${seed}/${tried}`)
    if (areWithinOne(lottery, panels)) return { kind: 'even', panels }
    deviation = Math.min(deviation, deviationOf(lottery, panels))
  }
  return { kind: 'uneven', deviation }
}

/** What has to be the same for the panels to come out the same. */
export function methodOf(programs: Programs): string {
  return `${sortitionMethod.name} ${sortitionMethod.version}, leximin, ${programs.version}`
}

/** The lottery with its proof: the chance of each number, the panels by kinds of people with their weights, and the proof itself. */
function certificateOf({ probabilities, panels, certificate }: Lottery, numbers: readonly number[]): Certified {
  return {
    chances: numbers.map((number, at) => [number, probabilities[at] ?? 0]),
    // A kind stands once for each seat it has.
    panels: panels.map(({ seats, weight }) => ({
      weight,
      kinds: [...seats].flatMap((count, kind) => Array.from({ length: count }, () => kind)),
    })),
    proof: certificate,
  }
}
