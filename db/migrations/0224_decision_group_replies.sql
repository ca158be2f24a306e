-- Half way the party groups of the parent body say their word too, each once, by one of its own; and the group that asked answers
-- what was asked of it.
alter table decision.direction_reply
  -- The party she speaks for; null: for herself.
  add column party_id id.body,
  add foreign key (jurisdiction_id, party_id) references directory.body,
  add constraint direction_reply_one_a_group unique (jurisdiction_id, direction_id, party_id);

create function decision.check_direction_reply()
returns trigger
language plpgsql
as $$
declare
  asked uuid;
begin
  select d.body_id into asked from decision.direction d where d.jurisdiction_id = new.jurisdiction_id and d.id = new.direction_id;
  if not directory.sits(new.jurisdiction_id, new.person_id, asked, new.at, false) then
    raise exception 'a reply by somebody outside the body' using errcode = 'check_violation';
  end if;
  if new.party_id is not null and not exists (
    select from directory.membership m
    join directory.jurisdiction j on j.id = m.jurisdiction_id
    where m.jurisdiction_id = new.jurisdiction_id and m.person_id = new.person_id and m.body_id = asked and m.party_id = new.party_id
      and (m.starts_on is null or m.starts_on <= (new.at at time zone j.time_zone)::date)
      and (m.ends_on is null or m.ends_on >= (new.at at time zone j.time_zone)::date)
  ) then
    raise exception 'a reply for a group by somebody of another' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_direction_reply before insert on decision.direction_reply
  for each row execute function decision.check_direction_reply();

create table decision.reply_answer (
  jurisdiction_id id.jurisdiction not null,
  direction_id id.check not null,
  -- Whose questions are answered.
  person_id id.person not null,
  text text not null check (length(text) between 1 and 4000),
  answered_by id.account not null,
  at timestamptz not null,
  primary key (jurisdiction_id, direction_id, person_id),
  foreign key (jurisdiction_id, direction_id, person_id) references decision.direction_reply,
  foreign key (jurisdiction_id, answered_by) references identity.account
);
call folkmoot.protect('decision.reply_answer', 'select, insert');
