-- A deadline that is moved while people vote: what it was, what it is, and why. It moves in no other way.
create table opinion.deadline_change (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  number integer not null check (number > 0),
  was timestamptz not null,
  closes_at timestamptz not null check (closes_at <> was),
  reason text not null check (length(reason) between 10 and 500),
  -- Empty when the chair moved it; else what the group decided, and when.
  decided text not null check (length(decided) <= 500),
  moved_at timestamptz not null,
  primary key (jurisdiction_id, consultation_id, number),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation,
  -- Whoever meant to vote has a day to hear of it.
  check (closes_at > was or closes_at >= moved_at + interval '24 hours')
);
call folkmoot.protect('opinion.deadline_change', 'select, insert');

create function opinion.check_deadline()
returns trigger
language plpgsql
as $$
declare
  last opinion.deadline_change;
begin
  select d.* into last from opinion.deadline_change d
  where d.jurisdiction_id = new.jurisdiction_id and d.consultation_id = new.id
  order by d.number desc limit 1;
  if old.closed_at is not null or last is null or (last.was, last.closes_at) is distinct from (old.closes_at, new.closes_at) then
    raise exception 'a deadline is moved while voting is open, and with a reason' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_deadline before update on opinion.consultation
for each row when (new.closes_at is distinct from old.closes_at) execute function opinion.check_deadline();
