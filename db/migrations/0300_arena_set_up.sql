-- How a group is set up before anybody is asked for (R9, R10): what the mandate left open, the profiles with what somebody for each
-- should bring, how its seats are filled, and the day on which the data of those who were not chosen is erased. Staff may prepare
-- it, those who lead the case confirm it, and from the opening of the call nothing of it changes.

create table arena.recruitment (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  problem_id id.problem not null,
  -- Null where the mandate says it, or nobody has said it yet.
  politicians integer check (politicians between 0 and 1000),
  citizens integer check (citizens between 0 and 1000),
  min_gender_share numeric(3, 2) not null check (min_gender_share between 0 and 0.5),
  is_one_per_household boolean not null,
  -- Addresses are kept as a number made with this salt: whether two are the same can be seen, which they are cannot.
  household_salt bytea not null check (length(household_salt) = 32),
  -- Working days somebody has for her yes or no.
  answer_days integer not null check (answer_days between 1 and 60),
  forget_on date,
  saved_by id.account not null,
  saved_at timestamptz not null,
  confirmed_by id.account,
  confirmed_at timestamptz,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, saved_by) references identity.account,
  foreign key (jurisdiction_id, confirmed_by) references identity.account,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_at is null or forget_on is not null)
);
call folkmoot.protect(
  'arena.recruitment',
  'select, insert, update (politicians, citizens, min_gender_share, is_one_per_household, answer_days, forget_on, saved_by, saved_at, confirmed_by, confirmed_at)'
);

-- A profile of the mandate keeps its id; those added where the mandate left room have their own.
create table arena.recruited_profile (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  id id.profile not null,
  position integer not null check (position > 0),
  name text not null check (length(name) between 1 and 120),
  description text not null check (length(description) <= 1000),
  -- What somebody for this seat should bring: of these at least one is met by whoever is chosen (R12).
  criteria text[] not null check (cardinality(criteria) <= 12),
  -- Seats given by choice, and seats given by lot.
  chosen integer not null check (chosen between 0 and 1000),
  drawn integer not null check (drawn between 0 and 1000),
  primary key (jurisdiction_id, problem_id, id),
  unique (jurisdiction_id, problem_id, position),
  foreign key (jurisdiction_id, problem_id) references arena.recruitment,
  check (chosen + drawn > 0),
  check (chosen = 0 or cardinality(criteria) > 0)
);
call folkmoot.protect('arena.recruited_profile', 'select, insert, delete');

create function arena.keep_set_up()
returns trigger
language plpgsql
as $$
declare
  kept record := coalesce(new, old);
begin
  if exists (
    select from arena.open_call c
    where c.jurisdiction_id = kept.jurisdiction_id and c.problem_id = kept.problem_id
  ) then
    raise exception 'the call of % is open: how the group is set up stays', kept.problem_id using errcode = 'check_violation';
  end if;
  return kept;
end
$$;
create trigger keep_set_up before insert or update or delete on arena.recruitment
  for each row execute function arena.keep_set_up();
create trigger keep_set_up before insert or update or delete on arena.recruited_profile
  for each row execute function arena.keep_set_up();

-- Profiles are written before anybody is asked for (R10). Calls opened before this rule stay as they are.
create function arena.check_call()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from arena.recruitment r
    where r.jurisdiction_id = new.jurisdiction_id and r.problem_id = new.problem_id and r.confirmed_at is not null
  ) then
    raise exception 'how the group of % is set up is not confirmed', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_call before insert on arena.open_call for each row execute function arena.check_call();

-- The numbers come from the mandate, and from the set-up where the mandate leaves them open.
create or replace function arena.check_confirmation()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from problem.problem p
    where p.jurisdiction_id = new.jurisdiction_id and p.id = new.problem_id and p.source is not null
  ) then
    return new;
  end if;
  if not exists (
    select from arena.seat s
    where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.is_chair
  ) or exists (
    select from arena.application a
    where a.jurisdiction_id = new.jurisdiction_id and a.problem_id = new.problem_id and a.state = 'waiting'
  ) then
    raise exception 'the group of % is not ready', new.problem_id using errcode = 'check_violation';
  end if;
  if new.exception = '' and not exists (
    select from mandate.mandate m
    left join arena.recruitment r on r.jurisdiction_id = m.jurisdiction_id and r.problem_id = m.problem_id
    where m.jurisdiction_id = new.jurisdiction_id and m.problem_id = new.problem_id and m.state = 'adopted'
      and (coalesce(m.politicians, r.politicians), coalesce(m.citizens, r.citizens)) = (
        select count(*) filter (where s.kind = 'politician'), count(*) filter (where s.kind = 'citizen')
        from arena.seat s
        where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id
      )
  ) then
    raise exception 'the group of % does not meet its rule', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
