-- In how many groups at once somebody sits or facilitates before the place asks why (R18).

create table arena.workload_limit (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  politicians integer not null check (politicians between 1 and 20),
  facilitators integer not null check (facilitators between 1 and 20),
  set_by id.account not null,
  set_at timestamptz not null,
  primary key (jurisdiction_id),
  foreign key (jurisdiction_id, set_by) references identity.account
);
call folkmoot.protect('arena.workload_limit', 'select, insert, update');

-- Why a politician was asked for one group more although she sat in as many as the place asks of one; everybody reads it.
create table arena.seat_exception (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  person_id id.person not null,
  groups integer not null check (groups > 0),
  reason text not null check (length(reason) between 1 and 500),
  said_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, person_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, person_id) references directory.person
);
call folkmoot.protect('arena.seat_exception', 'select, insert, update');
