-- Where the body votes by name, the names are the vote: a record whose names say something else than its counts is never confirmed. No
-- names are no vote by name. Held here too, because names are written after the counts, by another statement.
create function decision.names_add_up()
returns trigger
language plpgsql
as $$
declare
  named record;
begin
  select count(*) as everybody, count(*) filter (where v.choice = 'for') as votes_for,
    count(*) filter (where v.choice = 'against') as votes_against, count(*) filter (where v.choice = 'abstains') as abstentions
  into named
  from decision.named_vote v
  where v.jurisdiction_id = new.jurisdiction_id and v.resolution_id = new.id;
  if named.everybody > 0 and (named.votes_for, named.votes_against, named.abstentions)
    is distinct from (new.votes_for, new.votes_against, new.abstentions)
  then
    raise exception 'the names of vote % do not add up to its counts', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger names_add_up before update of confirmed_at on directory.resolution
  for each row when (old.confirmed_at is null and new.confirmed_at is not null) execute function decision.names_add_up();
