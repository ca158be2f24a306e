-- Supports are appended, counted by a job, and never listed. No times, and ids without time: nobody is told apart by when.
create table problem.support (
  jurisdiction_id id.jurisdiction not null,
  id id.support not null,
  -- No foreign key: each support would lock the one row all of them share. The command has just read the problem under its lock.
  problem_id id.problem not null,
  channel text not null check (channel in ('online', 'paper', 'phone')),
  account_id id.account,
  -- On paper and by telephone: a keyed hash of name and address or birth date, so that nobody counts twice. Taken away
  -- when the matter has ended; the name itself is never written anywhere.
  signature bytea check (length(signature) = 32),
  is_taken_back boolean not null default false,
  -- Whether the job has seen this row as it stands.
  is_counted boolean not null default false,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, account_id),
  unique (jurisdiction_id, problem_id, signature),
  foreign key (jurisdiction_id, account_id) references identity.account,
  check ((channel = 'online') = (account_id is not null)),
  check (channel <> 'online' or signature is null),
  check (channel = 'online' or not is_taken_back)
);
create index support_to_count on problem.support (jurisdiction_id, problem_id) where not is_counted;
call folkmoot.protect('problem.support', 'select, insert, update, delete');

-- What the job counted last. Lists and searches read this; only the page of one problem counts anew.
create table problem.support_tally (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  online integer not null check (online >= 0),
  paper integer not null check (paper >= 0),
  phone integer not null check (phone >= 0),
  total integer not null generated always as (online + paper + phone) stored,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.agenda
);
create index support_tally_most on problem.support_tally (jurisdiction_id, total desc);
call folkmoot.protect('problem.support_tally', 'select, insert, update');

-- What a body owes since a threshold was reached: written once, with the instant by which the answer is due.
create table problem.answer_owed (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  rung integer not null check (rung > 0),
  body_id id.body not null,
  -- Supports at that moment.
  supports integer not null check (supports >= 0),
  reached_at timestamptz not null,
  due_at timestamptz not null,
  -- The debt this one was referred from, by another body of the same place.
  referred_from integer,
  answered_at timestamptz,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.agenda,
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, problem_id, referred_from) references problem.answer_owed,
  check (due_at > reached_at),
  check (referred_from < number)
);
-- A rung is reached once, however often the job runs.
create unique index rung_reached_once on problem.answer_owed (jurisdiction_id, problem_id, rung) where referred_from is null;
create index answer_owed_open on problem.answer_owed (jurisdiction_id, due_at) where answered_at is null;
call folkmoot.protect('problem.answer_owed', 'select, insert, update');

create index agenda_with_key on problem.agenda (jurisdiction_id) where signature_key is not null;
