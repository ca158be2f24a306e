-- A body votes on words, not on a place where words may change: each record of a vote names the version of every answer that
-- was put to it. Who confirms, what a vote can be, and when a package closes are held here too, behind the rules.

create table decision.put_to_vote (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  answer_id id.answer not null,
  version integer not null,
  primary key (jurisdiction_id, resolution_id, answer_id),
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, answer_id, version) references decision.answer_version
);
create index put_to_vote_of_answer on decision.put_to_vote (jurisdiction_id, answer_id, version);
call folkmoot.protect('decision.put_to_vote', 'select, insert');

-- The vote that counts for a version of an answer: the latest one the chair has confirmed.
create view decision.answer_vote with (security_invoker = true) as
select distinct on (p.jurisdiction_id, p.answer_id, p.version)
  p.jurisdiction_id, p.answer_id, p.version, p.resolution_id, r.is_carried
from decision.put_to_vote p
join directory.resolution r on r.jurisdiction_id = p.jurisdiction_id and r.id = p.resolution_id
where r.confirmed_at is not null
order by p.jurisdiction_id, p.answer_id, p.version, r.decided_on desc, r.confirmed_at desc, r.id desc;
grant select on decision.answer_vote to folkmoot_app;

-- Whether somebody has a seat in a body at an instant, by the calendar of the place; as its chair, where that is asked.
create function directory.sits(place uuid, person uuid, body uuid, at timestamptz, as_chair boolean)
returns boolean
language sql
stable
as $$
  select exists (
    select from directory.membership m
    join directory.jurisdiction j on j.id = m.jurisdiction_id
    where m.jurisdiction_id = place and m.person_id = person and m.body_id = body
      and (m.is_chair or not as_chair)
      and (m.starts_on is null or m.starts_on <= (at at time zone j.time_zone)::date)
      and (m.ends_on is null or m.ends_on >= (at at time zone j.time_zone)::date)
  )
$$;

-- The record of a vote: possible numbers, and no word of it changes once it is written. Told cases say what their source says.
create function directory.check_resolution()
returns trigger
language plpgsql
as $$
declare
  cast_votes integer := new.votes_for + new.votes_against + coalesce(new.abstentions, 0);
  members integer;
begin
  if new.source is not null then return new; end if;
  if tg_op = 'UPDATE' then
    if old.confirmed_at is not null
      or to_jsonb(new) - 'confirmed_by' - 'confirmed_at' <> to_jsonb(old) - 'confirmed_by' - 'confirmed_at'
    then
      raise exception 'the record of vote % is frozen', old.id using errcode = 'check_violation';
    end if;
    if new.confirmed_by = new.drafted_by then
      raise exception 'whoever wrote the record of vote % cannot confirm it', old.id using errcode = 'check_violation';
    end if;
    if not exists (
      select from identity.account a
      where a.jurisdiction_id = new.jurisdiction_id and a.id = new.confirmed_by
        and directory.sits(new.jurisdiction_id, a.person_id, new.body_id, new.confirmed_at, true)
    ) then
      raise exception 'only the chair of the body confirms the record of vote %', old.id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.confirmed_at is not null then
    raise exception 'a record of a vote is not born confirmed' using errcode = 'check_violation';
  end if;
  if cast_votes = 0 or (new.is_carried and (new.votes_for = 0 or new.votes_for < new.votes_against)) then
    raise exception 'no vote ends like this' using errcode = 'check_violation';
  end if;
  -- A day later than in any time zone of the world lies in the future everywhere.
  if new.decided_on > (new.drafted_at at time zone 'UTC')::date + 1 then
    raise exception 'a vote in the future' using errcode = 'check_violation';
  end if;
  select count(distinct m.person_id) into members
  from directory.membership m
  where m.jurisdiction_id = new.jurisdiction_id and m.body_id = new.body_id
    and (m.starts_on is null or m.starts_on <= new.decided_on) and (m.ends_on is null or m.ends_on >= new.decided_on);
  if members > 0 and cast_votes > members then
    raise exception '% votes in a body of %', cast_votes, members using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_resolution before insert or update on directory.resolution
  for each row execute function directory.check_resolution();

