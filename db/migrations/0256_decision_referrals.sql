-- What needs another body is handed over to it: one act where it is passed on, one where it is answered, joined by a job where they lie
-- in two places. No row reaches into the other place: what crosses is copied words, and an id both know.

create domain id.referral as uuid;

-- What this place passed on, one for each version of an answer that names a body.
create table decision.referral_out (
  jurisdiction_id id.jurisdiction not null,
  id id.referral not null,
  answer_id id.answer not null,
  version integer not null,
  to_id id.jurisdiction not null references directory.jurisdiction,
  to_body id.body not null,
  to_name text not null check (length(to_name) between 1 and 200),
  -- 'named' until the body has voted for it; 'sent' until it got there; 'withdrawn' when the answer that named it stands no more.
  state text not null default 'named'
    check (state in ('named', 'sent', 'waits', 'accept', 'accept-amended', 'reject', 'withdrawn')),
  sent_at timestamptz,
  their_number integer check (their_number > 0),
  reason text not null default '' check (length(reason) <= 6000),
  amended_text text not null default '' check (length(amended_text) <= 8000),
  answered_by_name text not null default '' check (length(answered_by_name) <= 200),
  answered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, answer_id, version),
  foreign key (jurisdiction_id, answer_id, version) references decision.answer_version,
  check ((state in ('sent', 'waits', 'accept', 'accept-amended', 'reject')) <= (sent_at is not null)),
  check ((state = 'waits') <= (their_number is not null)),
  check ((state in ('accept', 'accept-amended', 'reject')) = (answered_at is not null and reason <> '' and answered_by_name <> '')),
  check ((state = 'accept-amended') = (amended_text <> ''))
);
call folkmoot.protect('decision.referral_out', 'select, insert, update');

create function decision.check_referral_out()
returns trigger
language plpgsql
as $$
declare
  given record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'named' then
      raise exception 'referral % is named before it is sent', new.id using errcode = 'check_violation';
    end if;
    select v.kind, k.body_id into given
    from decision.answer_version v
    join decision.answer a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.answer_id
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    where v.jurisdiction_id = new.jurisdiction_id and v.answer_id = new.answer_id and v.version = new.version;
    if given.kind is distinct from 'refer' then
      raise exception 'the answer of referral % passes nothing on', new.id using errcode = 'check_violation';
    end if;
    if given.body_id = new.to_body then
      raise exception 'referral % goes to the body that passes it on', new.id using errcode = 'check_violation';
    end if;
    if new.to_id = new.jurisdiction_id and not exists (
      select from directory.body b where b.jurisdiction_id = new.jurisdiction_id and b.id = new.to_body
    ) then
      raise exception 'referral % goes to no body of this place', new.id using errcode = 'foreign_key_violation';
    end if;
    return new;
  end if;
  if old.state in ('accept', 'accept-amended', 'reject', 'withdrawn') then
    raise exception 'referral % is over', old.id using errcode = 'check_violation';
  end if;
  if new.state = 'named' and old.state <> 'named' or new.state = 'sent' and old.state not in ('named', 'sent')
    or old.state = 'named' and new.state not in ('named', 'sent', 'withdrawn') then
    raise exception 'referral % does not go from % to %', old.id, old.state, new.state using errcode = 'check_violation';
  end if;
  if to_jsonb(new) - array['state', 'sent_at', 'their_number', 'reason', 'amended_text', 'answered_by_name', 'answered_at']
    <> to_jsonb(old) - array['state', 'sent_at', 'their_number', 'reason', 'amended_text', 'answered_by_name', 'answered_at'] then
    raise exception 'what was passed on in referral % stays as it was', old.id using errcode = 'check_violation';
  end if;
  if old.state = 'named' and new.state = 'sent' and not exists (
    select from decision.answer_vote w
    where w.jurisdiction_id = new.jurisdiction_id and w.answer_id = new.answer_id and w.version = new.version and w.is_carried
  ) then
    raise exception 'the body has not voted for referral %', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_referral_out before insert or update on decision.referral_out
  for each row execute function decision.check_referral_out();

-- What was passed on to a body of this place, by another body of it or by another place: public words, as they stood when they came.
create table decision.referral_in (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.referral not null,
  number integer not null check (number > 0),
  from_id id.jurisdiction not null references directory.jurisdiction,
  from_slug text not null,
  from_number integer not null check (from_number > 0),
  from_body_name text not null check (length(from_body_name) between 1 and 200),
  body_id id.body not null,
  question text not null,
  title text not null,
  text text not null check (text <> ''),
  why text not null check (length(why) between 1 and 6000),
  language text not null,
  asked_by_name text not null check (length(asked_by_name) between 1 and 200),
  arrived_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waits' check (state in ('waits', 'accept', 'accept-amended', 'reject', 'withdrawn')),
  reason text not null default '' check (length(reason) <= 6000),
  amended_text text not null default '' check (length(amended_text) <= 8000),
  answered_by id.person,
  answered_at timestamptz,
  -- Its words are hidden where they came from.
  hidden_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, number),
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, answered_by) references directory.person,
  check ((state in ('accept', 'accept-amended', 'reject'))
    = (answered_at is not null and answered_by is not null and reason <> '')),
  check ((state = 'accept-amended') = (amended_text <> ''))
);
create index referral_in_waits on decision.referral_in (jurisdiction_id, due_at) where state = 'waits';
call folkmoot.protect('decision.referral_in', 'select, insert, update');

create function decision.check_referral_in()
returns trigger
language plpgsql
as $$
begin
  if old.state <> 'waits' and to_jsonb(new) - 'hidden_at'::text <> to_jsonb(old) - 'hidden_at'::text then
    raise exception 'referral % is answered', old.id using errcode = 'check_violation';
  end if;
  if to_jsonb(new) - array['state', 'reason', 'amended_text', 'answered_by', 'answered_at', 'hidden_at']
    <> to_jsonb(old) - array['state', 'reason', 'amended_text', 'answered_by', 'answered_at', 'hidden_at'] then
    raise exception 'what came with referral % stays as it was', old.id using errcode = 'check_violation';
  end if;
  if old.answered_by is null and new.answered_by is not null and not exists (
    select from directory.membership m
    join directory.jurisdiction j on j.id = m.jurisdiction_id
    where m.jurisdiction_id = new.jurisdiction_id and m.body_id = new.body_id and m.person_id = new.answered_by
      and (m.starts_on is null or m.starts_on <= (new.answered_at at time zone j.time_zone)::date)
      and (m.ends_on is null or m.ends_on >= (new.answered_at at time zone j.time_zone)::date)
  ) then
    raise exception 'referral % is answered by somebody who does not sit in the body', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_referral_in before update on decision.referral_in
  for each row execute function decision.check_referral_in();

-- Who was reminded of its day, each once.
create table decision.referral_reminder (
  jurisdiction_id id.jurisdiction not null,
  referral_id id.referral not null,
  step text not null check (step in ('those', 'chair')),
  told_at timestamptz not null,
  primary key (jurisdiction_id, referral_id, step),
  foreign key (jurisdiction_id, referral_id) references decision.referral_in
);
call folkmoot.protect('decision.referral_reminder', 'select, insert');

select pgboss.create_queue('referrals.carry', '{"policy": "standard", "retryLimit": 20, "retryBackoff": true}');
update pgboss.queue set deletion_seconds = 3600 where name = 'referrals.carry';
