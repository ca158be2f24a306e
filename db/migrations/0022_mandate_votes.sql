-- A mandate comes into force by a vote on exactly this text, carried and confirmed, of the body that adopted the version before,
-- with five answers at the gate and no "no" among them. A change of the text takes a waiting record away.
create function mandate.check_adopted()
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
  ) then
    raise exception 'mandate % has not passed the gate', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_adopted before update on mandate.mandate for each row execute function mandate.check_adopted();
