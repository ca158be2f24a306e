-- The ground every later file stands on: the application's role, one domain per noun, and row-level security in one line.

do $$
begin
  if not exists (select from pg_roles where rolname = 'folkmoot_app') then
    create role folkmoot_app nologin;
  end if;
  -- Whoever connects must be able to step down to the role that owns nothing.
  if not pg_has_role(current_user, 'folkmoot_app', 'member') then
    execute format('grant folkmoot_app to %I', current_user);
  end if;
exception
  -- Roles belong to the whole server: another database may have made it this very moment.
  when duplicate_object or unique_violation then null;
end
$$;

create schema if not exists folkmoot;
grant usage on schema folkmoot to folkmoot_app;
grant select on folkmoot.migration to folkmoot_app;

create schema id;
grant usage on schema id to folkmoot_app;

-- One domain per noun: the generated types brand each column with the noun it names.
create domain id.jurisdiction as uuid;
create domain id.body as uuid;
create domain id.person as uuid;
create domain id.membership as uuid;
create domain id.account as uuid;
create domain id.file as uuid;
create domain id.event as uuid;
create domain id.notice as uuid;
create domain id.report as uuid;
create domain id.problem as uuid;
create domain id.framing as uuid;
create domain id.sponsorship as uuid;
create domain id.actor as uuid;
create domain id.support as uuid;
create domain id.mandate as uuid;
create domain id.profile as uuid;
create domain id.application as uuid;
create domain id.seat as uuid;
create domain id.meeting as uuid;
create domain id.item as uuid;
create domain id.question as uuid;
create domain id.note as uuid;
create domain id.consultation as uuid;
create domain id.participant as uuid;
create domain id.statement as uuid;
create domain id.vote as uuid;
create domain id.idea as uuid;
create domain id.recommendation as uuid;
create domain id.clause as uuid;
create domain id.package as uuid;
create domain id.answer as uuid;
create domain id.check as uuid;
create domain id.resolution as uuid;
create domain id.commitment as uuid;
create domain id.milestone as uuid;
create domain id.pledge as uuid;
create domain id.indicator as uuid;
create domain id.measurement as uuid;
create domain id.account_of_value as uuid;

-- The jurisdiction the connection works in. Null when nobody said: then no row is visible and none can be written.
create function folkmoot.jurisdiction()
returns uuid
language sql
stable
parallel safe
as $$ select nullif(current_setting('folkmoot.jurisdiction', true), '')::uuid $$;

-- Rights and row-level security for a table with a jurisdiction_id.
create procedure folkmoot.protect(target regclass, rights text)
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy one_jurisdiction on %s to folkmoot_app'
    ' using (jurisdiction_id = folkmoot.jurisdiction())'
    ' with check (jurisdiction_id = folkmoot.jurisdiction())',
    target
  );
  execute format('grant %s on %s to folkmoot_app', rights, target);
end
$$;

-- A schema per stage and service, which the application may enter but not build in.
create procedure folkmoot.open_schema(name text)
language plpgsql
as $$
begin
  execute format('create schema %I', name);
  execute format('grant usage on schema %I to folkmoot_app', name);
end
$$;

-- What the installation itself remembers: whether it is a demonstration, the hash of the one-time set-up code.
create table folkmoot.setting (
  key text primary key,
  value jsonb not null
);
grant select, insert, update, delete on folkmoot.setting to folkmoot_app;
