-- What a note came from: a meeting she was at, a question she was asked, or a talk. Null in notes from before and in told ones.
alter table inquiry.note
  add column from_kind text check (from_kind in ('meeting', 'question', 'talk')),
  add column meeting_id id.meeting,
  add column question_id id.question,
  add column talk text not null default '' check (length(talk) <= 200),
  add foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  add foreign key (jurisdiction_id, question_id) references inquiry.question,
  add check ((meeting_id is not null) = (from_kind is not distinct from 'meeting')),
  add check ((question_id is not null) = (from_kind is not distinct from 'question')),
  add check ((talk <> '') = (from_kind is not distinct from 'talk'));

-- Where a politician stands in a case, and every time she came to stand elsewhere (R27).
create domain id.position as uuid;

create table inquiry.position (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.position not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  person_id id.person not null,
  subject text not null check (length(subject) between 1 and 200),
  language text not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, person_id) references directory.person
);
create index position_of_person on inquiry.position (jurisdiction_id, person_id);
call folkmoot.protect('inquiry.position', 'select, insert');

-- Where she stood from when, and why. Nothing is overwritten: one reads how a view changed.
create table inquiry.standing (
  jurisdiction_id id.jurisdiction not null,
  position_id id.position not null,
  number integer not null check (number > 0),
  stance text not null check (stance in ('for', 'against', 'open')),
  reason text not null check (length(reason) between 1 and 1000),
  language text not null,
  account_id id.account not null,
  taken_at timestamptz not null,
  primary key (jurisdiction_id, position_id, number),
  foreign key (jurisdiction_id, position_id) references inquiry.position,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('inquiry.standing', 'select, insert');
