-- A promised day is reminded of three times: those who promised before it comes, the chair when it has passed, everybody when
-- the silence lasts. Each once, in that order, and each known here in the transaction that tells of it.

-- When the parent body's reply is due; null in those sent before replies had a day.
alter table decision.direction add column due_at timestamptz check (due_at > sent_at);

create table decision.reminder (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- 'answers' of a package and its 'return', an answer 'parked' or 'referred' (its recommendation), the 'reply' to a direction,
  -- and a direction 'unsent' at half of the timetable (its problem).
  what text not null check (what in ('answers', 'return', 'parked', 'referred', 'reply', 'unsent')),
  about_id uuid not null,
  -- Another day is another promise, and is reminded of anew.
  due_at timestamptz not null,
  step text not null check (step in ('those', 'chair', 'everybody')),
  -- The step before: it was told, or this one is not.
  after_step text,
  told_at timestamptz not null,
  primary key (jurisdiction_id, what, about_id, due_at, step),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, what, about_id, due_at, after_step)
    references decision.reminder (jurisdiction_id, what, about_id, due_at, step),
  check (after_step is not distinct from case step when 'chair' then 'those' when 'everybody' then 'chair' end),
  check (step = 'those' or told_at > due_at),
  -- Hours and not days: they are the same length in every time zone.
  check (step <> 'everybody' or told_at > due_at
    + case when what in ('reply', 'unsent') then interval '240 hours' else interval '720 hours' end)
);
create index reminder_of_problem on decision.reminder (jurisdiction_id, problem_id);
call folkmoot.protect('decision.reminder', 'select, insert');

-- What the worker looks for every few seconds, among all that was ever answered.
create index package_open on decision.package (jurisdiction_id, due_at) where closed_at is null and source is null;
create index answer_version_waiting on decision.answer_version (jurisdiction_id, answer_id, version)
  where kind in ('park', 'refer') and source is null;
