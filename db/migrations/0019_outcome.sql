-- What came of it: what was intended, what was measured, and the account of public value.

call folkmoot.open_schema('outcome');

create table outcome.indicator (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.indicator not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  name text not null check (length(name) between 1 and 200),
  unit text not null check (length(unit) between 1 and 60),
  -- Null means unknown, and is shown as that.
  baseline_value numeric,
  baseline_on date,
  baseline_source text not null default '' check (length(baseline_source) <= 500),
  target_value numeric,
  target_by date,
  written_by id.account,
  written_at timestamptz not null,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, written_by) references identity.account,
  check (source is not null or written_by is not null),
  check (source is not null or (baseline_value is null) = (baseline_on is null)),
  check (source is not null or baseline_value is null or baseline_source <> ''),
  check (source is not null or (target_value is not null and target_by is not null))
);
call folkmoot.protect('outcome.indicator', 'select, insert');

create table outcome.measurement (
  jurisdiction_id id.jurisdiction not null,
  id id.measurement not null,
  indicator_id id.indicator not null,
  number integer not null check (number > 0),
  value numeric not null,
  measured_on date not null,
  source text not null check (length(source) between 1 and 500),
  by_account id.account,
  at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, indicator_id, number),
  unique (jurisdiction_id, indicator_id, measured_on, source),
  foreign key (jurisdiction_id, indicator_id) references outcome.indicator,
  foreign key (jurisdiction_id, by_account) references identity.account
);
call folkmoot.protect('outcome.measurement', 'select, insert');

-- Each version stays. Staff prepare; it is the body's account once a politician of it has signed.
create table outcome.value_account (
  jurisdiction_id id.jurisdiction not null,
  id id.account_of_value not null,
  problem_id id.problem not null,
  version integer not null check (version > 0),
  intended_for text not null check (length(intended_for) <= 4000),
  what_came text not null check (length(what_came) <= 6000),
  side_effects text not null check (length(side_effects) <= 4000),
  fairness text not null check (length(fairness) <= 4000),
  authority_used text not null check (length(authority_used) <= 4000),
  -- In the smallest unit of the currency; null means unknown.
  cost_minor bigint check (cost_minor >= 0),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  cost_words text not null default '' check (length(cost_words) <= 1000),
  prepared_by id.account,
  is_staff_text boolean not null,
  prepared_at timestamptz not null,
  signed_person id.person,
  signed_by id.account,
  signed_at timestamptz,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, version),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, prepared_by) references identity.account,
  foreign key (jurisdiction_id, signed_person) references directory.person,
  foreign key (jurisdiction_id, signed_by) references identity.account,
  check ((cost_minor is null) = (cost_currency is null)),
  check (source is not null or prepared_by is not null),
  check ((signed_by is null) = (signed_at is null) and (signed_by is null) = (signed_person is null))
);
call folkmoot.protect('outcome.value_account', 'select, insert, update');
