-- How often one person changes an answer, how often a politician a position. Not looked for in rows that are there already.
alter table opinion.vote add constraint vote_changed_enough check (revision <= 100) not valid;
alter table opinion.position_revision add constraint position_changed_enough check (number <= 20) not valid;

-- How many statements one person sent to a consultation, whatever came of them; what the group prepared is nobody's own.
create function opinion.written_by(consultation uuid, account uuid)
returns integer
language sql stable
as $$
  select count(*)::integer
  from (
    select s.id from opinion.statement s
    where s.jurisdiction_id = folkmoot.jurisdiction() and s.consultation_id = consultation and s.written_by = account
      and s.source is null and not s.is_seed
    union
    select w.id from opinion.waiting w
    where w.jurisdiction_id = folkmoot.jurisdiction() and w.consultation_id = consultation and w.written_by = account
  ) sent
$$;

-- After the row: a statement that was let through is the same as the one that waited. Two transactions of one person wait for each other.
create function opinion.check_written()
returns trigger
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.written_by::text || new.consultation_id::text || ' writes', 0));
  if opinion.written_by(new.consultation_id, new.written_by) > 50 then
    raise exception 'one person writes fifty statements here, not more' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_written after insert on opinion.statement
for each row when (new.source is null and not new.is_seed) execute function opinion.check_written();
create trigger check_written after insert on opinion.waiting
for each row execute function opinion.check_written();
