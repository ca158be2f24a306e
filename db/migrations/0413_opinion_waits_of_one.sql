-- Of one person ten statements wait at most: one who floods the queue waits, and nobody else. Under the lock of whoever writes.
create or replace function opinion.check_written()
returns trigger
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.written_by::text || new.consultation_id::text || ' writes', 0));
  if opinion.written_by(new.consultation_id, new.written_by) > 50 then
    raise exception 'one person writes fifty statements here, not more' using errcode = 'check_violation';
  end if;
  if tg_table_name = 'waiting' and (
    select count(*) from opinion.waiting w
    where w.jurisdiction_id = new.jurisdiction_id and w.consultation_id = new.consultation_id
      and w.written_by = new.written_by and w.state = 'waiting'
  ) > 10 then
    raise exception 'of one person ten statements wait, not more' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
