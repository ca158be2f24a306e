import type { Id } from '@folkmoot/basics/ids.ts'
import type { Json } from '@folkmoot/basics/json.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db/index.ts'
import { owned } from './owned.ts'

export type Row = Readonly<Record<string, Json>>
export type OwnRows = { readonly table: string; readonly rows: readonly Row[] }

type Column = { readonly name: string; readonly tables: string; readonly domain: string | null; readonly type: string }

/**
 * Every row that is hers, of every table that has one. What names other accounts, and bytes such as keys and hashes, is left out:
 * neither is hers to carry away.
 */
export async function rowsOf(read: Read, account: Id<'account'>): Promise<readonly OwnRows[]> {
  const columns = await columnsOf(read)
  const found: OwnRows[] = []
  for (const [table, column] of owned) {
    const shown = columns.filter(
      (one) => one.tables === table && one.type !== 'bytea' && (one.domain !== 'account' || one.name === column),
    )
    if (shown.length === 0) continue
    const { rows } = await sql<{ readonly row: Row }>`
      select to_jsonb(t) as row
      from (
        select ${sql.join(shown.map(({ name }) => sql.ref(name)))} from ${sql.table(table)}
        where jurisdiction_id = ${read.jurisdiction} and ${sql.ref(column)} = ${account}
      ) t`.execute(read)
    if (rows.length > 0) found.push({ table, rows: rows.map(({ row }) => row) })
  }
  return found
}

async function columnsOf(read: Read): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select format('%I.%I', n.nspname, c.relname) as tables, a.attname as name,
      case when tn.nspname = 'id' then t.typname end as domain, t.typname as type
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    join pg_namespace tn on tn.oid = t.typnamespace
    where a.attnum > 0 and not a.attisdropped
      and format('%I.%I', n.nspname, c.relname) = any(${[...new Set(owned.map(([table]) => table))]}::text[])
    order by a.attnum`.execute(read)
  return rows
}

export type OwnVote = {
  readonly case: string
  readonly statement: number
  readonly text: string
  readonly choice: string
  readonly revision: number
}

/** Each answer she gave, changed ones too. Without the hour: votes tell none. */
export async function votesBy(read: Read, account: Id<'account'>): Promise<readonly OwnVote[]> {
  const { rows } = await sql<OwnVote>`
    select c.problem_slug as case, s.number as statement, s.text, v.choice, v.revision
    from opinion.participant p
    join opinion.consultation c on c.jurisdiction_id = p.jurisdiction_id and c.id = p.consultation_id
    join opinion.vote v on v.jurisdiction_id = p.jurisdiction_id and v.participant_id = p.id
    join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
    where p.account_id = ${account}
    order by c.problem_slug, s.number, v.revision`.execute(read)
  return rows
}
