import type { Lottery } from '@folkmoot/sortition/lottery.ts'
import type { Change, Limits } from './limits.ts'

/** The panels of a draw are numbered with three digits. */
export const panelCount = 1000

/** What the makers of panels are given: the limits, who can be drawn, and the seed that makes it come out the same again. */
export type SolveInput = {
  readonly limits: Limits
  readonly people: readonly Drawable[]
  readonly seed: string
}

export type Drawable = {
  readonly number: number
  /** One group a feature, in the order of the limits. */
  readonly values: readonly string[]
  /** Null where homes do not count. */
  readonly household: string | null
}

/** What the makers are at: working out the chances, or writing them as panels; and in which round. */
export type Progress = { readonly step: 'begun' | 'chances' | 'panels' | 'cut'; readonly round: number }

/** One bound that is in the way; `available` is how many in the list belong to the group. */
export type Bound = {
  readonly feature: string
  readonly value: string
  readonly bound: 'min' | 'max'
  readonly limit: number
  readonly available: number
}

/** One way out: these bounds moved. `isWithinFlex`: no further than was said beforehand. */
export type WayOut = { readonly changes: readonly Change[]; readonly cost: number; readonly isWithinFlex: boolean }

/**
 * Why no panel meets the limits: these bounds cannot hold together; with none of them it is the number of seats alone, or the
 * homes. Ways out, the cheapest first.
 */
export type Conflict = { readonly bounds: readonly Bound[]; readonly relaxations: readonly WayOut[] }

export type Solved =
  | {
      readonly kind: 'made'
      /** For each of 000 to 999 the numbers on it, in their order. */
      readonly panels: readonly (readonly number[])[]
      readonly certificate: Certified
      /** Name and version of the method, to do it again with. */
      readonly method: string
    }
  | { readonly kind: 'impossible'; readonly conflict: Conflict }
  /** No 1,000 panels were found that give everybody her chance to within one; the best lie so many from it. */
  | { readonly kind: 'uneven'; readonly deviation: number }
  | { readonly kind: 'stopped' }

export type Solver = (
  input: SolveInput,
  watch: { readonly onProgress: (progress: Progress) => void; readonly isStopped: () => boolean },
) => Promise<Solved>

/** A certificate as it was kept when the panels were made. Of it the chances are published; the rest goes with the rows. */
export type Certified = {
  readonly chances: readonly (readonly [number: number, chance: number])[]
  readonly panels: readonly { readonly weight: number; readonly kinds: readonly number[] }[]
  readonly proof: Lottery['certificate']
}
