-- A draft is confirmed in its days: nobody promises for a day that is over.
create function delivery.confirm_in_its_days()
returns trigger
language plpgsql
as $$
declare
  today date;
begin
  if new.source is not null then return new; end if;
  select (new.confirmed_at at time zone j.time_zone)::date into today
  from directory.jurisdiction j where j.id = new.jurisdiction_id;
  if new.next_report_on < today or exists (
    select from delivery.milestone m
    where m.jurisdiction_id = new.jurisdiction_id and m.commitment_id = new.id and m.due_on < today
  ) then
    raise exception 'a day of draft % is over', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger confirm_in_its_days before update on delivery.commitment
  for each row when (old.confirmed_at is null and new.confirmed_at is not null)
  execute function delivery.confirm_in_its_days();

-- One account pledges so many times in 24 hours, whatever it settles in between: each pledge is told to people. It settles no more than
-- it pledged. The lock makes two pledges at once count each other.
create index pledge_of_account_by_time on delivery.pledge (jurisdiction_id, pledged_by, pledged_at) where source is null;
create function delivery.bound_pledges()
returns trigger
language plpgsql
as $$
declare
  pledged integer;
begin
  if new.source is not null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.jurisdiction_id::text || new.pledged_by::text, 259));
  select count(*) into pledged from delivery.pledge g
  where g.jurisdiction_id = new.jurisdiction_id and g.pledged_by = new.pledged_by and g.source is null
    and g.pledged_at > new.pledged_at - interval '24 hours';
  if pledged >= 20 then
    raise exception 'account % has pledged often enough today', new.pledged_by using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger bound_pledges before insert on delivery.pledge
  for each row execute function delivery.bound_pledges();
