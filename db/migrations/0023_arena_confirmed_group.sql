-- A group begins whole (R9): when it is confirmed it has a chair, nobody waits for an answer, and it has the number of politicians
-- and citizens the mandate asks for, or a public reason why not. From then on nobody is seated. Told cases have no seats.

create function arena.check_confirmation()
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
    where m.jurisdiction_id = new.jurisdiction_id and m.problem_id = new.problem_id and m.state = 'adopted'
      and (m.politicians, m.citizens) = (
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
create trigger check_confirmation before insert on arena.confirmation
  for each row execute function arena.check_confirmation();

create function arena.check_seat()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.confirmation c
    where c.jurisdiction_id = new.jurisdiction_id and c.problem_id = new.problem_id
  ) then
    raise exception 'the group of % is confirmed', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_seat before insert on arena.seat for each row execute function arena.check_seat();
