-- Open events anyone comes to, and batches of what people said on paper or by telephone: who collected, how many, how many entered.

create domain id.gathering as uuid;

create table meeting.gathering (
  jurisdiction_id id.jurisdiction not null,
  id id.gathering not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 100),
  about text not null check (length(about) between 1 and 2000),
  place text not null check (length(place) between 1 and 300),
  access text not null default '' check (length(access) <= 1000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  announced_by id.account not null,
  announced_at timestamptz not null,
  changed_at timestamptz not null,
  sequence integer not null default 0 check (sequence >= 0),
  cancelled_at timestamptz,
  cancel_reason text not null default '' check (length(cancel_reason) <= 1000),
  -- Its result: how many came, and what was said, as those who ran it wrote it down.
  headcount integer check (headcount >= 0),
  result text not null default '' check (length(result) <= 4000),
  result_by id.account,
  result_is_staff boolean not null default false,
  result_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, announced_by) references identity.account,
  foreign key (jurisdiction_id, result_by) references identity.account,
  check (ends_at > starts_at),
  check ((cancelled_at is null) = (cancel_reason = '')),
  check ((result_at is null) = (headcount is null) and (result_at is null) = (result_by is null)),
  check (result_at is null or result <> ''),
  check (result_at is null or cancelled_at is null)
);
call folkmoot.protect('meeting.gathering', 'select, insert, update');

-- A heap of sheets or a day of calls: what share of it was entered, so that nobody has to believe it was all.
create table meeting.batch (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  gathering_id id.gathering,
  channel text not null check (channel in ('paper', 'phone', 'desk', 'event')),
  collected_by text not null check (length(collected_by) between 1 and 200),
  collected_on date not null,
  sheets integer not null check (sheets > 0),
  entered integer not null check (entered > 0 and entered <= sheets),
  -- How those entered were chosen; '' where all were.
  sample text not null default '' check (length(sample) <= 500),
  entered_by id.account not null,
  entered_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, gathering_id) references meeting.gathering,
  foreign key (jurisdiction_id, entered_by) references identity.account,
  check ((entered = sheets) = (sample = '')),
  check ((channel = 'event') = (gathering_id is not null))
);
call folkmoot.protect('meeting.batch', 'select, insert');
