-- What those at the table and those who ran it say of the way it was done, by the principles and steps of the OECD. With their names:
-- it is their own evaluation, not a survey. Each version stays; the newest counts.
create table outcome.checklist_entry (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  point text not null check (point ~ '^[a-z-]{1,40}$'),
  account_id id.account not null,
  version integer not null check (version > 0),
  verdict text not null check (verdict in ('yes', 'partly', 'no')),
  -- Which page of the case shows it.
  evidence text not null check (evidence ~ '^[a-z-]{1,40}$'),
  wrote_as text not null check (wrote_as in ('politician', 'member', 'staff')),
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id, point, account_id, version),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('outcome.checklist_entry', 'select, insert');
