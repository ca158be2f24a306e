-- One preparer alone gave up a beacon whose number was known, and swapped it for dice. Now one says that the round did not come, and another,
-- who wrote no reading of it, has looked and says so too. What the rules refuse about beacon, dice and end the database refuses as well.

alter table arena.lottery_beacon
  add column doubted_by id.account,
  add column doubted_at timestamptz,
  add column doubt_reason text not null default '' check (length(doubt_reason) <= 1000),
  add foreign key (jurisdiction_id, doubted_by) references identity.account,
  add check (num_nulls(doubted_by, doubted_at, nullif(doubt_reason, '')) in (0, 3)),
  add check (doubted_at >= round_at + interval '1 hour');
grant update (doubted_by, doubted_at, doubt_reason) on arena.lottery_beacon to folkmoot_app;

create or replace function arena.check_lottery_beacon()
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
    if new.doubted_by is not null or new.given_up_by is not null then
      raise exception 'the beacon of lottery % is not given up', new.lottery_number using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.given_up_at is not null
    or arena.lottery_step(new.jurisdiction_id, new.problem_id, new.lottery_number) <> 'panels'
    or arena.beacon_in_force(new.jurisdiction_id, new.problem_id, new.lottery_number) is distinct from new.turn
    or (old.doubted_by is not null and
      (new.doubted_by, new.doubted_at, new.doubt_reason) is distinct from (old.doubted_by, old.doubted_at, old.doubt_reason))
    -- Said by one, and then by another who wrote no reading.
    or (new.given_up_by is not null and (old.doubted_by is null or new.given_up_by = old.doubted_by))
    or exists (
      select from arena.lottery_reading r
      where (r.jurisdiction_id, r.problem_id, r.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
        and (
          new.given_up_by in (r.typed_by, r.second_by)
          or r.second_randomness = r.randomness
          or coalesce(new.given_up_at, new.doubted_at) < new.round_at + interval '24 hours'
        )
    )
  then
    raise exception 'the beacon of lottery % is not given up', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- A reading that waits when its beacon is given up is never settled.
create or replace function arena.check_lottery_reading()
returns trigger
language plpgsql
as $$
declare
  announced record;
begin
  if arena.beacon_in_force(new.jurisdiction_id, new.problem_id, new.lottery_number) is distinct from new.turn then
    raise exception 'lottery % reads the round that was announced, after its time', new.lottery_number
      using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' then
    if old.second_by is not null then
      raise exception 'what the beacon gave in lottery % is settled', new.lottery_number using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select b.beacon, b.round_at into announced from arena.lottery_beacon b
  where (b.jurisdiction_id, b.problem_id, b.lottery_number, b.turn)
      = (new.jurisdiction_id, new.problem_id, new.lottery_number, new.turn);
  if new.typed_at < announced.round_at or length(new.randomness) <> arena.beacon_letters(announced.beacon) then
    raise exception 'lottery % reads the round that was announced, after its time', new.lottery_number
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- Whoever does not like what chance said, or begins to say, does not get rid of it.
create function arena.check_lottery_end()
returns trigger
language plpgsql
as $$
begin
  if new.step = 'ended' and (
    exists (
      select from arena.lottery_throw t
      where (t.jurisdiction_id, t.problem_id, t.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
    ) or exists (
      select from arena.lottery_reading r
      where (r.jurisdiction_id, r.problem_id, r.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
    ) or exists (
      select from arena.lottery_beacon b
      where (b.jurisdiction_id, b.problem_id, b.lottery_number) = (new.jurisdiction_id, new.problem_id, new.number)
        and b.given_up_at is not null
    )
  ) then
    raise exception 'the number of lottery % is out', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_end before update on arena.lottery
  for each row when (new.step is distinct from old.step) execute function arena.check_lottery_end();
