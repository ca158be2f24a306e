-- Somebody deletes her account. At once she is signed out everywhere, her name is gone and no mail goes to her; the rest goes when
-- the days of grace are over. Who signs in before takes it back, in whatever way she signs in.

create table identity.leaving (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at >= asked_at),
  primary key (jurisdiction_id, account_id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('identity.leaving', 'select, insert, delete');

create function identity.take_leaving_back()
returns trigger
language plpgsql
as $$
begin
  delete from identity.leaving l where l.jurisdiction_id = new.jurisdiction_id and l.account_id = new.account_id;
  return null;
end
$$;
create trigger take_leaving_back after insert on identity.session
for each row execute function identity.take_leaving_back();

-- What she wrote points at an account that tells nothing of anybody.
alter table identity.account
  add column left_at timestamptz,
  add constraint account_left_is_empty check (
    left_at is null
    or (name = '' and email like '%@left.invalid' and mailbox is null and tie is null and tie_words = '' and interest = ''
      and consented_at is null and mail_frequency = 'never')
  );

-- Every row of hers in this schema, also of tables that come later: sessions, keys, what signs her in elsewhere.
create function identity.erase_rows_of(account uuid)
returns void
language plpgsql
as $$
declare
  owned record;
begin
  for owned in
    select c.table_name as name
    from information_schema.columns c
    where c.table_schema = 'identity' and c.column_name = 'account_id' and c.table_name not in ('staff_role')
  loop
    execute format('delete from identity.%I where jurisdiction_id = folkmoot.jurisdiction() and account_id = $1', owned.name)
    using account;
  end loop;
end
$$;
grant execute on function identity.erase_rows_of to folkmoot_app;

grant delete on notices.notice to folkmoot_app;
