-- A list is locked only with limits that draw so many seats of each profile as the group was set up with, and what was drawn stays drawn:
-- afterwards only free seats are drawn again. No group begins in the middle of a draw.

create function arena.check_lottery_as_set_up()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if new.replaces is null and exists (
      select from arena.lottery l
      where (l.jurisdiction_id, l.problem_id, l.step) = (new.jurisdiction_id, new.problem_id, 'drawn')
    ) then
      raise exception 'the seats of % were drawn already', new.problem_id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.step = 'pool' and old.step = 'limits' and new.replaces is null and exists (
    select from arena.recruited_profile p
    where (p.jurisdiction_id, p.problem_id) = (new.jurisdiction_id, new.problem_id) and p.drawn > 0 and not exists (
      select from arena.lottery_limit q
      where (q.jurisdiction_id, q.problem_id, q.lottery_number, q.version)
          = (new.jurisdiction_id, new.problem_id, new.number, new.version)
        and (q.feature_key, q.value_key, q.min, q.max) = ('profile', p.id::text, p.drawn, p.drawn)
    )
  ) then
    raise exception 'lottery % of % is not as the group was set up', new.number, new.problem_id
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_as_set_up before insert or update on arena.lottery
  for each row execute function arena.check_lottery_as_set_up();

create function arena.check_confirmation_of_draw()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.lottery l
    where (l.jurisdiction_id, l.problem_id) = (new.jurisdiction_id, new.problem_id) and l.step in ('pool', 'panels')
  ) then
    raise exception 'the group of % does not begin in the middle of a draw', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_confirmation_of_draw before insert on arena.confirmation
  for each row execute function arena.check_confirmation_of_draw();
