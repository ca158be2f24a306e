-- No list is locked while somebody who asked in time waits with staff: who is missing in it would be missing by chance of a clerk.
-- And of a list for free seats nothing is kept beside its rows: next to the first one it would tell who has left that one.
create function arena.check_lottery_records()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.staff_record r
    join arena.open_call c on (c.jurisdiction_id, c.problem_id) = (r.jurisdiction_id, r.problem_id)
    where (r.jurisdiction_id, r.problem_id, r.state) = (new.jurisdiction_id, new.problem_id, 'waiting')
      and r.recorded_at < c.closes_at
  ) then
    raise exception 'somebody who asked for a seat in time waits with staff of %', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_records before update on arena.lottery
  for each row when (old.step = 'limits' and new.step = 'pool') execute function arena.check_lottery_records();

update arena.lottery_pool p
set applied = '{}', ways = null
from arena.lottery l
where (l.jurisdiction_id, l.problem_id, l.number) = (p.jurisdiction_id, p.problem_id, p.lottery_number)
  and l.replaces is not null;

create function arena.check_lottery_pool_sealed()
returns trigger
language plpgsql
as $$
begin
  if (new.applied <> '{}' or new.ways is not null) and exists (
    select from arena.lottery l
    where (l.jurisdiction_id, l.problem_id, l.number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
      and l.replaces is not null
  ) then
    raise exception 'lottery % is sealed', new.lottery_number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_pool_sealed before insert or update on arena.lottery_pool
  for each row execute function arena.check_lottery_pool_sealed();
