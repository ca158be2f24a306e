-- Answering thousands at once asked, for each of them, for the whole list of every draw. Whether a draw goes on is one row; only then
-- is she looked for in its list.
create or replace function arena.check_drawn_application()
returns trigger
language plpgsql
as $$
begin
  if new.state in ('selected', 'not-selected') and old.state = 'waiting' and exists (
    select
    from arena.lottery_entry e
    where e.jurisdiction_id = new.jurisdiction_id and e.application_id = new.id and e.problem_id = new.problem_id
      and e.lottery_number = (
        select l.number from arena.lottery l
        where l.jurisdiction_id = new.jurisdiction_id and l.problem_id = new.problem_id and l.step in ('pool', 'panels')
      )
  ) then
    raise exception 'application % is in a draw', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- One index finds her by what is asked for, whatever the database has yet heard of how long the lists are.
drop index arena.lottery_entries_by_application;
create index lottery_entries_by_application
  on arena.lottery_entry (jurisdiction_id, problem_id, lottery_number, application_id);
