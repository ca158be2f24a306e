-- The problem: its own object, apart from solutions, with every framing it ever had.

call folkmoot.open_schema('problem');

create table problem.problem (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.problem not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  raised_by id.account,
  raised_at timestamptz not null,
  language text not null,
  -- Set when the case is told from published sources; null for what happens here.
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, slug),
  foreign key (jurisdiction_id, raised_by) references identity.account,
  check (source is not null or raised_by is not null)
);
create index problem_by_age on problem.problem (jurisdiction_id, raised_at desc);
call folkmoot.protect('problem.problem', 'select, insert');

-- Each way the problem was ever put into words. Exactly one is current.
create table problem.framing (
  jurisdiction_id id.jurisdiction not null,
  id id.framing not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  question text not null check (length(question) between 5 and 200),
  what_happens text not null check (length(what_happens) between 1 and 4000),
  who_is_affected text not null check (length(who_is_affected) <= 2000),
  -- Why it was put anew; empty for the first.
  reason text not null default '' check (length(reason) <= 2000),
  proposed_by id.account,
  proposed_at timestamptz not null,
  state text not null check (state in ('current', 'proposed', 'declined', 'earlier')),
  answer text not null default '' check (length(answer) <= 2000),
  answered_by id.account,
  answered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  check (number = 1 or reason <> ''),
  check (state <> 'declined' or answer <> '')
);
create unique index one_current_framing on problem.framing (jurisdiction_id, problem_id) where state = 'current';
call folkmoot.protect('problem.framing', 'select, insert, update');

create table problem.sponsorship (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  person_id id.person not null,
  account_id id.account,
  -- Why she takes it up, in her own words.
  words text not null check (length(words) <= 2000),
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id, person_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, person_id) references directory.person
);
call folkmoot.protect('problem.sponsorship', 'select, insert');

-- Who bears the consequences, and who has knowledge or resources to help.
create table problem.actor (
  jurisdiction_id id.jurisdiction not null,
  id id.actor not null,
  problem_id id.problem not null,
  name text not null check (length(name) between 1 and 120),
  relation text not null check (relation in ('affected', 'relevant')),
  -- How it is affected, or what it brings.
  how text not null check (length(how) between 1 and 1000),
  added_by id.account,
  added_at timestamptz not null,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, name),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('problem.actor', 'select, insert');
