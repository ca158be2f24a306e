-- One of staff writes down forty applications in a day, over all cases: by telephone and at the desk nobody manages more. Two
-- transactions of one person wait for each other.
create index staff_records_by_whom on arena.staff_record (jurisdiction_id, recorded_by, recorded_at);

create function arena.check_written_down()
returns trigger
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.recorded_by::text || ' writes down', 0));
  if (
    select count(*) from arena.staff_record r
    where r.jurisdiction_id = new.jurisdiction_id and r.recorded_by = new.recorded_by
      and r.recorded_at > new.recorded_at - interval '24 hours' and r.recorded_at <= new.recorded_at
  ) > 40 then
    raise exception 'one person writes down forty applications in a day, not more' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_written_down after insert on arena.staff_record
for each row execute function arena.check_written_down();
