-- What people told who got no seat is erased on the day that was announced before the call opened. What stays is how many they were.

create table arena.forgetting (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  due_on date not null,
  done_at timestamptz not null,
  applications integer not null check (applications >= 0),
  records integer not null check (records >= 0),
  letters integer not null check (letters >= 0),
  addresses integer not null check (addresses >= 0),
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references arena.open_call
);
call folkmoot.protect('arena.forgetting', 'select, insert');

alter table arena.application
  add column erased_at timestamptz,
  add check (
    erased_at is null
    or (motivation = '–' and tie = '–' and answer in ('', '–') and gender is null and household is null and substitute is null)
  );
create index applications_to_erase on arena.application (jurisdiction_id, problem_id) where erased_at is null;

-- The salt goes too: afterwards nobody can find out whether two lived in one household.
alter table arena.recruitment alter column household_salt drop not null;
grant update (household_salt) on arena.recruitment to folkmoot_app;
create or replace function arena.keep_set_up()
returns trigger
language plpgsql
as $$
declare
  kept record := coalesce(new, old);
begin
  if tg_op = 'UPDATE' and tg_table_name = 'recruitment' then
    if to_jsonb(new) ->> 'household_salt' is null
      and to_jsonb(new) - 'household_salt' = to_jsonb(old) - 'household_salt' then
      return new;
    end if;
  end if;
  if exists (
    select from arena.open_call c
    where c.jurisdiction_id = kept.jurisdiction_id and c.problem_id = kept.problem_id
  ) then
    raise exception 'the call of % is open: how the group is set up stays', kept.problem_id using errcode = 'check_violation';
  end if;
  return kept;
end
$$;

-- An answer is given once; the words around it can be erased, and nothing else.
grant update (reason) on arena.offer to folkmoot_app;
create or replace function arena.keep_offer()
returns trigger
language plpgsql
as $$
begin
  if old.state <> 'waiting' and (
    to_jsonb(new) - 'words' - 'reason' is distinct from to_jsonb(old) - 'words' - 'reason'
    or new.words <> '' or new.reason <> '–'
  ) then
    raise exception 'the offer % has its answer', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
