-- An idea goes on at the end of another one's way, in the same case: so no way leads back to where it began, and whoever follows one
-- comes to its end.
create function draft.check_merger_end()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from draft.idea_merger m
    where m.jurisdiction_id = new.jurisdiction_id and m.idea_id = new.into_id and m.ended_at is null
  ) then
    raise exception 'an idea goes on at the end of a way, not in the middle of it' using errcode = 'check_violation';
  end if;
  if (select i.problem_id from draft.idea i where i.jurisdiction_id = new.jurisdiction_id and i.id = new.idea_id)
    is distinct from (select i.problem_id from draft.idea i where i.jurisdiction_id = new.jurisdiction_id and i.id = new.into_id)
  then
    raise exception 'an idea goes on in its own case' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_merger_end before insert on draft.idea_merger
for each row execute function draft.check_merger_end();
