import { publishCounts, publishSum, type PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import type { Response } from './answers-store.ts'
import type { KeptFeature } from './store.ts'

export const columns = ['letters', 'yes', 'no', 'applied'] as const
export type ResponseColumn = (typeof columns)[number]
type Cells = Readonly<Record<ResponseColumn, PublishedCount>>

export type ResponseTable = {
  /** Null: all letters, whatever the register says. */
  readonly feature: string | null
  /** `value` is null where the register does not say. */
  readonly rows: readonly (Cells & { readonly value: string | null })[]
}

/** What was answered, all together and by each feature of the list; what would tell of few people is kept back. */
export function responseTables(
  features: readonly KeptFeature[],
  responses: readonly Response[],
): readonly ResponseTable[] {
  if (responses.length === 0) return []
  const all = {
    value: null,
    ...(Object.fromEntries(columns.map((name) => [name, publishSum(sumOf(responses, name))])) as Cells),
  } // each column once
  return [
    { feature: null, rows: [all] },
    ...features.map((feature, at) => ({ feature: feature.name, rows: rowsOf(feature, at, responses) })),
  ]
}

function rowsOf(feature: KeptFeature, at: number, responses: readonly Response[]): ResponseTable['rows'] {
  const groups = [...feature.values, { id: '', name: null }]
    .map(({ id, name }) => ({ value: name, of: responses.filter(({ values }) => (values[at] ?? '') === id) }))
    .filter(({ of }) => of.length > 0)
  // How many letters went where is no secret of who got them; how many answered is.
  const shown = columns.map((name) => {
    const counts = groups.map(({ of }) => sumOf(of, name))
    return name === 'letters' ? counts.map(publishSum) : publishCounts(counts)
  })
  return groups.map(({ value }, row) => ({
    value,
    ...(Object.fromEntries(columns.map((name, column) => [name, shown[column]?.[row] ?? 'few'])) as Cells), // each column once
  }))
}

function sumOf(responses: readonly Response[], name: ResponseColumn): number {
  return responses.reduce((sum, response) => sum + response[name], 0)
}
