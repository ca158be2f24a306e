-- The number of a draw may come from a public beacon instead of dice. Which round of which beacon is said in public before the panels are
-- made and before the round is published; it counts when the panels were published before it. Two people write down what it gave.

-- As in methods/sortition/beacons.ts; a test compares the two.
create function arena.beacon_letters(beacon text) returns integer language sql immutable as $$
  select case beacon when 'drand-quicknet' then 64 when 'drand-default' then 64 when 'nist' then 128 end
$$;
create function arena.beacon_round_at(beacon text, round bigint) returns timestamptz language sql immutable as $$
  select to_timestamp(case beacon
    when 'drand-quicknet' then 1692803367 + (round - 1) * 3
    when 'drand-default' then 1595431050 + (round - 1) * 30
    when 'nist' then round * 60
  end)
$$;

-- The first word of 32 bits that makes no number likelier than another, modulo the 1,000 panels; null where there is none.
create function arena.number_of_beacon(randomness text) returns integer language sql immutable as $$
  select (word.value % 1000)::integer
  from generate_series(0, length(randomness) / 8 - 1) as at
  cross join lateral (select ('x' || substr(randomness, at * 8 + 1, 8))::bit(32)::bigint as value) word
  where word.value < 4294967000
  order by at
  limit 1
$$;

create table arena.lottery_beacon (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  -- Another one is only announced where the time of the one before has passed without panels.
  turn integer not null check (turn > 0),
  beacon text not null check (arena.beacon_letters(beacon) is not null),
  round bigint not null check (round > 0),
  round_at timestamptz not null,
  announced_by id.account not null,
  announced_at timestamptz not null,
  -- The beacon did not publish it: dice are thrown instead, and everybody reads why.
  given_up_by id.account,
  given_up_at timestamptz,
  given_up_reason text not null default '' check (length(given_up_reason) <= 1000),
  primary key (jurisdiction_id, problem_id, lottery_number, turn),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery,
  foreign key (jurisdiction_id, announced_by) references identity.account,
  foreign key (jurisdiction_id, given_up_by) references identity.account,
  check (round_at = arena.beacon_round_at(beacon, round)),
  check (round_at >= announced_at + interval '10 minutes'),
  check (num_nulls(given_up_by, given_up_at, nullif(given_up_reason, '')) in (0, 3)),
  check (given_up_at >= round_at + interval '1 hour')
);
call folkmoot.protect('arena.lottery_beacon', 'select, insert, update (given_up_by, given_up_at, given_up_reason)');

-- The announcement that counts: its round came after the panels were published, and it was not given up.
create function arena.beacon_in_force(jurisdiction id.jurisdiction, problem id.problem, lottery integer)
returns integer
language sql
stable
as $$
  select b.turn
  from arena.lottery_beacon b
  join arena.lottery_panels p using (jurisdiction_id, problem_id, lottery_number)
  where (b.jurisdiction_id, b.problem_id, b.lottery_number) = (jurisdiction, problem, lottery)
    and b.round_at > p.made_at and b.given_up_at is null
$$;

-- What a beacon gave, as one wrote it and another wrote it again. What was written wrong stays written.
create table arena.lottery_reading (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  lottery_number integer not null,
  attempt integer not null check (attempt > 0),
  turn integer not null,
  randomness text not null check (randomness ~ '^[0-9a-f]{64,128}$'),
  signature text check (signature ~ '^([0-9a-f]{2}){1,200}$'),
  panel integer not null,
  typed_by id.account not null,
  typed_at timestamptz not null,
  second_randomness text check (second_randomness ~ '^[0-9a-f]{64,128}$'),
  second_by id.account,
  second_at timestamptz,
  primary key (jurisdiction_id, problem_id, lottery_number, attempt),
  foreign key (jurisdiction_id, problem_id, lottery_number) references arena.lottery_panels,
  foreign key (jurisdiction_id, problem_id, lottery_number, turn) references arena.lottery_beacon,
  foreign key (jurisdiction_id, typed_by) references identity.account,
  foreign key (jurisdiction_id, second_by) references identity.account,
  check (panel is not distinct from arena.number_of_beacon(randomness)),
  -- Not decoded where its form is wrong already: checks are tried in no order.
  check (case when signature ~ '^([0-9a-f]{2}){1,200}$' then encode(sha256(decode(signature, 'hex')), 'hex') = randomness else true end),
  check (num_nulls(second_randomness, second_by, second_at) in (0, 3)),
  -- Nobody confirms what she wrote herself.
  check (second_by is distinct from typed_by)
);
create unique index one_reading_waits on arena.lottery_reading (jurisdiction_id, problem_id, lottery_number)
  where second_by is null;
