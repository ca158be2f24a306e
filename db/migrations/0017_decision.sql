-- The body's answer: what was sent on the way, what was handed over, and an answer to each recommendation.

call folkmoot.open_schema('decision');

-- Half way: the direction of the draft, sent to the parent body. What comes back stands beside it.
create table decision.direction (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.check not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  body_id id.body not null,
  text text not null check (length(text) between 1 and 6000),
  sent_by id.account not null,
  sent_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, sent_by) references identity.account
);
call folkmoot.protect('decision.direction', 'select, insert');

-- Questions and limits, each politician's once and for the record.
create table decision.direction_reply (
  jurisdiction_id id.jurisdiction not null,
  direction_id id.check not null,
  person_id id.person not null,
  account_id id.account not null,
  questions text not null default '' check (length(questions) <= 4000),
  limits text not null default '' check (length(limits) <= 4000),
  at timestamptz not null,
  primary key (jurisdiction_id, direction_id, person_id),
  foreign key (jurisdiction_id, direction_id) references decision.direction,
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check (questions <> '' or limits <> '')
);
call folkmoot.protect('decision.direction_reply', 'select, insert');

-- What was handed over, frozen with its questions in words.
create table decision.package (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.package not null,
  problem_id id.problem not null,
  body_id id.body,
  -- Labels and texts as they read on that day; null only for told cases.
  snapshot jsonb,
  rule_count integer check (rule_count > 0),
  rule_unit text check (rule_unit in ('days', 'working-days', 'months')),
  -- The rule, counted once with the holidays known then.
  due_at timestamptz,
  handed_by id.account,
  handed_at timestamptz,
  -- Only the day is known of a told case; often not even that.
  handed_on date,
  -- Authors question the responsible politicians before the answer is final, and again later.
  meeting_on date,
  return_on date,
  closed_by id.account,
  closed_at timestamptz,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, handed_by) references identity.account,
  foreign key (jurisdiction_id, closed_by) references identity.account,
  check (
    source is not null
    or (body_id is not null and snapshot is not null and rule_count is not null and rule_unit is not null
      and due_at is not null and handed_by is not null and handed_at is not null)
  ),
  check (meeting_on is null or return_on is null or meeting_on <= return_on),
  check ((closed_by is null) = (closed_at is null) or source is not null)
);
call folkmoot.protect('decision.package', 'select, insert, update');

-- The recommendations in the package, in the words they were handed over in.
create table decision.item (
  jurisdiction_id id.jurisdiction not null,
  package_id id.package not null,
  recommendation_id id.recommendation not null,
  number integer not null check (number > 0),
  title text not null,
  text text not null,
  primary key (jurisdiction_id, package_id, recommendation_id),
  unique (jurisdiction_id, package_id, number),
  unique (jurisdiction_id, recommendation_id),
  foreign key (jurisdiction_id, package_id) references decision.package
);
call folkmoot.protect('decision.item', 'select, insert');

-- What the administration says about law and cost. It is staff text and answers nothing.
create table decision.staff_note (
  jurisdiction_id id.jurisdiction not null,
  package_id id.package not null,
  version integer not null check (version > 0),
  text text not null check (length(text) between 1 and 8000),
  by_account id.account not null,
  at timestamptz not null,
  primary key (jurisdiction_id, package_id, version),
  foreign key (jurisdiction_id, package_id) references decision.package,
  foreign key (jurisdiction_id, by_account) references identity.account
);
call folkmoot.protect('decision.staff_note', 'select, insert');

create table decision.answer (
  jurisdiction_id id.jurisdiction not null,
  id id.answer not null,
  package_id id.package not null,
  recommendation_id id.recommendation not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, recommendation_id),
  foreign key (jurisdiction_id, package_id, recommendation_id) references decision.item
);
call folkmoot.protect('decision.answer', 'select, insert');

-- Each version an answer ever had; the highest counts. A version is never changed.
create table decision.answer_version (
  jurisdiction_id id.jurisdiction not null,
  answer_id id.answer not null,
  version integer not null check (version > 0),
  -- 'existed' (it was so already) and 'unknown' are for told cases only.
  kind text not null check (kind in ('accept', 'accept-amended', 'refer', 'reject', 'park', 'existed', 'unknown')),
  reason text not null check (length(reason) <= 6000),
  amended_text text not null default '' check (length(amended_text) <= 8000),
  refer_to text not null default '' check (length(refer_to) <= 200),
  refer_by date,
  park_until date,
  -- The politician who signs, and the account she signed with.
  person_id id.person,
  account_id id.account,
  at timestamptz,
  -- Of a told case: the day, and what followed in the words of the source.
  on_day date,
  followed text not null default '' check (length(followed) <= 2000),
  source text,
  primary key (jurisdiction_id, answer_id, version),
  foreign key (jurisdiction_id, answer_id) references decision.answer,
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check (source is not null or (person_id is not null and account_id is not null and at is not null and reason <> '')),
  check (source is not null or kind not in ('existed', 'unknown')),
  check (source is not null or (kind = 'accept-amended') = (amended_text <> '')),
  check (source is not null or (kind = 'refer') = (refer_to <> '' and refer_by is not null)),
  check (source is not null or (kind = 'park') = (park_until is not null))
);
call folkmoot.protect('decision.answer_version', 'select, insert');

-- The answer that counts now.
create view decision.current_answer with (security_invoker = true) as
select distinct on (v.jurisdiction_id, v.answer_id) v.*, a.package_id, a.recommendation_id
from decision.answer_version v
join decision.answer a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.answer_id
order by v.jurisdiction_id, v.answer_id, v.version desc;
grant select on decision.current_answer to folkmoot_app;
