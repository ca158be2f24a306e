-- The series laid out from a template, what the group wants changed in it, and the ground rules it agreed.

create domain id.wish as uuid;
create domain id.ground_rules as uuid;

-- What a meeting of the series is for: finding out, then making something of it. Null where it was called by itself.
alter table meeting.meeting add column phase text check (phase in ('explore', 'shape'));

-- A member's wish to move, drop or add a meeting, and what became of it.
create table meeting.wish (
  jurisdiction_id id.jurisdiction not null,
  id id.wish not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('move', 'drop', 'add')),
  -- Which meeting; null for one to be added.
  meeting_id id.meeting,
  starts_at timestamptz,
  ends_at timestamptz,
  words text not null check (length(words) between 1 and 1000),
  wished_by id.account not null,
  wished_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'granted', 'declined')),
  answer text not null default '' check (length(answer) <= 1000),
  answered_by id.account,
  answered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  foreign key (jurisdiction_id, wished_by) references identity.account,
  foreign key (jurisdiction_id, answered_by) references identity.account,
  check ((kind = 'add') = (meeting_id is null)),
  check ((kind = 'drop') = (starts_at is null) and (kind = 'drop') = (ends_at is null)),
  check (ends_at > starts_at),
  check ((state = 'open') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  check (state <> 'declined' or answer <> '')
);
call folkmoot.protect('meeting.wish', 'select, insert, update');

-- Versions of the ground rules: put to the group, then agreed in a meeting by more than half of its seats.
create table meeting.ground_rules (
  jurisdiction_id id.jurisdiction not null,
  id id.ground_rules not null,
  problem_id id.problem not null,
  version integer not null check (version > 0),
  words text not null check (length(words) between 1 and 4000),
  proposed_by id.account not null,
  proposed_at timestamptz not null,
  is_staff boolean not null,
  -- In which meeting, by how many of how many seats, and who wrote it down.
  agreed_in id.meeting,
  agreed integer,
  seats integer,
  recorded_by id.account,
  agreed_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, version),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, agreed_in) references meeting.meeting,
  foreign key (jurisdiction_id, proposed_by) references identity.account,
  foreign key (jurisdiction_id, recorded_by) references identity.account,
  check (agreed * 2 > seats and agreed <= seats),
  check ((agreed_at is null) = (agreed is null) and (agreed_at is null) = (seats is null)
    and (agreed_at is null) = (agreed_in is null) and (agreed_at is null) = (recorded_by is null))
);
call folkmoot.protect('meeting.ground_rules', 'select, insert, update');
