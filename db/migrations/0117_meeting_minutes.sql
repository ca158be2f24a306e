-- Every wording of the minutes is kept; they are approved at a later meeting; what was agreed to do is a task with an owner.

create domain id.action as uuid;

alter table meeting.item add column minutes_version integer not null default 0 check (minutes_version >= 0);

create table meeting.minutes_version (
  jurisdiction_id id.jurisdiction not null,
  item_id id.item not null,
  version integer not null check (version > 0),
  minutes text not null check (length(minutes) <= 8000),
  decision text not null check (length(decision) <= 2000),
  written_by id.account,
  is_staff boolean not null,
  written_at timestamptz not null,
  -- Why it was corrected after the group had approved it.
  reason text not null default '' check (length(reason) <= 1000),
  primary key (jurisdiction_id, item_id, version),
  foreign key (jurisdiction_id, item_id) references meeting.item,
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('meeting.minutes_version', 'select, insert');

insert into meeting.minutes_version (jurisdiction_id, item_id, version, minutes, decision, written_by, is_staff, written_at)
select jurisdiction_id, id, 1, minutes, decision, minutes_by, minutes_by_staff, minutes_at
from meeting.item
where minutes_at is not null;
update meeting.item set minutes_version = 1 where minutes_at is not null;

-- The group approves the minutes of a meeting in a later one.
create table meeting.approval (
  jurisdiction_id id.jurisdiction not null,
  meeting_id id.meeting not null,
  approved_in id.meeting not null,
  recorded_by id.account not null,
  approved_at timestamptz not null,
  primary key (jurisdiction_id, meeting_id),
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  foreign key (jurisdiction_id, approved_in) references meeting.meeting,
  foreign key (jurisdiction_id, recorded_by) references identity.account,
  check (approved_in <> meeting_id)
);
call folkmoot.protect('meeting.approval', 'select, insert');

create table meeting.action (
  jurisdiction_id id.jurisdiction not null,
  id id.action not null,
  problem_id id.problem not null,
  -- Counted per case.
  number integer not null check (number > 0),
  meeting_id id.meeting not null,
  item_id id.item not null,
  what text not null check (length(what) between 1 and 500),
  owner_id id.account not null,
  owner_name text not null check (length(owner_name) between 1 and 200),
  is_staff_owner boolean not null,
  due_on date not null,
  due_at timestamptz not null,
  written_by id.account not null,
  written_at timestamptz not null,
  done_at timestamptz,
  done_by id.account,
  done_words text not null default '' check (length(done_words) <= 1000),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  foreign key (jurisdiction_id, item_id) references meeting.item,
  foreign key (jurisdiction_id, owner_id) references identity.account,
  foreign key (jurisdiction_id, written_by) references identity.account,
  foreign key (jurisdiction_id, done_by) references identity.account,
  check ((done_at is null) = (done_by is null))
);
create index action_of_owner on meeting.action (jurisdiction_id, owner_id) where done_at is null;
call folkmoot.protect('meeting.action', 'select, insert, update');
