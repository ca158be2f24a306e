-- What the worker erases when its time is over: see docs/personal-data.md.
grant delete on notices.forgotten to folkmoot_app;
grant delete on opinion.waiting to folkmoot_app;
grant delete on draft.live_day to folkmoot_app;
grant delete on meeting.booking to folkmoot_app;

-- A statement that waits, or one of a consultation that is open, is in nobody's way and somebody's work.
create function opinion.check_waiting_over()
returns trigger
language plpgsql
as $$
begin
  if old.state = 'waiting' or exists (
    select from opinion.consultation c
    where c.jurisdiction_id = old.jurisdiction_id and c.id = old.consultation_id and c.closed_at is null
  ) then
    raise exception 'statement % is still needed', old.id using errcode = 'check_violation';
  end if;
  return old;
end
$$;
create trigger check_waiting_over before delete on opinion.waiting
for each row execute function opinion.check_waiting_over();

-- A talk that lies ahead keeps who comes to it.
create function meeting.check_booking_over()
returns trigger
language plpgsql
as $$
begin
  if old.state = 'booked' then
    raise exception 'a place in a talk is given back, not erased' using errcode = 'check_violation';
  end if;
  return old;
end
$$;
create trigger check_booking_over before delete on meeting.booking
for each row execute function meeting.check_booking_over();
