-- A seat that is replied for, sat in for or missed is a seat of a group; and who sat on it instead had said yes to that.
alter table meeting.attendance add foreign key (jurisdiction_id, seat_id) references arena.seat;
alter table meeting.reply add foreign key (jurisdiction_id, seat_id) references arena.seat;
alter table meeting.substitute add foreign key (jurisdiction_id, seat_id) references arena.seat;
alter table meeting.contact add foreign key (jurisdiction_id, seat_id) references arena.seat;

-- A substitution may have ended by the time the attendance is corrected: then she sat there all the same.
create function meeting.check_stand_in()
returns trigger
language plpgsql
as $$
begin
  if new.stand_in_id is not null and not exists (
    select from meeting.substitute s
    where s.jurisdiction_id = new.jurisdiction_id and s.seat_id = new.seat_id and s.account_id = new.stand_in_id
      and s.accepted_at is not null
  ) then
    raise exception 'nobody sits in for a seat who has not said yes' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_stand_in before insert or update on meeting.attendance
for each row execute function meeting.check_stand_in();
