-- Yjs moves by writing anew: a letter that was moved bears the number of who moved it. Here stands who wrote it first, so that it still
-- counts for her (R17). Written with the update that moved it; of what was moved before this table nothing is known.
create table draft.live_moved (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- The letters as they stand now: `length` of them from this clock of this client on.
  client bigint not null check (client >= 0),
  clock bigint not null check (clock >= 0),
  length integer not null check (length > 0),
  -- However often they were moved since.
  first_client bigint not null check (first_client >= 0 and first_client <> client),
  primary key (jurisdiction_id, problem_id, client, clock),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('draft.live_moved', 'select, insert');

-- Passages taken out of the text: put in again, by "undo" or elsewhere, they are still of who wrote them. Not the words, only what
-- they are known by.
create table draft.live_taken (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- The md5 of the words.
  passage uuid not null,
  -- Who wrote them: so many letters of this client, then so many of that: [[client, length], …].
  runs jsonb not null check (jsonb_typeof(runs) = 'array'),
  primary key (jurisdiction_id, problem_id, passage),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('draft.live_taken', 'select, insert');
