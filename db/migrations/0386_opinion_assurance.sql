-- How sure it was who voted, at the time; and how sure it must be, fixed when voting opens.

alter table opinion.consultation add column least_assurance text not null default 'low'
  check (least_assurance in ('low', 'substantial'));
alter table opinion.vote add column assurance text not null default 'low'
  check (assurance in ('low', 'substantial', 'high'));

-- Once for all votes of a statement of SQL: votes that come at once are written at once.
create function opinion.check_assurance()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select
    from written w
    join opinion.statement s on s.jurisdiction_id = w.jurisdiction_id and s.id = w.statement_id
    join opinion.consultation c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.consultation_id
    where w.assurance = 'low' and c.least_assurance <> 'low'
  ) then
    raise exception 'here only who has well proven who she is votes' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_assurance after insert on opinion.vote
referencing new table as written
for each statement execute function opinion.check_assurance();

-- Nobody votes under one rule and is counted under another.
create function opinion.keep_least_assurance()
returns trigger
language plpgsql
as $$
begin
  raise exception 'how sure it must be who votes is fixed when voting opens' using errcode = 'check_violation';
end
$$;
create trigger keep_least_assurance before update on opinion.consultation
for each row when (old.least_assurance is distinct from new.least_assurance)
execute function opinion.keep_least_assurance();
