import { isDeepStrictEqual } from 'node:util'
import type { Id, Noun } from '@folkmoot/basics/ids.ts'

/** What putting a list did, and under which id each of the file's ids is known here. */
export type Put<N extends Noun = Noun> = {
  readonly ids: ReadonlyMap<string, Id<N>>
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** How many were just dealt with. */
export type Report = (more: number) => void

/** Rows per statement: below the 65,535 parameters a statement may have. */
const rowsPerStatement = 500

export function batches<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / rowsPerStatement)
  return Array.from({ length: count }, (_, at) => rows.slice(at * rowsPerStatement, (at + 1) * rowsPerStatement))
}

export type Change<Row> = { readonly row: Row; readonly before: object | undefined }

export type Sorted<Row> = {
  readonly fresh: readonly Row[]
  readonly altered: readonly Row[]
  readonly same: number
}

/** Which rows are new, which differ from what is there, and how many are as they were. Days compare by their text. */
export function sortOut<Row extends object>(changes: readonly Change<Row>[]): Sorted<Row> {
  const fresh = changes.filter(({ before }) => before === undefined)
  const altered = changes.filter(
    ({ row, before }) => before !== undefined && !isDeepStrictEqual(plain(row), plain(before)),
  )
  return {
    fresh: fresh.map(({ row }) => row),
    altered: altered.map(({ row }) => row),
    same: changes.length - fresh.length - altered.length,
  }
}

function plain(row: object): unknown {
  return JSON.parse(JSON.stringify(row))
}
