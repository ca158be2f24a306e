-- Who came to the group after a meeting was not missed at it: an attendance is of a seat that somebody held while the meeting ran.
-- Corrected after a seat had changed hands, it used to count the new member as absent.
delete from meeting.attendance a
using meeting.meeting m, arena.seat s
where m.jurisdiction_id = a.jurisdiction_id and m.id = a.meeting_id
  and s.jurisdiction_id = a.jurisdiction_id and s.id = a.seat_id
  and not a.is_present and s.appointed_at >= coalesce(m.ends_at, m.starts_at);

create function meeting.check_attendance()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from meeting.meeting m
    join arena.seat s on s.jurisdiction_id = m.jurisdiction_id and s.id = new.seat_id
    where m.jurisdiction_id = new.jurisdiction_id and m.id = new.meeting_id and s.appointed_at >= coalesce(m.ends_at, m.starts_at)
  ) then
    raise exception 'nobody is counted at a meeting that was over before she sat' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_attendance before insert on meeting.attendance
for each row execute function meeting.check_attendance();
