-- Whoever is in a locked list is answered by the draw: until it is over nobody gives her a seat or takes her out, but she herself.

create function arena.check_drawn_application()
returns trigger
language plpgsql
as $$
begin
  if new.state in ('selected', 'not-selected') and old.state = 'waiting' and exists (
    select
    from arena.lottery_entry e
    join arena.lottery l
      on (l.jurisdiction_id, l.problem_id, l.number) = (e.jurisdiction_id, e.problem_id, e.lottery_number)
    where e.jurisdiction_id = new.jurisdiction_id and e.problem_id = new.problem_id and e.application_id = new.id
      and l.step in ('pool', 'panels')
  ) then
    raise exception 'application % is in a draw', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_drawn_application before update on arena.application
  for each row execute function arena.check_drawn_application();
create index lottery_entries_by_application on arena.lottery_entry (jurisdiction_id, application_id);
