import type { Fault, Table } from './table.ts'
import { peopleCount, type PeopleCount } from './people-count.ts'

/** What the clerk says of one column that makes up a cell: which answer of the file becomes which value; null leaves its rows out. */
export type FeatureColumn<Value> = { readonly column: number; readonly values: ReadonlyMap<string, Value | null> }

export type Reading<Value> = {
  readonly count: number
  readonly features: readonly FeatureColumn<Value>[]
  /** Only rows with this answer: a year, an area. */
  readonly chosen: readonly { readonly column: number; readonly value: string }[]
}

/** People alike in every feature. */
export type Cell<Value> = { readonly values: readonly Value[]; readonly people: number }

export type CellFault = Fault<
  Extract<PeopleCount, { ok: false }>['why'] | 'row-twice' | 'nobody-left' | 'too-many-cells'
>

export const mostCells = 5000
const mostFaults = 10

/**
 * Adds up the rows of a table into cells. Every row is looked at, also those left out: a table with a number that is none is not
 * read in part. Two rows alike in all columns but the counted one are the same row twice.
 */
export function cellsOf<Value extends string>(
  table: Table,
  { count, features, chosen }: Reading<Value>,
):
  | { readonly ok: true; readonly cells: readonly Cell<Value>[] }
  | { readonly ok: false; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const seen = new Map<string, number>()
  const cells = new Map<string, Cell<Value>>()
  for (const { number, fields } of table.rows) {
    const read = peopleCount(fields[count] ?? '')
    if (!read.ok) faults.push({ code: read.why, row: number, column: table.columns[count], value: fields[count] })
    const whole = JSON.stringify(fields.toSpliced(count, 1))
    const before = seen.get(whole)
    if (before !== undefined) faults.push({ code: 'row-twice', row: number, value: String(before) })
    seen.set(whole, number)
    if (!read.ok || faults.length > 0) continue
    if (chosen.some(({ column, value }) => fields[column] !== value)) continue
    const values = features.map((feature) => feature.values.get(fields[feature.column] ?? '') ?? null)
    if (!isWhole(values)) continue
    const key = values.join(' ')
    cells.set(key, { values, people: (cells.get(key)?.people ?? 0) + read.people })
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, mostFaults) }
  const kept = [...cells.values()].filter(({ people }) => people > 0)
  if (kept.length === 0) return { ok: false, faults: [{ code: 'nobody-left', row: 1 }] }
  if (kept.length > mostCells) return { ok: false, faults: [{ code: 'too-many-cells', row: 1 }] }
  return { ok: true, cells: kept }
}

function isWhole<Value>(values: readonly (Value | null)[]): values is readonly Value[] {
  return values.every((value) => value !== null)
}
