-- Moderation before: a statement waits here until a moderator has read it. It enters opinion.statement when it is let through, and
-- not earlier: what reads statements (votes, search, map, trace) cannot find one that waits.
alter table opinion.consultation
  add column moderation text not null default 'after' check (moderation in ('before', 'after'));

create table opinion.waiting (
  jurisdiction_id id.jurisdiction not null,
  -- The id it keeps as a statement.
  id id.statement not null,
  consultation_id id.consultation not null,
  text text not null check (length(text) between 10 and 200),
  plain_form text not null,
  is_seed boolean not null,
  language text not null,
  written_by id.account not null,
  written_at timestamptz not null,
  -- Lapsed: voting closed before anybody had looked.
  state text not null default 'waiting' check (state in ('waiting', 'let-through', 'refused', 'lapsed')),
  judged_at timestamptz,
  judged_by id.account,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation,
  foreign key (jurisdiction_id, written_by) references identity.account,
  foreign key (jurisdiction_id, judged_by) references identity.account,
  check ((state = 'waiting') = (judged_at is null)),
  check (state in ('waiting', 'lapsed') or judged_by is not null)
);
create unique index waiting_said_once on opinion.waiting (jurisdiction_id, consultation_id, plain_form) where state = 'waiting';
create index waiting_of_author on opinion.waiting (jurisdiction_id, consultation_id, written_by);
call folkmoot.protect('opinion.waiting', 'select, insert, update');

-- Its words stay as they were sent; what was judged is judged again only after an appeal.
create function opinion.check_waiting()
returns trigger
language plpgsql
as $$
begin
  if (new.consultation_id, new.text, new.plain_form, new.is_seed, new.language, new.written_by, new.written_at)
      is distinct from (old.consultation_id, old.text, old.plain_form, old.is_seed, old.language, old.written_by, old.written_at)
    or not (old.state = 'waiting' or (old.state = 'refused' and new.state in ('let-through', 'lapsed'))) then
    raise exception 'a statement that waits is judged, never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_waiting before update on opinion.waiting for each row execute function opinion.check_waiting();

-- Where moderation comes before, nothing is put to everybody that nobody let through.
create function opinion.check_let_through()
returns trigger
language plpgsql
as $$
begin
  if new.source is null
    and exists (
      select from opinion.consultation c
      where c.jurisdiction_id = new.jurisdiction_id and c.id = new.consultation_id and c.moderation = 'before'
    )
    and not exists (
      select from opinion.waiting w
      where w.jurisdiction_id = new.jurisdiction_id and w.id = new.id and w.state = 'let-through' and w.text = new.text
    ) then
    raise exception 'statement % was not let through', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_let_through before insert on opinion.statement for each row execute function opinion.check_let_through();

-- Refused before anybody had seen it: counted apart from what was taken out of sight.
alter table moderation.hidden add column never_shown boolean not null default false;
