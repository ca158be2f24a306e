-- Whoever sets limits after the call has closed can know who applied. When the call had closed is kept with them: a call that is opened again
-- closes at another time, and they would seem to have been set before.
alter table arena.lottery_limits add column call_closed_at timestamptz check (call_closed_at <= set_at);

create function arena.say_limits_late()
returns trigger
language plpgsql
as $$
begin
  new.call_closed_at := case when new.why = 'set' and not exists (
    select from arena.lottery l
    where (l.jurisdiction_id, l.problem_id, l.number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
      and l.replaces is not null
  ) then (
    select c.closes_at from arena.open_call c
    where (c.jurisdiction_id, c.problem_id) = (new.jurisdiction_id, new.problem_id) and c.closes_at <= new.set_at
  ) end;
  return new;
end
$$;
create trigger say_limits_late before insert on arena.lottery_limits
  for each row execute function arena.say_limits_late();

update arena.lottery_limits s
set call_closed_at = c.closes_at
from arena.open_call c, arena.lottery l
where (c.jurisdiction_id, c.problem_id) = (s.jurisdiction_id, s.problem_id) and c.closes_at <= s.set_at and s.why = 'set'
  and (l.jurisdiction_id, l.problem_id, l.number) = (s.jurisdiction_id, s.problem_id, s.lottery_number) and l.replaces is null;
