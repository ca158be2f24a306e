-- The series of meetings of a case: called, held, minuted; or cancelled with a reason.

call folkmoot.open_schema('meeting');

create table meeting.meeting (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.meeting not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 160),
  -- The day there. A told case may know the day and not the hours, or neither.
  day date,
  starts_at timestamptz,
  ends_at timestamptz,
  -- Null: unknown.
  place text check (length(place) between 1 and 300),
  -- Step-free, hearing loop, online: how one gets in.
  access text not null default '' check (length(access) <= 1000),
  documents text not null default '' check (length(documents) <= 4000),
  is_open boolean,
  -- The legal ground for closing it.
  closed_ground text not null default '' check (length(closed_ground) <= 1000),
  state text not null default 'called' check (state in ('called', 'cancelled')),
  cancel_reason text not null default '' check (length(cancel_reason) <= 1000),
  -- Counts changes, for calendars (RFC 5545, SEQUENCE).
  sequence integer not null default 0 check (sequence >= 0),
  called_by id.account,
  called_at timestamptz not null,
  changed_at timestamptz not null,
  attendance_at timestamptz,
  -- Where a told case was read; null for what happens here.
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, called_by) references identity.account,
  check (ends_at > starts_at),
  check ((starts_at is null) = (ends_at is null)),
  check (starts_at is null or day is not null),
  check (is_open is not false or closed_ground <> '' or source is not null),
  check (state <> 'cancelled' or cancel_reason <> '' or source is not null),
  check (source is not null or (called_by is not null and starts_at is not null and place is not null and is_open is not null))
);
create index meeting_by_day on meeting.meeting (jurisdiction_id, day);
call folkmoot.protect('meeting.meeting', 'select, insert, update');

create table meeting.item (
  jurisdiction_id id.jurisdiction not null,
  id id.item not null,
  meeting_id id.meeting not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  -- How long it may take.
  planned_minutes integer check (planned_minutes between 1 and 720),
  owner text not null default '' check (length(owner) <= 120),
  added_by id.account,
  -- What was said, as the chair or staff wrote it down.
  minutes text not null default '' check (length(minutes) <= 8000),
  -- What the group decided here; empty when nothing was.
  decision text not null default '' check (length(decision) <= 2000),
  minutes_by id.account,
  minutes_by_staff boolean not null default false,
  minutes_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, meeting_id, number),
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  foreign key (jurisdiction_id, added_by) references identity.account,
  foreign key (jurisdiction_id, minutes_by) references identity.account
);
call folkmoot.protect('meeting.item', 'select, insert, update');

-- Who held a seat when the meeting was held, and whether that person came.
create table meeting.attendance (
  jurisdiction_id id.jurisdiction not null,
  meeting_id id.meeting not null,
  seat_id id.seat not null,
  account_id id.account,
  person_id id.person,
  name text not null check (length(name) <= 200),
  is_present boolean not null,
  primary key (jurisdiction_id, meeting_id, seat_id),
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting
);
create index attendance_of_person on meeting.attendance (jurisdiction_id, person_id) where person_id is not null;
call folkmoot.protect('meeting.attendance', 'select, insert, update');
