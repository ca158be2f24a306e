-- The arena: the temporary meeting place for one problem. Who asked for a seat, who got one, and why.

call folkmoot.open_schema('arena');

create table arena.open_call (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  problem_id id.problem not null,
  opened_by id.account not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, opened_by) references identity.account,
  check (closes_at > opened_at)
);
call folkmoot.protect('arena.open_call', 'select, insert');

-- One application a person and problem. Each gets an answer with a reason.
create table arena.application (
  jurisdiction_id id.jurisdiction not null,
  id id.application not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  account_id id.account not null,
  profile_id id.profile not null,
  motivation text not null check (length(motivation) between 1 and 2000),
  tie text not null check (length(tie) between 1 and 500),
  -- Told freely, counted for the whole group, never shown with a person.
  gender text check (gender in ('woman', 'man', 'other')),
  applied_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'selected', 'not-selected')),
  answer text not null default '' check (length(answer) <= 1000),
  answered_by id.account,
  answered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, account_id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references arena.open_call,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check (state = 'waiting' or (answer <> '' and answered_by is not null and answered_at is not null))
);
call folkmoot.protect('arena.application', 'select, insert, update');

create table arena.seat (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.seat not null,
  problem_id id.problem not null,
  account_id id.account not null,
  person_id id.person,
  kind text not null check (kind in ('politician', 'citizen')),
  profile_id id.profile,
  gender text check (gender in ('woman', 'man', 'other')),
  is_chair boolean not null default false,
  -- No appointment without a reason (R12).
  reason text not null check (length(reason) between 1 and 1000),
  appointed_by id.account not null,
  appointed_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, account_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check ((kind = 'politician') = (person_id is not null)),
  -- A citizen's seat has the profile it was offered for (R10).
  check (kind = 'politician' or profile_id is not null),
  check (not is_chair or kind = 'politician')
);
create unique index one_chair on arena.seat (jurisdiction_id, problem_id) where is_chair;
call folkmoot.protect('arena.seat', 'select, insert');

create table arena.confirmation (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  confirmed_by id.account not null,
  confirmed_at timestamptz not null,
  -- Why the group may begin although the composition rule is not met; '' when it is.
  exception text not null default '' check (length(exception) <= 1000),
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, confirmed_by) references identity.account
);
call folkmoot.protect('arena.confirmation', 'select, insert');

-- A told case names groups and their sizes, never people.
create table arena.told_group (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  position integer not null,
  kind text not null check (kind in ('politician', 'citizen', 'chair', 'other')),
  words text not null check (length(words) between 1 and 300),
  count integer check (count >= 0),
  source text not null check (source <> ''),
  primary key (jurisdiction_id, problem_id, position),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('arena.told_group', 'select, insert');
