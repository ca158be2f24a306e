-- The account that was prepared is the account that is signed: its words never change, and a signature is put once, by somebody who
-- sits that day in the body that answered.

create function outcome.check_value_account()
returns trigger
language plpgsql
as $$
begin
  if old.signed_at is not null
    or to_jsonb(new) - array['signed_person', 'signed_by', 'signed_at']
      <> to_jsonb(old) - array['signed_person', 'signed_by', 'signed_at']
  then
    raise exception 'the account of value % is as it was written', old.id using errcode = 'check_violation';
  end if;
  if new.signed_at is not null and not exists (
    select from decision.package k
    where k.jurisdiction_id = new.jurisdiction_id and k.problem_id = new.problem_id
      and directory.sits(new.jurisdiction_id, new.signed_person, k.body_id, new.signed_at, false)
  ) then
    raise exception 'only the body that answered signs the account of value %', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_value_account before update on outcome.value_account
  for each row execute function outcome.check_value_account();