create unique index one_reading_counts on arena.lottery_reading (jurisdiction_id, problem_id, lottery_number)
  where second_randomness = randomness;
call folkmoot.protect('arena.lottery_reading', 'select, insert, update (second_randomness, second_by, second_at)');

create function arena.check_lottery_beacon()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if arena.lottery_step(new.jurisdiction_id, new.problem_id, new.lottery_number) <> 'pool' then
      raise exception 'a beacon of lottery % is announced between its list and its panels', new.lottery_number
        using errcode = 'check_violation';
    end if;
    if exists (
      select from arena.lottery_beacon b
      where (b.jurisdiction_id, b.problem_id, b.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
        and (b.round_at > new.announced_at or b.turn >= new.turn)
    ) then
      raise exception 'the round announced for lottery % stands', new.lottery_number using errcode = 'check_violation';
    end if;
  elsif old.given_up_at is not null
    or arena.beacon_in_force(new.jurisdiction_id, new.problem_id, new.lottery_number) is distinct from new.turn
    or exists (
      select from arena.lottery_reading r
      where (r.jurisdiction_id, r.problem_id, r.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
        and (r.second_by is null or r.second_randomness = r.randomness)
    )
  then
    raise exception 'the beacon of lottery % is not given up', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_beacon before insert or update on arena.lottery_beacon
  for each row execute function arena.check_lottery_beacon();

create function arena.check_lottery_reading()
returns trigger
language plpgsql
as $$
declare
  announced record;
begin
  if tg_op = 'UPDATE' then
    if old.second_by is not null then
      raise exception 'what the beacon gave in lottery % is settled', new.lottery_number using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select b.beacon, b.round_at into announced from arena.lottery_beacon b
  where (b.jurisdiction_id, b.problem_id, b.lottery_number, b.turn)
      = (new.jurisdiction_id, new.problem_id, new.lottery_number, new.turn);
  if arena.beacon_in_force(new.jurisdiction_id, new.problem_id, new.lottery_number) is distinct from new.turn
    or new.typed_at < announced.round_at
    or length(new.randomness) <> arena.beacon_letters(announced.beacon)
  then
    raise exception 'lottery % reads the round that was announced, after its time', new.lottery_number
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_reading before insert or update on arena.lottery_reading
  for each row execute function arena.check_lottery_reading();
create trigger check_lottery_reading_step before insert or update on arena.lottery_reading
  for each row execute function arena.check_lottery_panels('panels');

-- Where a beacon was announced no dice decide, unless it was given up.
create function arena.check_lottery_dice()
returns trigger
language plpgsql
as $$
begin
  if arena.beacon_in_force(new.jurisdiction_id, new.problem_id, new.lottery_number) is not null or exists (
    select from arena.lottery_beacon b
    where (b.jurisdiction_id, b.problem_id, b.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
      and b.given_up_at >= new.thrown_at + interval '1 minute'
  ) then
    raise exception 'a beacon gives the number of lottery %', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_dice before insert on arena.lottery_throw
  for each row execute function arena.check_lottery_dice();

create or replace function arena.check_lottery()
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
    or (old.step = 'panels' and new.step = 'drawn' and (exists (
      select from arena.lottery_throw t
      where (t.jurisdiction_id, t.problem_id, t.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        and t.second_panel = t.panel
    ) or exists (
      select from arena.lottery_reading r
      where (r.jurisdiction_id, r.problem_id, r.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        and r.second_randomness = r.randomness
    )))
    or (old.step in ('limits', 'pool', 'panels') and new.step = 'ended')
  ) then
    raise exception 'lottery % of % does not go from % to %', new.number, new.problem_id, old.step, new.step
      using errcode = 'check_violation';
  end if;
  -- Whoever does not like the number a beacon gave does not get rid of it.
  if new.step = 'ended' and exists (
    select from arena.lottery_beacon b
    where (b.jurisdiction_id, b.problem_id, b.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
      and b.turn = arena.beacon_in_force(new.jurisdiction_id, new.problem_id, new.number)
      and b.round_at <= new.ended_at
  ) then
    raise exception 'the number of lottery % is out', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