-- What is put to the vote is named before the record is confirmed, and to the body that answers.
create function decision.check_put_to_vote()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from directory.resolution r
    join decision.answer a on a.jurisdiction_id = r.jurisdiction_id and a.id = new.answer_id
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id
      and r.confirmed_at is null and r.body_id = k.body_id and r.about_id in (a.id, k.id)
  ) then
    raise exception 'vote % was not on answer %', new.resolution_id, new.answer_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_put_to_vote before insert on decision.put_to_vote
  for each row execute function decision.check_put_to_vote();

-- The words of a package are those of its snapshot: nothing is slipped in after the hand-over.
create function decision.check_item()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from decision.package k
    where k.jurisdiction_id = new.jurisdiction_id and k.id = new.package_id
      and (k.source is not null or k.snapshot -> 'recommendations' @> jsonb_build_array(
        jsonb_build_object('number', new.number, 'title', new.title, 'text', new.text)))
  ) then
    raise exception 'recommendation % was not handed over in these words', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_item before insert on decision.item for each row execute function decision.check_item();

-- An answer is signed by somebody who sits in the body that day, after both meetings have a day. In a closed package only what
-- was passed on, or what the body has not carried since, still gets one. Sharing the row with whoever closes makes one of the
-- two wait and then see the other.
create function decision.check_answer()
returns trigger
language plpgsql
as $$
declare
  pack decision.package;
  current decision.answer_version;
begin
  if new.source is not null then return new; end if;
  select k.* into pack
  from decision.answer a
  join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
  where a.jurisdiction_id = new.jurisdiction_id and a.id = new.answer_id
  for share of k;
  select * into current
  from decision.answer_version v
  where v.jurisdiction_id = new.jurisdiction_id and v.answer_id = new.answer_id
  order by v.version desc
  limit 1;
  if new.version <> coalesce(current.version, 0) + 1 then
    raise exception 'versions of answer % have no gap', new.answer_id using errcode = 'check_violation';
  end if;
  if pack.meeting_on is null or pack.return_on is null then
    raise exception 'answer % before both meetings have a day', new.answer_id using errcode = 'check_violation';
  end if;
  if not directory.sits(new.jurisdiction_id, new.person_id, pack.body_id, new.at, false) then
    raise exception 'answer % by somebody outside the body', new.answer_id using errcode = 'check_violation';
  end if;
  if pack.closed_at is not null and (new.kind = 'park' or pack.source is not null or (
    current.kind is distinct from 'refer' and exists (
      select from decision.answer_vote w
      where w.jurisdiction_id = new.jurisdiction_id and w.answer_id = new.answer_id and w.version = current.version and w.is_carried
    )))
  then
    raise exception 'answer % is closed', new.answer_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_answer before insert on decision.answer_version for each row execute function decision.check_answer();

-- What was handed over stays as it is; a closed package stays closed; and it closes by the hand of the body's chair when the
-- body has carried the very version of each answer that stands. A trigger sees what was committed while the row was waited for.
create function decision.check_package()
returns trigger
language plpgsql
as $$
begin
  if old.closed_at is not null
    or to_jsonb(new) - array['meeting_on', 'return_on', 'closed_by', 'closed_at']
      <> to_jsonb(old) - array['meeting_on', 'return_on', 'closed_by', 'closed_at']
  then
    raise exception 'package % is frozen', old.id using errcode = 'check_violation';
  end if;
  if new.closed_at is null or new.source is not null then return new; end if;
  if not exists (
    select from identity.account a
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.closed_by
      and directory.sits(new.jurisdiction_id, a.person_id, new.body_id, new.closed_at, true)
  ) then
    raise exception 'only the chair of the body closes package %', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from decision.item i
    left join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
    left join decision.answer_vote w
      on w.jurisdiction_id = c.jurisdiction_id and w.answer_id = c.answer_id and w.version = c.version
    where i.jurisdiction_id = new.jurisdiction_id and i.package_id = new.id
      and (c.kind is null or c.kind in ('park', 'unknown') or w.is_carried is not true)
  ) then
    raise exception 'package % has an answer the body has not carried', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_package before update on decision.package for each row execute function decision.check_package();
