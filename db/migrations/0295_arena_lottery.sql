-- Seats given by lot, in steps a citizen can follow: limits, the list of who waits, 1,000 numbered panels, a number thrown in public.
-- Each step rests on the one before and cannot be taken back: what is locked stays as it was locked.

create table arena.lottery (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  step text not null default 'limits' check (step in ('limits', 'pool', 'panels', 'drawn', 'ended')),
  -- The version of the limits in force; 0 before the first.
  version integer not null default 0 check (version >= 0),
  begun_by id.account not null,
  begun_at timestamptz not null,
  ended_by id.account,
  ended_at timestamptz,
  ended_reason text not null default '' check (length(ended_reason) <= 1000),
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, begun_by) references identity.account,
  foreign key (jurisdiction_id, ended_by) references identity.account,
  check ((step = 'ended') = (ended_by is not null and ended_at is not null and ended_reason <> ''))
);
create unique index one_lottery_at_a_time on arena.lottery (jurisdiction_id, problem_id)
  where step in ('limits', 'pool', 'panels');
call folkmoot.protect('arena.lottery', 'select, insert, update (step, version, ended_by, ended_at, ended_reason)');

-- How many seats are drawn and which limits hold: written whole, never changed; the next version stands beside it.
create table arena.lottery_limits (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  version integer not null check (version > 0),
  seats integer not null check (seats between 1 and 1000),
  one_per_household boolean not null,
  -- What the suggested limits were worked out from; '' when they were written freely.
  population text not null default '' check (length(population) <= 300),
  -- `wider`: no panel met the limits before, and one was made wider.
  why text not null check (why in ('set', 'wider')),
  set_by id.account not null,
  set_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, lottery_number, version),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery,
  foreign key (jurisdiction_id, set_by) references identity.account
);
call folkmoot.protect('arena.lottery_limits', 'select, insert');

-- One group of people each: at least and at most so many of the seats. `min_flex` and `max_flex` say how far it may be made wider.
create table arena.lottery_limit (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  version integer not null,
  position integer not null check (position >= 0),
  feature_key text not null check (length(feature_key) between 1 and 40),
  feature_name text not null check (length(feature_name) between 1 and 200),
  value_key text not null check (length(value_key) between 1 and 40),
  value_name text not null check (length(value_name) between 1 and 200),
  min integer not null,
  max integer not null,
  min_flex integer not null,
  max_flex integer not null,
  primary key (jurisdiction_id, problem_id, lottery_number, version, feature_key, value_key),
  unique (jurisdiction_id, problem_id, lottery_number, version, position),
  foreign key (jurisdiction_id, problem_id, lottery_number, version) references arena.lottery_limits,
  check (0 <= min_flex and min_flex <= min and min <= max and max <= max_flex)
);
call folkmoot.protect('arena.lottery_limit', 'select, insert');

-- Who waits for a seat by lot, locked. Public: how many, and the hash over all commitments.
create table arena.lottery_pool (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  size integer not null check (size > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  committed_by id.account not null,
  committed_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, lottery_number),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery,
  foreign key (jurisdiction_id, committed_by) references identity.account
);
call folkmoot.protect('arena.lottery_pool', 'select, insert');

-- One applicant each, under a number drawn by chance. What was told of her can be erased; the commitment stays.
create table arena.lottery_entry (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  number integer not null check (number > 0),
  commitment bytea not null check (length(commitment) = 32),
  account_id id.account,
  application_id id.application,
  value_keys text[],
  household text check (length(household) between 1 and 200),
  salt bytea check (length(salt) = 32),
  primary key (jurisdiction_id, problem_id, lottery_number, number),
  unique (jurisdiction_id, problem_id, lottery_number, account_id),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery_pool,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check (num_nulls(account_id, application_id, value_keys, salt) in (0, 4)),
  check (account_id is not null or household is null)
);
create index lottery_entries_by_account on arena.lottery_entry (jurisdiction_id, account_id);
call folkmoot.protect(
  'arena.lottery_entry', 'select, insert, update (account_id, application_id, value_keys, household, salt)'
);

