-- How often one person reopens is bounded by the rule, counted under the lock of her account. Held here too: the same promise once in
-- ninety days, and three of all in thirty. Hours and not days: they are the same length in every time zone.
create function delivery.check_reopened_lately()
returns trigger
language plpgsql
as $$
declare
  lately record;
begin
  -- Two that she sends at once are counted one after the other: the lock the application takes, too.
  perform pg_advisory_xact_lock(hashtextextended(new.by_account::text, 0));
  select coalesce(bool_or(o.commitment_id = new.commitment_id and o.at > new.at - interval '2160 hours'), false) as same_one,
    count(*) filter (where o.at > new.at - interval '720 hours') as in_month
  into lately
  from delivery.reopening o
  where o.jurisdiction_id = new.jurisdiction_id and o.by_account = new.by_account and o.at > new.at - interval '2160 hours';
  if lately.same_one then
    raise exception 'the same person reopened this promise within ninety days' using errcode = 'check_violation';
  end if;
  if lately.in_month >= 3 then
    raise exception 'the same person reopened three promises within thirty days' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_reopened_lately before insert on delivery.reopening
  for each row execute function delivery.check_reopened_lately();
