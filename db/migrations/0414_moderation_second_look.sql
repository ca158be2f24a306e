-- What breaks which rule, in the words of who reports; and whether it is an appeal, to be answered in time and by somebody else.
alter table moderation.report
  add column rule text check (rule in ('personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam')),
  add column is_appeal boolean not null default false,
  add column due_at timestamptz,
  add column batch integer;
update moderation.report r
set is_appeal = true
where r.settled_at is null
  and exists (select from moderation.hidden h where h.jurisdiction_id = r.jurisdiction_id and h.about_id = r.about_id);
create index report_of_person on moderation.report (jurisdiction_id, reported_by, reported_at);

-- Hidden for now: until a second one removes it for good or it is shown again.
alter table moderation.hidden
  add column is_provisional boolean not null default false,
  add column batch integer;

-- What one moderator judged in one go: for an hour it can be undone as a whole.
create table moderation.batch (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  number integer not null check (number > 0),
  act text not null check (act in ('hide', 'keep')),
  things integer not null check (things > 0),
  made_by id.account not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  undone_by id.account,
  primary key (jurisdiction_id, number),
  check ((undone_at is null) = (undone_by is null)),
  check (undone_at < made_at + interval '1 hour')
);
call folkmoot.protect('moderation.batch', 'select, insert, update');
alter table moderation.report add foreign key (jurisdiction_id, batch) references moderation.batch;
alter table moderation.hidden add foreign key (jurisdiction_id, batch) references moderation.batch;

-- One person reports twenty things in a day, so that nobody buries the queue. Two transactions of one person wait for each other.
create function moderation.check_reported()
returns trigger
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.reported_by::text || ' reports', 0));
  if (
    select count(*) from moderation.report r
    where r.jurisdiction_id = new.jurisdiction_id and r.reported_by = new.reported_by
      and r.reported_at > new.reported_at - interval '24 hours' and r.reported_at <= new.reported_at
  ) > 20 then
    raise exception 'one person reports twenty things in a day, not more' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_reported after insert on moderation.report
for each row when (new.reported_by is not null) execute function moderation.check_reported();

-- Of a batch that is undone, what was refused waits again.
create or replace function opinion.check_waiting()
returns trigger
language plpgsql
as $$
begin
  if (new.consultation_id, new.text, new.plain_form, new.language, new.written_by, new.written_at)
      is distinct from (old.consultation_id, old.text, old.plain_form, old.language, old.written_by, old.written_at)
    or not (
      old.state = 'waiting'
      or (old.state = 'refused' and new.state in ('let-through', 'lapsed'))
      or (old.state = 'refused' and new.state = 'waiting' and old.judged_at > clock_timestamp() - interval '2 hours')
    ) then
    raise exception 'a statement that waits is judged, never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
