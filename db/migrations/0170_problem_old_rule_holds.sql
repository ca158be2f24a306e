-- What holds for a problem was told to everybody when it was raised: no act makes its window longer, or counts it by another rule.
create function problem.keep_agenda()
returns trigger
language plpgsql
as $$
declare
  free constant text[] := array['lapsed_at', 'settled_at', 'closed_at', 'signature_key'];
begin
  if to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception 'problem % keeps the rule it was raised under', old.problem_id using errcode = 'check_violation';
  end if;
  if (old.lapsed_at is not null and new.lapsed_at is distinct from old.lapsed_at)
    or (old.settled_at is not null and new.settled_at is distinct from old.settled_at)
    or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
  then
    raise exception 'what ended for problem % has ended', old.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_agenda before update on problem.agenda for each row execute function problem.keep_agenda();

-- A support counts for the problem it was given to, and for whoever gave it; it is only taken back, counted, or loses its hash.
create function problem.keep_support()
returns trigger
language plpgsql
as $$
begin
  if (new.id, new.problem_id, new.channel, new.account_id) is distinct from (old.id, old.problem_id, old.channel, old.account_id)
    or (new.signature is not null and new.signature is distinct from old.signature)
  then
    raise exception 'support % is moved to nobody else', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_support before update on problem.support for each row
  when (
    (new.id, new.problem_id, new.channel, new.account_id, new.signature)
      is distinct from (old.id, old.problem_id, old.channel, old.account_id, old.signature)
  )
  execute function problem.keep_support();

-- Where a problem went on, why, by whom and when stays as it was told; it is taken back once.
create function problem.keep_merger()
returns trigger
language plpgsql
as $$
begin
  if to_jsonb(new) - 'undone_at' - 'is_counted' <> to_jsonb(old) - 'undone_at' - 'is_counted'
    or (old.undone_at is not null and new.undone_at is distinct from old.undone_at)
  then
    raise exception 'the merger of problem % is not rewritten', old.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_merger before update on problem.merger for each row execute function problem.keep_merger();
