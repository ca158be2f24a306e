-- Whether a crowd changed is looked at where something happened since, and everywhere once a day: what people tell of themselves
-- stands in no record.
create table arena.crowd_look (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  looked_at timestamptz not null,
  -- When every case was looked at last.
  everywhere_at timestamptz not null,
  primary key (jurisdiction_id),
  check (everywhere_at <= looked_at)
);
call folkmoot.protect('arena.crowd_look', 'select, insert, update');
