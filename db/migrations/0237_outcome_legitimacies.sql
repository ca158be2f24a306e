-- Four legitimacies of a case on a day: what they were computed from, by which method, and what came out, so that anyone can replay
-- it and a year can be compared with another. Each version stays.
create table outcome.legitimacy (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  version integer not null check (version > 0),
  method text not null check (method ~ '^[a-z-]+/[0-9]+$'),
  inputs jsonb not null,
  figures jsonb not null,
  input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  -- Null: the program itself, when a survey closed.
  computed_by id.account,
  computed_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, version),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, computed_by) references identity.account
);
call folkmoot.protect('outcome.legitimacy', 'select, insert');
