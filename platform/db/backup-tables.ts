import type { Client } from 'pg'
import type { Sequence, Table } from './backup-format.ts'

type Listed = Table & { readonly needs: readonly string[] }

/** Every table that holds rows, except the list of migrations, which restoring writes by migrating. */
export async function listTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Listed>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(
        select quote_ident(a.attname)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum
      ) as columns,
      array(
        select distinct format('%I.%I', fn.nspname, f.relname)
        from pg_constraint k
        join pg_class f on f.oid = k.confrelid
        join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
      ) as needs
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and (n.nspname, c.relname) <> ('folkmoot', 'migration')
    order by 1`)
  return neededFirst(rows).map(({ name, columns }) => ({ name, columns }))
}

/** Tables that point at each other in a circle come last, in the order of their names. */
function neededFirst(tables: readonly Listed[]): readonly Listed[] {
  const names = new Set(tables.map(({ name }) => name))
  const ordered: Listed[] = []
  const done = new Set<string>()
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((need) => done.has(need) || !names.has(need)))
    if (ready.length === 0) return [...ordered, ...waiting]
    for (const table of ready) done.add(table.name)
    ordered.push(...ready)
    waiting = waiting.filter(({ name }) => !done.has(name))
  }
  return ordered
}

export async function listSequences(client: Client): Promise<readonly Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname not like 'pg\\_%' order by 1",
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${name}`,
    )
    if (state.rows[0]) sequences.push({ name, ...state.rows[0] })
  }
  return sequences
}
