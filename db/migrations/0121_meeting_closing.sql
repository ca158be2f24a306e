-- A closed meeting states its ground from the place's own list, who closed it and when; its decisions are public unless closed too.

create table meeting.legal_ground (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  number integer not null check (number > 0),
  words text not null check (length(words) between 1 and 300),
  listed_by id.account not null,
  listed_at timestamptz not null,
  ended_at timestamptz,
  primary key (jurisdiction_id, number),
  foreign key (jurisdiction_id, listed_by) references identity.account
);
call folkmoot.protect('meeting.legal_ground', 'select, insert, update');

alter table meeting.meeting
  -- Why the ground applies here.
  add column closed_words text not null default '' check (length(closed_words) <= 1000),
  add column closed_by id.account,
  add column closed_at timestamptz,
  add column decisions_closed boolean not null default false;
update meeting.meeting set closed_by = called_by, closed_at = called_at where is_open = false and source is null;
alter table meeting.meeting
  add foreign key (jurisdiction_id, closed_by) references identity.account,
  add check (source is not null or (is_open is false) = (closed_at is not null)),
  add check ((closed_at is null) = (closed_by is null)),
  add check (not decisions_closed or is_open is false);
