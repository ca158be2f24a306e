-- Whoever has stepped back, or has lost her seat, says neither yes nor no at the gate; and a vote is on a text that was
-- there on its day, by a body somebody sat in.

-- Whether somebody stood behind a problem at an instant: she had taken it up, and held a seat by the calendar of the place.
create function problem.leads(place uuid, problem uuid, person uuid, at timestamptz)
returns boolean
language sql
stable
as $$
  select exists (
    select from problem.sponsorship s
    where s.jurisdiction_id = place and s.problem_id = problem and s.person_id = person
      and s.at <= leads.at and (s.ended_at is null or s.ended_at > leads.at)
  ) and exists (
    select from directory.membership m
    join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
    join directory.jurisdiction j on j.id = m.jurisdiction_id
    where m.jurisdiction_id = place and m.person_id = person
      and (m.starts_on is null or m.starts_on <= (leads.at at time zone j.time_zone)::date)
      and (m.ends_on is null or m.ends_on >= (leads.at at time zone j.time_zone)::date)
  )
$$;

create or replace function mandate.check_adopted()
returns trigger
language plpgsql
as $$
begin
  if new.source is not null or old.state <> 'draft' then return new; end if;
  if new.state = 'draft' then
    if new.pending_resolution_id is not null
      and to_jsonb(new) - 'pending_resolution_id' <> to_jsonb(old) - 'pending_resolution_id'
    then
      raise exception 'a change of mandate % takes the waiting vote away', old.id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.resolution_id is distinct from old.pending_resolution_id
    or to_jsonb(new) - array['state', 'pending_resolution_id', 'resolution_id', 'adopted_at']
      <> to_jsonb(old) - array['state', 'pending_resolution_id', 'resolution_id', 'adopted_at']
    or not exists (
    select from directory.resolution r
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id
      and r.about_id = new.id and r.confirmed_at is not null and r.is_carried
  ) then
    raise exception 'mandate % was not adopted by a vote on this text', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from directory.resolution r
    join directory.jurisdiction j on j.id = r.jurisdiction_id
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id and r.decided_on < (greatest(
      new.begun_at,
      (select max(s.saved_at) from mandate.save s where s.jurisdiction_id = new.jurisdiction_id and s.mandate_id = new.id)
    ) at time zone j.time_zone)::date
  ) then
    raise exception 'the vote on mandate % is older than its text', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from mandate.mandate before
    join directory.resolution was on was.jurisdiction_id = before.jurisdiction_id and was.id = before.resolution_id
    join directory.resolution now on now.jurisdiction_id = new.jurisdiction_id and now.id = new.resolution_id
    where before.jurisdiction_id = new.jurisdiction_id and before.problem_id = new.problem_id
      and before.version = new.version - 1 and was.body_id <> now.body_id
  ) then
    raise exception 'mandate % is changed only by the body that adopted it', new.id using errcode = 'check_violation';
  end if;
  if (
    select count(distinct g.question) <> 5 or not bool_and(g.is_yes)
    from mandate.gate_answer g
    where g.jurisdiction_id = new.jurisdiction_id and g.mandate_id = new.id
      and problem.leads(g.jurisdiction_id, new.problem_id, g.person_id, new.adopted_at)
  ) then
    raise exception 'mandate % has not passed the gate', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create or replace function directory.check_resolution()
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
  if members = 0 and exists (
    select from directory.membership m where m.jurisdiction_id = new.jurisdiction_id and m.body_id = new.body_id
  ) then
    raise exception 'nobody sat in the body on that day' using errcode = 'check_violation';
  end if;
  if members > 0 and cast_votes > members then
    raise exception '% votes in a body of %', cast_votes, members using errcode = 'check_violation';
  end if;
  return new;
end
$$;
