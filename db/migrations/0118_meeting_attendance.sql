-- Who says she will come, who comes in her place, and what became of those who were missed. No reason of absence has a place here.

create table meeting.reply (
  jurisdiction_id id.jurisdiction not null,
  meeting_id id.meeting not null,
  seat_id id.seat not null,
  answer text not null check (answer in ('coming', 'not-coming', 'substitute')),
  said_by id.account not null,
  said_at timestamptz not null,
  primary key (jurisdiction_id, meeting_id, seat_id),
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  foreign key (jurisdiction_id, said_by) references identity.account
);
call folkmoot.protect('meeting.reply', 'select, insert, update');

-- Each seat may have one substitute, who has said yes herself.
create table meeting.substitute (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  seat_id id.seat not null,
  number integer not null check (number > 0),
  account_id id.account not null,
  named_by id.account not null,
  named_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (jurisdiction_id, problem_id, seat_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, named_by) references identity.account
);
create unique index one_substitute_a_seat on meeting.substitute (jurisdiction_id, problem_id, seat_id) where ended_at is null;
create unique index one_seat_a_substitute on meeting.substitute (jurisdiction_id, problem_id, account_id) where ended_at is null;
call folkmoot.protect('meeting.substitute', 'select, insert, update');

-- Who sat on the seat instead; null: the one whose seat it is.
alter table meeting.attendance add column stand_in_name text check (length(stand_in_name) between 1 and 200);
alter table meeting.attendance add column stand_in_id id.account;
alter table meeting.attendance add check ((stand_in_name is null) = (stand_in_id is null) and (stand_in_id is null or is_present));

-- A word with somebody who was missed, and what came of it. For those who run the meetings alone.
create table meeting.contact (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  seat_id id.seat not null,
  number integer not null check (number > 0),
  wrote_by id.account not null,
  wrote_at timestamptz not null,
  outcome text check (outcome in ('comes-back', 'needs-child-care', 'needs-transport', 'needs-pay', 'needs-other', 'leaves')),
  outcome_by id.account,
  outcome_at timestamptz,
  primary key (jurisdiction_id, problem_id, seat_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, wrote_by) references identity.account,
  foreign key (jurisdiction_id, outcome_by) references identity.account,
  check ((outcome is null) = (outcome_at is null) and (outcome is null) = (outcome_by is null))
);
call folkmoot.protect('meeting.contact', 'select, insert, update');