-- One try to make the panels. Nobody waits for it on a page: it may take minutes, and may be stopped.
create table arena.lottery_run (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  run integer not null check (run > 0),
  version integer not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'running', 'made', 'impossible', 'stopped', 'failed')),
  asked_by id.account not null,
  asked_at timestamptz not null,
  -- How far it has come, in words of the method, for the page.
  progress text not null default '{}',
  beat_at timestamptz,
  ended_at timestamptz,
  -- Why no panel meets the limits, and the cheapest ways out of it.
  conflict text,
  primary key (jurisdiction_id, problem_id, lottery_number, run),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery_pool,
  foreign key (jurisdiction_id, problem_id, lottery_number, version) references arena.lottery_limits,
  foreign key (jurisdiction_id, asked_by) references identity.account,
  check ((state in ('waiting', 'running')) = (ended_at is null)),
  check ((state = 'impossible') = (conflict is not null))
);
create unique index one_lottery_run_at_a_time on arena.lottery_run (jurisdiction_id, problem_id)
  where state in ('waiting', 'running');
call folkmoot.protect('arena.lottery_run', 'select, insert, update (state, progress, beat_at, ended_at, conflict)');

-- The 1,000 panels, once for each lottery: a second list would be a second throw.
create table arena.lottery_panels (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  version integer not null,
  run integer not null,
  -- Numbers that left between the locking of the list and the making of the panels.
  left_numbers integer[] not null,
  input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  -- Over the file of all panels as it is published.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  method text not null check (method <> ''),
  seed text not null check (seed <> ''),
  -- One list of numbers a panel, in the order of the panels 000 to 999.
  panels jsonb not null check (jsonb_typeof(panels) = 'array' and jsonb_array_length(panels) = 1000),
  certificate jsonb not null,
  made_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, lottery_number),
  foreign key (jurisdiction_id, problem_id, lottery_number, run) references arena.lottery_run,
  foreign key (jurisdiction_id, problem_id, lottery_number, version) references arena.lottery_limits
);
call folkmoot.protect('arena.lottery_panels', 'select, insert');

-- What the dice showed, as one wrote it and another wrote it again. What was written wrong stays written.
create table arena.lottery_throw (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  attempt integer not null check (attempt > 0),
  panel integer not null check (panel between 0 and 999),
  place text not null check (length(place) between 1 and 200),
  thrown_by text not null check (length(thrown_by) between 1 and 200),
  witnesses text not null check (length(witnesses) between 1 and 500),
  watched integer check (watched >= 0),
  thrown_at timestamptz not null,
  typed_by id.account not null,
  typed_at timestamptz not null,
  -- The second person's: the same number confirms, another one ends this attempt.
  second_panel integer check (second_panel between 0 and 999),
  second_by id.account,
  second_at timestamptz,
  primary key (jurisdiction_id, problem_id, lottery_number, attempt),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery_panels,
  foreign key (jurisdiction_id, typed_by) references identity.account,
  foreign key (jurisdiction_id, second_by) references identity.account,
  check (num_nulls(second_panel, second_by, second_at) in (0, 3)),
  -- Nobody confirms what she wrote herself.
  check (second_by is distinct from typed_by),
  check (thrown_at <= typed_at)
);
create unique index one_throw_waits on arena.lottery_throw (jurisdiction_id, problem_id, lottery_number)
  where second_by is null;
create unique index one_throw_counts on arena.lottery_throw (jurisdiction_id, problem_id, lottery_number)
  where second_panel = panel;
call folkmoot.protect('arena.lottery_throw', 'select, insert, update (second_panel, second_by, second_at)');

create function arena.lottery_step(jurisdiction id.jurisdiction, problem id.problem, lottery integer)
returns text
language sql
stable
as $$
  select l.step from arena.lottery l
  where l.jurisdiction_id = jurisdiction and l.problem_id = problem and l.number = lottery
$$;

