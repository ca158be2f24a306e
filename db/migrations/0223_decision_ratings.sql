-- How those who worked on a recommendation rate its answer: was it reasoned, does it answer what was asked. One rating a person,
-- hers to change until it closes. It is nobody else's business: no time is kept, and nothing is told but of ten and more.
create table decision.rating (
  jurisdiction_id id.jurisdiction not null,
  answer_id id.answer not null,
  account_id id.account not null,
  -- The words she rated: those of an answer that was changed are rated anew.
  version integer not null,
  was_reasoned smallint not null check (was_reasoned between 1 and 5),
  did_answer smallint not null check (did_answer between 1 and 5),
  primary key (jurisdiction_id, answer_id, account_id),
  foreign key (jurisdiction_id, answer_id, version) references decision.answer_version,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('decision.rating', 'select, insert, update');

-- What is published is published once: after the close no rating comes and none changes.
create function decision.check_rating()
returns trigger
language plpgsql
as $$
declare
  closed timestamptz;
  told text;
begin
  select k.closed_at, k.source into closed, told
  from decision.answer a
  join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
  where a.jurisdiction_id = new.jurisdiction_id and a.id = new.answer_id
  for share of k;
  -- A day more than the rule has, for the zone of the place.
  if told is not null or closed < clock_timestamp() - interval '32 days' then
    raise exception 'the rating of answer % is closed', new.answer_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_rating before insert or update on decision.rating for each row execute function decision.check_rating();
