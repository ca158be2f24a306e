-- Questions with a name and a clock, and what politicians learned.

call folkmoot.open_schema('inquiry');

create table inquiry.question (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.question not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  -- The politician who is asked; null when the administration is.
  to_person id.person,
  question text not null check (length(question) between 1 and 300),
  background text not null default '' check (length(background) <= 2000),
  language text not null,
  asked_by id.account,
  asked_at timestamptz not null,
  -- The day in a told case; null where it is unknown.
  told_day date,
  -- The round that runs or ran last.
  round integer not null default 1 check (round > 0),
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, to_person) references directory.person,
  foreign key (jurisdiction_id, asked_by) references identity.account,
  check (source is not null or asked_by is not null)
);
create index question_to on inquiry.question (jurisdiction_id, to_person);
create index question_by on inquiry.question (jurisdiction_id, asked_by);
call folkmoot.protect('inquiry.question', 'select, insert, update');

-- Asked, answered, judged by the asker. "No" opens the next round with a deadline of its own.
create table inquiry.round (
  jurisdiction_id id.jurisdiction not null,
  question_id id.question not null,
  round integer not null check (round > 0),
  starts_at timestamptz not null,
  -- Frozen when the round starts; null only in a told case.
  due_at timestamptz,
  reply text check (length(reply) between 1 and 8000),
  replied_by id.account,
  -- The politician who replied herself; null when the administration did.
  replied_by_person id.person,
  is_staff boolean not null default false,
  replied_at timestamptz,
  told_day date,
  -- Does this answer the question? Only the asker says.
  is_answer boolean,
  judgement text not null default '' check (length(judgement) <= 1000),
  judged_at timestamptz,
  primary key (jurisdiction_id, question_id, round),
  foreign key (jurisdiction_id, question_id) references inquiry.question,
  foreign key (jurisdiction_id, replied_by) references identity.account,
  foreign key (jurisdiction_id, replied_by_person) references directory.person,
  check ((reply is null) = (replied_at is null)),
  check (is_answer is null or reply is not null),
  check ((is_answer is null) = (judged_at is null)),
  check (is_answer is not false or judgement <> ''),
  check (not (is_staff and replied_by_person is not null))
);
call folkmoot.protect('inquiry.round', 'select, insert, update');

-- A learning note: what I heard, what I changed, and why.
create table inquiry.note (
  jurisdiction_id id.jurisdiction not null,
  id id.note not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  person_id id.person not null,
  account_id id.account,
  heard text not null check (length(heard) between 1 and 2000),
  changed text not null check (length(changed) between 1 and 2000),
  why text not null check (length(why) <= 2000),
  language text not null,
  written_at timestamptz not null,
  told_day date,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check (source is not null or (account_id is not null and why <> ''))
);
create index note_of_person on inquiry.note (jurisdiction_id, person_id);
call folkmoot.protect('inquiry.note', 'select, insert');
