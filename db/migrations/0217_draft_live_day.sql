-- How much one account has written into one text within a day: without an end to it, one member could fill the text for all.
create table draft.live_day (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  account_id id.account not null,
  -- When the day began that `bytes` counts.
  since timestamptz not null,
  bytes integer not null check (bytes between 1 and 4194304),
  primary key (jurisdiction_id, problem_id, account_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('draft.live_day', 'select, insert, update');
