-- Seats stay free and too few are left to ask: those who lead open the call again, for these seats alone, in public and before what
-- people told is erased. How the group is set up stays.

create table arena.call_again (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  -- What people can ask for a seat as.
  profiles uuid[] not null check (cardinality(profiles) between 1 and 100),
  opened_by id.account not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references arena.open_call,
  foreign key (jurisdiction_id, opened_by) references identity.account,
  check (closes_at > opened_at)
);
call folkmoot.protect('arena.call_again', 'select, insert');
grant update (closes_at) on arena.open_call to folkmoot_app;

create function arena.check_call_again()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.open_call c
    where c.jurisdiction_id = new.jurisdiction_id and c.problem_id = new.problem_id and c.closes_at > new.opened_at
  ) or exists (
    select from arena.confirmation c where c.jurisdiction_id = new.jurisdiction_id and c.problem_id = new.problem_id
  ) or exists (
    select from arena.lottery l
    where l.jurisdiction_id = new.jurisdiction_id and l.problem_id = new.problem_id and l.step in ('pool', 'panels')
  ) then
    raise exception 'the call of % cannot open again now', new.problem_id using errcode = 'check_violation';
  end if;
  if not exists (
    select from arena.recruitment r
    join directory.jurisdiction j on j.id = r.jurisdiction_id
    where r.jurisdiction_id = new.jurisdiction_id and r.problem_id = new.problem_id
      -- The end of a day is the first moment of the next.
      and (new.closes_at at time zone j.time_zone)::date <= r.forget_on
  ) then
    raise exception 'the call of % closes before what people told is erased', new.problem_id using errcode = 'check_violation';
  end if;
  if (
    select count(*) >= arena.places(new.jurisdiction_id, new.problem_id, 'citizen')
    from (
      select s.account_id from arena.seat s
      where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.kind = 'citizen' and s.ended_at is null
      union all
      select o.account_id from arena.offer o
      where o.jurisdiction_id = new.jurisdiction_id and o.problem_id = new.problem_id and o.kind = 'citizen' and o.state = 'waiting'
    ) taken
  ) then
    raise exception 'no seat of % is free', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_call_again before insert on arena.call_again
for each row execute function arena.check_call_again();

-- When the call closes is said in one place, and moved by this alone.
create function arena.open_call_again()
returns trigger
language plpgsql
as $$
begin
  update arena.open_call
  set closes_at = new.closes_at
  where jurisdiction_id = new.jurisdiction_id and problem_id = new.problem_id;
  return null;
end
$$;
create trigger open_call_again after insert on arena.call_again
for each row execute function arena.open_call_again();

create function arena.keep_call()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from arena.call_again a
    where a.jurisdiction_id = new.jurisdiction_id and a.problem_id = new.problem_id
      and a.number = (
        select max(l.number) from arena.call_again l
        where l.jurisdiction_id = new.jurisdiction_id and l.problem_id = new.problem_id
      )
      and a.closes_at = new.closes_at
  ) then
    raise exception 'the call of % closes when it was said to', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_call before update on arena.open_call for each row execute function arena.keep_call();
