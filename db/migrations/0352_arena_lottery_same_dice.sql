-- Whoever saw the dice and disliked them could write another number, and they were thrown again, without end. Now dice two people wrote
-- differently are looked at again; thrown anew they are only after that, and written down by people who wrote no other number before.
alter table arena.lottery_throw
  -- The attempt whose dice were looked at again; null where they were thrown.
  add column same_as integer,
  add foreign key (jurisdiction_id, problem_id, lottery_number, same_as) references arena.lottery_throw,
  add check (same_as < attempt);

create function arena.check_lottery_dispute()
returns trigger
language plpgsql
as $$
declare
  writer id.account := case tg_op when 'INSERT' then new.typed_by else new.second_by end;
  last record;
begin
  select t.attempt, t.same_as, t.thrown_at, t.place, t.thrown_by, t.witnesses, t.watched into last
  from arena.lottery_throw t
  where (t.jurisdiction_id, t.problem_id, t.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
    and t.attempt < new.attempt
  order by t.attempt desc
  limit 1;
  if last.attempt is null then
    if new.same_as is null then
      return new;
    end if;
  elsif new.same_as is not null then
    if new.same_as = coalesce(last.same_as, last.attempt)
      and (new.thrown_at, new.place, new.thrown_by, new.witnesses) = (last.thrown_at, last.place, last.thrown_by, last.witnesses)
      and new.watched is not distinct from last.watched
    then
      return new;
    end if;
  elsif not exists (
    select from arena.lottery_throw t
    where (t.jurisdiction_id, t.problem_id, t.lottery_number) = (new.jurisdiction_id, new.problem_id, new.lottery_number)
      and t.attempt < new.attempt
      -- The time is written to the minute.
      and (writer in (t.typed_by, t.second_by) or new.thrown_at + interval '1 minute' <= t.second_at)
  ) then
    return new;
  end if;
  raise exception 'dice of lottery % are looked at again, or thrown anew for others', new.lottery_number
    using errcode = 'check_violation';
end
$$;
create trigger check_lottery_dispute before insert or update on arena.lottery_throw
  for each row execute function arena.check_lottery_dispute();
