import { Client } from 'pg'
import type { TestHouse } from './testing.ts'

/** One transaction that was kept: the tables it wrote rows of, and the kinds of facts among them. */
export type Kept = { readonly tables: readonly string[]; readonly facts: readonly string[] }

export type Watch = {
  /** What was kept since this was asked last. */
  readonly since: () => Promise<readonly Kept[]>
  readonly close: () => Promise<void>
}

/**
 * Notes every row that is written, changed or deleted from now on, in the transaction that does it: what is taken back leaves no note.
 * Looking at sums of all tables would say the same and take a second.
 */
export async function watchWrites(house: TestHouse): Promise<Watch> {
  await house.asOwner(`create schema watch`)
  await house.asOwner(`create unlogged table watch.row (xid bigint not null, wrote text not null, fact text)`)
  await house.asOwner(`
    create function watch.note() returns trigger language plpgsql security definer as $$
    begin
      insert into watch.row values (txid_current(), format('%I.%I', tg_table_schema, tg_table_name),
        case when tg_table_schema = 'ledger' and tg_table_name = 'event' then to_jsonb(new)->>'kind' end);
      return null;
    end $$`)
  const tables = await house.asOwner(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'watch')`)
  for (const { name } of tables)
    await house.asOwner(`create trigger zz_watch after insert or update or delete on ${String(name)}
      for each row execute function watch.note()`)
  const client = new Client({ connectionString: house.url })
  await client.connect()
  return { since: () => keptIn(client), close: () => client.end() }
}

async function keptIn(client: Client): Promise<readonly Kept[]> {
  const { rows } = await client.query<Kept>(`
    with gone as (delete from watch.row returning *)
    select array_agg(distinct wrote order by wrote) as tables,
      coalesce(array_agg(distinct fact order by fact) filter (where fact is not null), '{}') as facts
    from gone group by xid order by xid`)
  return rows
}
