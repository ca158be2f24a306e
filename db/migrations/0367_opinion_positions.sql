-- Where a politician stands on a statement, in public and by name. It is no vote: hers is as secret as everybody's.
create domain id.statement_position as uuid;

create table opinion.statement_position (
  jurisdiction_id id.jurisdiction not null,
  id id.statement_position not null,
  statement_id id.statement not null,
  person_id id.person not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, statement_id, person_id),
  foreign key (jurisdiction_id, statement_id) references opinion.statement,
  foreign key (jurisdiction_id, person_id) references directory.person
);
create index statement_position_of_person on opinion.statement_position (jurisdiction_id, person_id);
call folkmoot.protect('opinion.statement_position', 'select, insert');

-- What she said, and every time she came to say something else. Nothing is overwritten: one reads how a view changed.
create table opinion.position_revision (
  jurisdiction_id id.jurisdiction not null,
  position_id id.statement_position not null,
  number integer not null check (number > 0),
  choice text not null check (choice in ('agree', 'disagree', 'pass')),
  -- Empty: she gave none.
  reason text not null check (length(reason) <= 300),
  language text not null,
  account_id id.account not null,
  taken_at timestamptz not null,
  -- Said when the consultation was over: she had seen what people think.
  is_after_close boolean not null,
  primary key (jurisdiction_id, position_id, number),
  foreign key (jurisdiction_id, position_id) references opinion.statement_position,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('opinion.position_revision', 'select, insert');

-- She herself, on something people vote on here, one after the other, and marked when it is too late to be called hers before the result.
create function opinion.check_position_revision()
returns trigger
language plpgsql
as $$
declare
  whose id.person;
  last opinion.position_revision;
  taken_out boolean;
  c opinion.consultation;
begin
  select p.person_id, s.is_taken_out into whose, taken_out
  from opinion.statement_position p
  join opinion.statement s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.statement_id
  where p.jurisdiction_id = new.jurisdiction_id and p.id = new.position_id;
  if not exists (
    select from identity.account a
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.account_id and a.person_id = whose
  ) then
    raise exception 'nobody takes a position for another' using errcode = 'check_violation';
  end if;

  select k.* into c
  from opinion.statement_position p
  join opinion.statement s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.statement_id
  join opinion.consultation k on k.jurisdiction_id = s.jurisdiction_id and k.id = s.consultation_id
  where p.jurisdiction_id = new.jurisdiction_id and p.id = new.position_id;
  if taken_out or c.source is not null or c.is_hearing or new.taken_at < c.opened_at then
    raise exception 'nobody takes a position here' using errcode = 'check_violation';
  end if;
  if new.is_after_close <> (c.closed_at is not null or new.taken_at >= c.closes_at) then
    raise exception 'a position is marked when it is taken after the close, and not before' using errcode = 'check_violation';
  end if;

  select r.* into last from opinion.position_revision r
  where r.jurisdiction_id = new.jurisdiction_id and r.position_id = new.position_id
  order by r.number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or (last.choice = new.choice and last.reason = new.reason) then
    raise exception 'a position follows the last one, and says something else' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_position_revision before insert on opinion.position_revision
for each row execute function opinion.check_position_revision();

-- How the members of the group voted, counted once, when the consultation closes. Never while people vote: of a dozen, each
-- new count would tell one vote. Never again: who has left since would be told by the difference.
create table opinion.member_tally (
  jurisdiction_id id.jurisdiction not null,
  statement_id id.statement not null,
  agree integer not null check (agree >= 0),
  disagree integer not null check (disagree >= 0),
  pass integer not null check (pass >= 0),
  primary key (jurisdiction_id, statement_id),
  foreign key (jurisdiction_id, statement_id) references opinion.statement
);
call folkmoot.protect('opinion.member_tally', 'select, insert');

create function opinion.check_member_tally()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from opinion.statement s
    join opinion.consultation c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.consultation_id
    where s.jurisdiction_id = new.jurisdiction_id and s.id = new.statement_id and c.closed_at is null
  ) then
    raise exception 'members are counted when the consultation has closed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_member_tally before insert on opinion.member_tally
for each row execute function opinion.check_member_tally();
