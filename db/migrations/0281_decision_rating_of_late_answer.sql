-- What is answered after the close has its own thirty days to be rated (0268): the result of it cannot be written down before they end.
create or replace function decision.refuse_rating_result()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'the result of a rating stays as it was' using errcode = 'check_violation';
  end if;
  if not exists (
    select from decision.answer a
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    join decision.answer_version v
      on v.jurisdiction_id = a.jurisdiction_id and v.answer_id = a.id and v.version = new.version
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.answer_id and k.source is null
      and greatest(k.closed_at, v.at) < new.kept_at - interval '29 days'
  ) then
    raise exception 'the rating of answer % is open', new.answer_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
