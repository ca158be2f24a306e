import { publishCounts, publishSum, type PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import type { Response } from './answers-store.ts'
import type { KeptFeature } from './store.ts'

const counted = ['letters', 'yes', 'no', 'applied'] as const
/** As they are shown: `silent` are letters without an answer. */
export const columns = ['letters', 'yes', 'no', 'silent', 'applied'] as const
type CountedColumn = (typeof counted)[number]
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
  const cell = (name: CountedColumn): PublishedCount => publishSum(sumOf(responses, name))
  const all = withSilent({ letters: cell('letters'), yes: cell('yes'), no: cell('no'), applied: cell('applied') })
  return [
    { feature: null, rows: [{ value: null, ...all }] },
    ...features.map((feature, at) => ({ feature: feature.name, rows: rowsOf(feature, at, responses) })),
  ]
}

function rowsOf(feature: KeptFeature, at: number, responses: readonly Response[]): ResponseTable['rows'] {
  const groups = [...feature.values, { id: '', name: null }]
    .map(({ id, name }) => ({ value: name, of: responses.filter(({ values }) => (values[at] ?? '') === id) }))
    .filter(({ of }) => of.length > 0)
  // How many letters went where is no secret of who got them; how many answered is.
  const [letters, yes, no, applied] = counted.map((name) => {
    const counts = groups.map(({ of }) => sumOf(of, name))
    return name === 'letters' ? counts.map(publishSum) : publishCounts(counts)
  })
  return groups.map(({ value }, row) => ({
    value,
    ...withSilent({
      letters: letters?.[row] ?? 'few',
      yes: yes?.[row] ?? 'few',
      no: no?.[row] ?? 'few',
      applied: applied?.[row] ?? 'few',
    }),
  }))
}

/** Who answered nothing is said only where yes and no are: or it would tell, with one of them, the other. */
function withSilent(cells: Readonly<Record<CountedColumn, PublishedCount>>): Cells {
  const { letters, yes, no } = cells
  const isKnown = typeof letters === 'number' && typeof yes === 'number' && typeof no === 'number'
  return { ...cells, silent: isKnown ? publishSum(letters - yes - no) : 'withheld' }
}

function sumOf(responses: readonly Response[], name: CountedColumn): number {
  return responses.reduce((sum, response) => sum + response[name], 0)
}
