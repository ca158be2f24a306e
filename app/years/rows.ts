import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'

/** One row as its table names its columns; what is left out takes the table's own default. */
export type Row = Readonly<Record<string, unknown>>

/**
 * Writes many rows of one table with one statement, past the stages' own verbs and past nothing else: every constraint, trigger and
 * policy of the database judges each of them, as the same role that serves the pages.
 */
export async function putRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(['jurisdiction_id', ...Object.keys(first)].map((column) => sql.ref(column)))
  const whole = rows.map((row) => ({ jurisdiction_id: tx.jurisdiction, ...row }))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(whole)}::jsonb)`.execute(
    tx,
  )
}

/** What a link of the trace is made of, a day after day: `linkAll` would write them all at this moment. */
export type Link = { readonly from: Row; readonly relation: string; readonly to: Row; readonly at: string }

export function linkRows(links: readonly Link[]): readonly Row[] {
  return links.map(({ from, relation, to, at }) => ({
    from_id: from['id'],
    from_kind: from['kind'],
    relation,
    to_id: to['id'],
    to_kind: to['kind'],
    at,
  }))
}
