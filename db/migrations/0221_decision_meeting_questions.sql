-- What the group and those it worked with put to the politicians: before the joint response meeting, and again before the return.
create domain id.meeting_question as uuid;

create table decision.meeting_question (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.meeting_question not null,
  package_id id.package not null,
  number integer not null check (number > 0),
  round text not null check (round in ('response', 'return')),
  -- Null: about all of them.
  recommendation_id id.recommendation,
  text text not null check (length(text) between 1 and 1000),
  language text not null,
  asked_by id.account not null,
  asked_at timestamptz not null,
  -- A politician of the body, herself, once, at the meeting or after it.
  reply text check (length(reply) between 1 and 4000),
  replied_by id.account,
  person_id id.person,
  replied_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, package_id, number),
  foreign key (jurisdiction_id, package_id) references decision.package,
  foreign key (jurisdiction_id, package_id, recommendation_id) references decision.item,
  foreign key (jurisdiction_id, asked_by) references identity.account,
  foreign key (jurisdiction_id, replied_by) references identity.account,
  foreign key (jurisdiction_id, person_id) references directory.person,
  check (num_nulls(reply, replied_by, person_id, replied_at) in (0, 4)),
  check (replied_by <> asked_by)
);
create index meeting_question_waiting on decision.meeting_question (jurisdiction_id, package_id) where reply is null;
call folkmoot.protect('decision.meeting_question', 'select, insert, update');

create function decision.check_meeting_question()
returns trigger
language plpgsql
as $$
declare
  pack decision.package;
  meeting date;
begin
  select k.* into pack from decision.package k where k.jurisdiction_id = new.jurisdiction_id and k.id = new.package_id for share;
  if tg_op = 'INSERT' then
    if pack.source is not null or pack.meeting_on is null or pack.return_on is null then
      raise exception 'question % to a meeting that has no day', new.number using errcode = 'check_violation';
    end if;
    if new.reply is not null then
      raise exception 'question % is not born answered', new.number using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.reply is not null
    or to_jsonb(new) - array['reply', 'replied_by', 'person_id', 'replied_at']
      <> to_jsonb(old) - array['reply', 'replied_by', 'person_id', 'replied_at']
  then
    raise exception 'question % stays as it is', old.number using errcode = 'check_violation';
  end if;
  meeting := case new.round when 'response' then pack.meeting_on else pack.return_on end;
  if meeting > (select (new.replied_at at time zone j.time_zone)::date from directory.jurisdiction j where j.id = new.jurisdiction_id) then
    raise exception 'question % before its meeting', new.number using errcode = 'check_violation';
  end if;
  if not directory.sits(new.jurisdiction_id, new.person_id, pack.body_id, new.replied_at, false) then
    raise exception 'question % by somebody outside the body', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_meeting_question before insert or update on decision.meeting_question
  for each row execute function decision.check_meeting_question();
