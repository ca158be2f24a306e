-- Documents beside pictures; a file of a version goes when the whole is hidden; and files that wait for their form.

alter table files.file
  -- What the thing it belongs to is part of, as a framing is of its problem: hidden, it takes the file with it.
  add column within_id uuid,
  add constraint only_known_types check (media_type in ('image/webp', 'application/pdf', 'text/plain; charset=utf-8'));

-- What was sent with a form that came back: kept for a day for the one who sent it, so that she need not look for it again.
create table files.waiting (
  jurisdiction_id id.jurisdiction not null,
  id id.file not null,
  account_id id.account not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('image/webp', 'application/pdf', 'text/plain; charset=utf-8')),
  bytes integer not null check (bytes > 0),
  at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index waiting_since on files.waiting (jurisdiction_id, at);
call folkmoot.protect('files.waiting', 'select, insert, delete');