-- Steps go one way, each only when what it needs is there.
create function arena.check_lottery()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if (new.step, new.version) <> ('limits', 0) then
      raise exception 'lottery % of % begins with its limits', new.number, new.problem_id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.version not in (old.version, old.version + 1) then
    raise exception 'versions of limits follow one another' using errcode = 'check_violation';
  end if;
  if new.step = old.step then
    return new;
  end if;
  if not (
    (old.step = 'limits' and new.step = 'pool' and new.version = old.version and exists (
      select from arena.lottery_pool p
      where (p.jurisdiction_id, p.problem_id, p.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        and p.size = (
          select count(*) from arena.lottery_entry e
          where (e.jurisdiction_id, e.problem_id, e.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        )
    ))
    or (old.step = 'pool' and new.step = 'panels' and exists (
      select from arena.lottery_panels p
      where (p.jurisdiction_id, p.problem_id, p.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        and p.version = new.version
    ))
    or (old.step = 'panels' and new.step = 'drawn' and exists (
      select from arena.lottery_throw t
      where (t.jurisdiction_id, t.problem_id, t.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        and t.second_panel = t.panel
    ))
    or (old.step in ('limits', 'pool', 'panels') and new.step = 'ended')
  ) then
    raise exception 'lottery % of % does not go from % to %', new.number, new.problem_id, old.step, new.step
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery before insert or update on arena.lottery
  for each row execute function arena.check_lottery();

-- Limits are set before the list is locked; afterwards they are only made wider, and only when no panel met them.
create function arena.check_lottery_limits()
returns trigger
language plpgsql
as $$
declare
  lottery record;
  before record;
begin
  select l.step, l.version into lottery from arena.lottery l
  where (l.jurisdiction_id, l.problem_id, l.number) = (new.jurisdiction_id, new.problem_id, new.lottery_number);
  if new.version <> lottery.version + 1 then
    raise exception 'version % of the limits comes after %', new.version, lottery.version using errcode = 'check_violation';
  end if;
  if tg_table_name = 'lottery_limits' then
    if lottery.step = 'limits' and new.why = 'set' then
      return new;
    end if;
    if lottery.step = 'pool' and new.why = 'wider' and exists (
      select from arena.lottery_run r
      where (r.jurisdiction_id, r.problem_id, r.lottery_number, r.version)
          = (new.jurisdiction_id, new.problem_id, new.lottery_number, lottery.version)
        and r.state = 'impossible'
    ) and exists (
      select from arena.lottery_limits b
      where (b.jurisdiction_id, b.problem_id, b.lottery_number, b.version)
          = (new.jurisdiction_id, new.problem_id, new.lottery_number, lottery.version)
        and (b.seats, b.one_per_household) = (new.seats, new.one_per_household)
    ) then
      return new;
    end if;
    raise exception 'the limits of lottery % are locked', new.lottery_number using errcode = 'check_violation';
  end if;
  if lottery.step <> 'limits' then
    select b.min, b.max into before from arena.lottery_limit b
    where (b.jurisdiction_id, b.problem_id, b.lottery_number, b.version, b.feature_key, b.value_key)
        = (new.jurisdiction_id, new.problem_id, new.lottery_number, lottery.version, new.feature_key, new.value_key);
    if before is null or new.min > before.min or new.max < before.max then
      raise exception 'a limit of lottery % is only made wider', new.lottery_number using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger check_lottery_limits before insert on arena.lottery_limits
  for each row execute function arena.check_lottery_limits();
create trigger check_lottery_limit before insert on arena.lottery_limit
  for each row execute function arena.check_lottery_limits();

-- Nobody comes to the list once it is locked, and nobody in it becomes somebody else.
create function arena.check_lottery_entry()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if arena.lottery_step(new.jurisdiction_id, new.problem_id, new.lottery_number) <> 'limits' then
      raise exception 'the list of lottery % is locked', new.lottery_number using errcode = 'check_violation';
    end if;
  elsif new.account_id is not null and (
    (new.account_id, new.application_id, new.value_keys, new.salt)
      is distinct from (old.account_id, old.application_id, old.value_keys, old.salt)
    or new.household is distinct from old.household
  ) then
    raise exception 'an entry of lottery % is erased, never changed', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_entry before insert or update on arena.lottery_entry
  for each row execute function arena.check_lottery_entry();
create trigger check_lottery_pool before insert on arena.lottery_pool
  for each row execute function arena.check_lottery_entry();

-- Panels rest on the locked list and the limits in force; a number is written only after the panels are published.
create function arena.check_lottery_panels()
returns trigger
language plpgsql
as $$
begin
  if arena.lottery_step(new.jurisdiction_id, new.problem_id, new.lottery_number) <> tg_argv[0] then
    raise exception 'lottery % is not at this step', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_run before insert on arena.lottery_run
  for each row execute function arena.check_lottery_panels('pool');
create trigger check_lottery_panels before insert on arena.lottery_panels
  for each row execute function arena.check_lottery_panels('pool');
create trigger check_lottery_throw before insert or update on arena.lottery_throw
  for each row execute function arena.check_lottery_panels('panels');

create function arena.check_lottery_throw()
returns trigger
language plpgsql
as $$
begin
  if old.second_by is not null or exists (
    select from arena.lottery_throw t
    where (t.jurisdiction_id, t.problem_id, t.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
      and t.second_panel = t.panel
  ) then
    raise exception 'what the dice showed in lottery % is settled', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger settled_lottery_throw before update on arena.lottery_throw
  for each row execute function arena.check_lottery_throw();

select pgboss.create_queue('lottery.solve', '{"policy": "standard", "retryLimit": 20, "retryBackoff": true, "expireInSeconds": 7200}');
update pgboss.queue set deletion_seconds = 3600, heartbeat_seconds = 20 where name = 'lottery.solve';
