-- Who voted how on answers, where the body votes by name: all of it or none of it, the rule holds the names to the counts. And where
-- the body's own minutes of it stand.
create table decision.named_vote (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  person_id id.person not null,
  choice text not null check (choice in ('for', 'against', 'abstains')),
  primary key (jurisdiction_id, resolution_id, person_id),
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, person_id) references directory.person
);
call folkmoot.protect('decision.named_vote', 'select, insert');

create table decision.vote_minutes (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  address text not null check (address ~ '^https?://[^\s]+$' and length(address) <= 500),
  primary key (jurisdiction_id, resolution_id),
  foreign key (jurisdiction_id, resolution_id) references directory.resolution
);
call folkmoot.protect('decision.vote_minutes', 'select, insert');

-- What the chair has confirmed is not written on afterwards; and nobody voted who did not sit there that day.
create function decision.check_vote_details()
returns trigger
language plpgsql
as $$
declare
  vote directory.resolution;
begin
  select r.* into vote
  from directory.resolution r
  where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id
  for share;
  if vote.confirmed_at is not null then
    raise exception 'the record of vote % is confirmed', new.resolution_id using errcode = 'check_violation';
  end if;
  if tg_table_name = 'named_vote' and not exists (
    select from directory.membership m
    where m.jurisdiction_id = vote.jurisdiction_id and m.body_id = vote.body_id
      and m.person_id = (to_jsonb(new) ->> 'person_id')::uuid
      and (m.starts_on is null or m.starts_on <= vote.decided_on) and (m.ends_on is null or m.ends_on >= vote.decided_on)
  ) then
    raise exception 'a vote of somebody who did not sit in the body' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_named_vote before insert on decision.named_vote for each row execute function decision.check_vote_details();
create trigger check_vote_minutes before insert on decision.vote_minutes for each row execute function decision.check_vote_details();
