import type { Id } from '@folkmoot/basics/ids.ts'
import type { TestHouse } from './testing.ts'

/** What stands in the other place for this id of the first. */
export const twinOf = (id: string): string => id.slice(0, -1) + (15 - Number.parseInt(id.slice(-1), 16)).toString(16)

/**
 * A second place with every row of the first one, each under an id of its own: whatever an id leads to here, its twin leads to there.
 * What stands in json keeps the ids it had.
 */
export async function openTwin(house: TestHouse, place: Id<'jurisdiction'>): Promise<void> {
  await house.asOwner(`
    create schema twin;
    create function twin.twin_of(id uuid) returns uuid language sql immutable strict as $$
      select (left(id::text, 35) || translate(right(id::text, 1), '0123456789abcdef', 'fedcba9876543210'))::uuid
    $$;
    do $$
    declare
      copied record;
    begin
      set local session_replication_role = replica; -- no trigger judges, and no key asks what stands there already
      for copied in
        select format('%I.%I', n.nspname, c.relname) as name,
          string_agg(quote_ident(a.attname), ', ') as columns,
          string_agg(
            case
              when c.relname = 'jurisdiction' and a.attname in ('slug', 'name') then format('%I || ''-twin''', a.attname)
              when coalesce(nullif(t.typbasetype, 0), t.oid) = 'uuid'::regtype then format('twin.twin_of(%I)', a.attname)
              else quote_ident(a.attname)
            end, ', '
          ) as twins,
          case when c.relname = 'jurisdiction' then 'id' else 'jurisdiction_id' end as place
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        join pg_type t on t.oid = a.atttypid
        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'watch')
          and (
            format('%I.%I', n.nspname, c.relname) = 'directory.jurisdiction'
            or exists (
              select from pg_attribute j where j.attrelid = c.oid and j.attname = 'jurisdiction_id' and not j.attisdropped
            )
          )
        group by n.nspname, c.relname
      loop
        begin
          execute format(
            'insert into %s (%s) overriding system value select %s from %s where %s = %L',
            copied.name, copied.columns, copied.twins, copied.name, copied.place, '${place}'
          );
        exception when unique_violation then
          null; -- what is one of its kind over all places: a token, a key
        end;
      end loop;
    end $$`)
}
