-- What is answered after all answers were closed, because it had been passed on or came up again at the return, is rated too: for a
-- month from the day those words were signed. What was published of other words stays as it was.
create or replace function decision.check_rating()
returns trigger
language plpgsql
as $$
declare
  closed timestamptz;
  told text;
begin
  select case when k.closed_at is not null then greatest(k.closed_at, v.at) end, k.source into closed, told
  from decision.answer a
  join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
  left join decision.answer_version v
    on v.jurisdiction_id = a.jurisdiction_id and v.answer_id = a.id and v.version = new.version
  where a.jurisdiction_id = new.jurisdiction_id and a.id = new.answer_id
  for share of k;
  -- A day more than the rule has, for the zone of the place.
  if told is not null or closed < clock_timestamp() - interval '32 days' then
    raise exception 'the rating of answer % is closed', new.answer_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
