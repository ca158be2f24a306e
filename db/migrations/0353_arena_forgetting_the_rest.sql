-- On the announced day everything is erased that can be. Who still waits for an answer then hears so; thirty days later her
-- application is answered by the worker, and what she told is erased too. No case keeps for ever.

alter table arena.forgetting
  -- People who waited for an answer on that day, and the last day on which anything of theirs is here.
  add column waiting integer not null default 0 check (waiting >= 0),
  add column last_on date check (last_on > due_on),
  add column ended_at timestamptz,
  add check ((waiting > 0) = (last_on is not null)),
  add check (ended_at is null or last_on is not null);
grant update (ended_at) on arena.forgetting to folkmoot_app;

-- Answered by nobody: only with what she told, and never by one who could have given a reason.
alter table arena.application
  drop constraint application_check,
  add constraint application_check check (
    state in ('waiting', 'withdrawn')
    or (answer <> '' and answered_at is not null and (answered_by is not null or (state = 'not-selected' and erased_at is not null)))
  );
