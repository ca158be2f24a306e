import { csvOf as table } from '@folkmoot/basics/csv.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { method, type FigureKey } from './figures.ts'
import type { Computed } from './store.ts'

/** The four legitimacies of all cases of a place, beside one another and over the years. */

export type CaseOfYear = {
  readonly problem: Id<'problem'>
  readonly slug: string
  /** In which its work was handed over; null while it runs. */
  readonly year: number | null
  /** Null while nothing was computed of it. */
  readonly computed: Pick<Computed, 'version' | 'method' | 'figures' | 'inputHash' | 'computedAt'> | null
}

/** So many of so many, over all cases of a year of which it is known. */
export type YearSum = { readonly count: number; readonly of: number; readonly cases: number }

/** What another method computed has another meaning: it is said, and not counted together with these. */
export function isComparable({ computed }: CaseOfYear): boolean {
  return computed?.method === method
}

/**
 * Counts of public acts, added up: a year of three hundred recommendations and one of three each stand with what they count. Means of
 * surveys are asked of other people in each case and are not added.
 */
export function sumOf(cases: readonly CaseOfYear[], year: number, key: FigureKey): YearSum | undefined {
  const shares = cases.flatMap((one) => {
    const figure =
      one.year === year && isComparable(one) ? one.computed?.figures.find((own) => own.key === key) : undefined
    return figure?.kind === 'share' ? [figure] : []
  })
  if (shares.length === 0) return undefined
  const sum = (part: 'count' | 'of'): number => shares.reduce((all, share) => all + share[part], 0)
  return { count: sum('count'), of: sum('of'), cases: shares.length }
}

/** Names of the columns of the file: the same in every language. An empty cell is unknown. */
export const csvColumns = [
  'year',
  'problem',
  'legitimacy',
  'figure',
  'count',
  'of',
  'low',
  'high',
  'scale_from',
  'scale_to',
  'method',
  'version',
  'computed_at',
  'input_sha256',
] as const

/** One line a figure of each case, whatever the method, with where it comes from. */
export function csvOf(cases: readonly CaseOfYear[]): string {
  const rows = cases.flatMap(({ slug, year, computed }) =>
    (computed?.figures ?? []).map((figure) => [
      year,
      slug,
      figure.legitimacy,
      figure.key,
      figure.kind === 'share' ? figure.count : null,
      figure.kind === 'share' ? figure.of : null,
      figure.kind === 'mean' ? figure.low : null,
      figure.kind === 'mean' ? figure.high : null,
      figure.kind === 'mean' ? figure.from : null,
      figure.kind === 'mean' ? figure.to : null,
      computed?.method,
      computed?.version,
      computed?.computedAt.toString(),
      computed?.inputHash,
    ]),
  )
  return table([csvColumns, ...rows.map((row) => row.map((value) => value?.toString()))])
}
