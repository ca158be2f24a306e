-- Whom a politician let prepare for her stays in the record, as a service does: who leaves ends it, and it is not deleted.
create or replace function identity.erase_rows_of(account uuid)
returns void
language plpgsql
as $$
declare
  owned record;
begin
  update identity.delegation d
  set ended_at = clock_timestamp(), ended_by = erase_rows_of.account
  where d.jurisdiction_id = folkmoot.jurisdiction() and d.account_id = erase_rows_of.account and d.ended_at is null;
  for owned in
    select c.table_name as name
    from information_schema.columns c
    where c.table_schema = 'identity' and c.column_name = 'account_id' and c.table_name not in ('staff_role', 'delegation')
  loop
    execute format('delete from identity.%I where jurisdiction_id = folkmoot.jurisdiction() and account_id = $1', owned.name)
    using account;
  end loop;
end
$$;
