-- The body's own minutes of a vote, as a document that lies with us and in words for whoever cannot read it. A correction is a version of
-- its own, and each stays. They change no count: so they may come after the chair has confirmed the record, as minutes do.
create table decision.minutes (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  version integer not null check (version > 0),
  file_id id.file not null,
  text text not null check (text ~ '\S' and length(text) <= 20000),
  language text not null,
  added_by id.account not null,
  is_staff boolean not null,
  added_at timestamptz not null,
  primary key (jurisdiction_id, resolution_id, version),
  unique (jurisdiction_id, file_id),
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, file_id) references files.file,
  foreign key (jurisdiction_id, added_by) references identity.account
);
call folkmoot.protect('decision.minutes', 'select, insert');

-- Of a vote that was taken here, a PDF that belongs to what was voted on, one version after the other.
create function decision.check_minutes()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from directory.resolution r
    join files.file f on f.jurisdiction_id = r.jurisdiction_id and f.about_id = r.about_id
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id and r.source is null
      and f.id = new.file_id and f.media_type = 'application/pdf'
  ) then
    raise exception 'the minutes of vote % are no document about it', new.resolution_id using errcode = 'check_violation';
  end if;
  if new.version > 1 and not exists (
    select from decision.minutes m
    where m.jurisdiction_id = new.jurisdiction_id and m.resolution_id = new.resolution_id and m.version = new.version - 1
  ) then
    raise exception 'a version of the minutes is missing before version %', new.version using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_minutes before insert on decision.minutes for each row execute function decision.check_minutes();
