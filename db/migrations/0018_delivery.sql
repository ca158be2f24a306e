-- Carrying it out: what the body committed to, how it goes, and what others pledged to bring.

call folkmoot.open_schema('delivery');

create table delivery.commitment (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.commitment not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  answer_id id.answer,
  title text not null check (length(title) between 1 and 200),
  -- The politician who answers for it, and the office that does the work.
  owner_id id.person,
  office text not null default '' check (length(office) <= 200),
  -- Either a line of the budget or the word that none is needed; null where a told case does not say.
  budget_line text check (length(budget_line) between 1 and 300),
  needs_no_budget boolean,
  next_report_on date,
  standing text not null default 'promised' check (standing in ('promised', 'late', 'kept', 'dropped', 'unknown')),
  standing_reason text not null default '' check (length(standing_reason) <= 4000),
  written_by id.account,
  written_at timestamptz not null,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, answer_id) references decision.answer,
  foreign key (jurisdiction_id, owner_id) references directory.person,
  foreign key (jurisdiction_id, written_by) references identity.account,
  check (source is not null or (owner_id is not null and answer_id is not null and written_by is not null)),
  check (source is not null or (needs_no_budget is not null and needs_no_budget = (budget_line is null))),
  -- An open promise always says when we hear of it next.
  check (source is not null or standing in ('kept', 'dropped') or next_report_on is not null),
  check (source is not null or standing <> 'unknown'),
  check (source is not null or standing not in ('late', 'dropped') or standing_reason <> '')
);
create index commitment_of_answer on delivery.commitment (jurisdiction_id, answer_id);
call folkmoot.protect('delivery.commitment', 'select, insert, update');

create table delivery.milestone (
  jurisdiction_id id.jurisdiction not null,
  id id.milestone not null,
  commitment_id id.commitment not null,
  number integer not null check (number > 0),
  what text not null check (length(what) between 1 and 200),
  due_on date not null,
  reached_on date,
  reached_by id.account,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, commitment_id, number),
  foreign key (jurisdiction_id, commitment_id) references delivery.commitment,
  foreign key (jurisdiction_id, reached_by) references identity.account
);
call folkmoot.protect('delivery.milestone', 'select, insert, update');

create table delivery.report (
  jurisdiction_id id.jurisdiction not null,
  commitment_id id.commitment not null,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 6000),
  standing text not null check (standing in ('promised', 'late', 'kept', 'dropped')),
  reason text not null default '' check (length(reason) <= 4000),
  next_report_on date,
  by_account id.account,
  is_staff boolean not null,
  at timestamptz not null,
  source text,
  primary key (jurisdiction_id, commitment_id, number),
  foreign key (jurisdiction_id, commitment_id) references delivery.commitment,
  foreign key (jurisdiction_id, by_account) references identity.account,
  check (source is not null or by_account is not null),
  check (standing not in ('late', 'dropped') or reason <> ''),
  check (source is not null or (next_report_on is null) = (standing in ('kept', 'dropped')))
);
call folkmoot.protect('delivery.report', 'select, insert');

create table delivery.pledge (
  jurisdiction_id id.jurisdiction not null,
  id id.pledge not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  commitment_id id.commitment not null,
  pledged_by id.account,
  -- Who pledged, where a told case names an organisation.
  pledger text not null default '' check (length(pledger) <= 200),
  what text not null check (length(what) between 1 and 500),
  how_much text not null check (length(how_much) <= 200),
  by_day date,
  pledged_at timestamptz not null,
  state text not null default 'promised' check (state in ('promised', 'kept', 'not-kept')),
  settled_words text not null default '' check (length(settled_words) <= 1000),
  settled_by id.account,
  settled_at timestamptz,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, commitment_id) references delivery.commitment,
  foreign key (jurisdiction_id, pledged_by) references identity.account,
  foreign key (jurisdiction_id, settled_by) references identity.account,
  check (source is not null or (pledged_by is not null and by_day is not null)),
  check (source is not null or (state = 'promised') = (settled_at is null))
);
call folkmoot.protect('delivery.pledge', 'select, insert, update');
