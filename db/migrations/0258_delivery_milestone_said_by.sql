-- Who says that a milestone is reached is shown beside it, and nobody says so of a promise that is over. Of those that were reached
-- before this rule, the owner is known where it was her account; of others nothing is claimed.
alter table delivery.milestone add column reached_as text check (reached_as in ('owner', 'chair', 'staff'));
alter table delivery.milestone add check (reached_as is null or reached_by is not null);

alter table delivery.milestone disable trigger user;
update delivery.milestone m
set reached_as = 'owner'
from delivery.commitment c, identity.account a
where c.jurisdiction_id = m.jurisdiction_id and c.id = m.commitment_id and a.jurisdiction_id = m.jurisdiction_id
  and a.id = m.reached_by and a.person_id = c.owner_id;
alter table delivery.milestone enable trigger user;

create or replace function delivery.keep_milestone()
returns trigger
language plpgsql
as $$
declare
  promised delivery.commitment;
  sayer uuid;
begin
  if old.reached_on is not null or to_jsonb(new) - array['reached_on', 'reached_by', 'reached_as']
    <> to_jsonb(old) - array['reached_on', 'reached_by', 'reached_as']
  then
    raise exception 'a milestone is as it was promised' using errcode = 'check_violation';
  end if;
  select * into promised from delivery.commitment c
  where c.jurisdiction_id = new.jurisdiction_id and c.id = new.commitment_id;
  if promised.standing in ('kept', 'dropped') then
    raise exception 'commitment % is over: its milestones stay as they are', promised.number using errcode = 'check_violation';
  end if;
  if new.reached_by is null or new.reached_as is null then
    raise exception 'a milestone is reached by somebody, who says in what part' using errcode = 'check_violation';
  end if;
  select a.person_id into sayer from identity.account a
  where a.jurisdiction_id = new.jurisdiction_id and a.id = new.reached_by;
  if new.reached_as = 'owner' and sayer is distinct from promised.owner_id
    or new.reached_as <> 'staff' and sayer is null
  then
    raise exception 'a milestone is not said to be reached in another part' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
