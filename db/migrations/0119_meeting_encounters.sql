-- Small informal encounters with a politician (R28), and the calendar of one person at a secret address.

create domain id.encounter as uuid;

create table meeting.encounter (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.encounter not null,
  number integer not null check (number > 0),
  -- A talk of a few, or a visit to where the problem is.
  kind text not null check (kind in ('talk', 'visit')),
  person_id id.person not null,
  problem_id id.problem,
  about text not null check (length(about) between 1 and 200),
  place text not null check (length(place) between 1 and 300),
  access text not null default '' check (length(access) <= 1000),
  led_by text not null default '' check (length(led_by) <= 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seats integer not null check (seats between 1 and 8),
  offered_by id.account not null,
  offered_at timestamptz not null,
  changed_at timestamptz not null,
  sequence integer not null default 0 check (sequence >= 0),
  cancelled_at timestamptz,
  cancel_reason text not null default '' check (length(cancel_reason) <= 1000),
  -- What she heard, in three lines.
  heard text not null default '' check (length(heard) <= 600),
  heard_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, number),
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, offered_by) references identity.account,
  check (ends_at > starts_at),
  check (kind = 'talk' or led_by <> ''),
  check ((cancelled_at is null) = (cancel_reason = '')),
  check ((heard_at is null) = (heard = ''))
);
call folkmoot.protect('meeting.encounter', 'select, insert, update');

-- Who comes. Never public: it tells whom somebody wants to talk to.
create table meeting.booking (
  jurisdiction_id id.jurisdiction not null,
  encounter_id id.encounter not null,
  account_id id.account not null,
  state text not null check (state in ('booked', 'waiting', 'cancelled')),
  asked_at timestamptz not null,
  primary key (jurisdiction_id, encounter_id, account_id),
  foreign key (jurisdiction_id, encounter_id) references meeting.encounter,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('meeting.booking', 'select, insert, update');

-- The last place is given once, whatever a command believes.
create function meeting.no_more_than_seats() returns trigger language plpgsql as $$
begin
  if new.state = 'booked' and (
    select count(*) from meeting.booking b
    where b.jurisdiction_id = new.jurisdiction_id and b.encounter_id = new.encounter_id and b.state = 'booked'
  ) > (
    select e.seats from meeting.encounter e where e.jurisdiction_id = new.jurisdiction_id and e.id = new.encounter_id
  ) then
    raise exception 'more bookings than seats';
  end if;
  return null;
end $$;
create constraint trigger no_more_than_seats after insert or update on meeting.booking
  for each row execute function meeting.no_more_than_seats();

-- The secret address of a person's own calendar: only its hash, so that nobody who reads the database can open it.
create table meeting.feed (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  token_hash bytea not null check (length(token_hash) = 32),
  made_at timestamptz not null,
  primary key (jurisdiction_id, account_id),
  unique (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('meeting.feed', 'select, insert, update, delete');
