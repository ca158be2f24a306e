-- A seat by lot that is free again is drawn again, among those who were in the list and were not drawn, by what the limits leave to be
-- met given who has said yes.
alter table arena.lottery
  add column replaces integer check (replaces > 0),
  add check (replaces < number),
  add foreign key (jurisdiction_id, problem_id, replaces) references arena.lottery;

create function arena.check_lottery_replaces()
returns trigger
language plpgsql
as $$
begin
  if new.replaces is not null
    and arena.lottery_step(new.jurisdiction_id, new.problem_id, new.replaces) is distinct from 'drawn' then
    raise exception 'lottery % fills seats of one that was drawn', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_replaces before insert on arena.lottery
  for each row execute function arena.check_lottery_replaces();
