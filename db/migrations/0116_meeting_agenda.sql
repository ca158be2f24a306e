-- The agenda has an order, can be mended until it is used; papers go out to all at one instant.

create domain id.material as uuid;

alter table meeting.item add column position integer check (position > 0);
update meeting.item set position = number;
alter table meeting.item alter column position set not null;
-- Two items change places in one statement.
alter table meeting.item add constraint one_place_on_the_agenda unique (jurisdiction_id, meeting_id, position) deferrable initially immediate;
alter table meeting.item add column taken_off_at timestamptz;
alter table meeting.item add check (taken_off_at is null or minutes_at is null);
-- When the meeting came to it; of the last one opened, it runs now.
alter table meeting.item add column opened_at timestamptz;

-- When the papers are to go out, and when they did: to everybody, in the same instant (R16).
alter table meeting.meeting add column papers_due_at timestamptz;
alter table meeting.meeting add column papers_at timestamptz;

create table meeting.material (
  jurisdiction_id id.jurisdiction not null,
  id id.material not null,
  meeting_id id.meeting not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  -- A link or a file, never both. The file's bytes lie in the store; its public row is made when the papers go out.
  link text not null default '' check (link = '' or link ~ '^https://'),
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text check (length(file_name) between 1 and 200),
  media_type text check (media_type in ('application/pdf', 'text/plain; charset=utf-8', 'text/plain')),
  bytes integer check (bytes > 0),
  added_by id.account not null,
  is_staff boolean not null,
  added_at timestamptz not null,
  -- Null: only those who prepare the meeting, and who added it, see it.
  published_at timestamptz,
  -- It came after the others had gone out.
  is_late boolean not null default false,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, meeting_id, number),
  foreign key (jurisdiction_id, meeting_id) references meeting.meeting,
  foreign key (jurisdiction_id, added_by) references identity.account,
  check ((link = '') = (file_hash is not null)),
  check ((file_hash is null) = (file_name is null) and (file_hash is null) = (media_type is null) and (file_hash is null) = (bytes is null))
);
call folkmoot.protect('meeting.material', 'select, insert, update');
