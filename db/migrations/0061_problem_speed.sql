-- A place with twenty thousand problems: what is read on every page is written down where it is found at once.

-- How far a problem has come that collects supports, in the row lists read: else whoever wants the most supported thirty
-- looks at all that collect. Null where nothing is collected, nobody supports it yet, or the first threshold is reached.
alter table problem.listing
  add column collected integer check (collected > 0),
  add column goal integer check (goal > collected),
  add column collects_until timestamptz,
  add constraint collected_whole check ((collected is null) = (goal is null) and (collected is not null or collects_until is null));
create index listing_collected on problem.listing (jurisdiction_id, collected desc, problem_id) where collected is not null;

create or replace procedure problem.list_anew(j uuid, p uuid)
language plpgsql
as $$
declare
  one problem.problem;
  rule problem.agenda;
  answer_due timestamptz;
  is_merged boolean;
  is_held boolean;
  is_led boolean;
  now_state text;
  ends timestamptz;
  now_collected integer;
  now_goal integer;
  now_until timestamptz;
begin
  select * into one from problem.problem where jurisdiction_id = j and id = p;
  select * into rule from problem.agenda where jurisdiction_id = j and problem_id = p;
  is_merged := exists (
    select from problem.merger m where m.jurisdiction_id = j and m.problem_id = p and m.undone_at is null
  );
  is_held := exists (select from problem.held h where h.jurisdiction_id = j and h.problem_id = p);
  is_led := exists (
    select from problem.sponsorship s where s.jurisdiction_id = j and s.problem_id = p and s.ended_at is null
  );
  answer_due := (
    select min(o.due_at) from problem.answer_owed o
    where o.jurisdiction_id = j and o.problem_id = p and o.answered_at is null
  );
  now_state := case
    when one.source is not null then 'told'
    when is_merged then 'merged'
    when is_held then 'mandate'
    when is_led then 'taken-up'
    when answer_due is not null then 'waiting'
    when rule.lapsed_at is not null then 'lapsed'
    when exists (
      select from problem.body_answer b
      where b.jurisdiction_id = j and b.problem_id = p and b.confirmed_at is not null and b.outcome = 'refused'
    ) then 'refused'
    when rule.settled_at is not null then 'settled'
    when rule.problem_id is not null then 'collecting'
    else 'open'
  end;
  ends := case now_state when 'collecting' then rule.closes_at when 'waiting' then answer_due end;
  if rule.lapsed_at is null and rule.settled_at is null then
    select t.total, g.threshold, rule.closes_at into now_collected, now_goal, now_until
    from problem.support_tally t
    join problem.agenda_rung g on g.jurisdiction_id = t.jurisdiction_id and g.version = rule.rule_version and g.number = 1
    where t.jurisdiction_id = j and t.problem_id = p and t.total > 0 and t.total < g.threshold;
  end if;
  insert into problem.listing (jurisdiction_id, problem_id, state, raised_at, ends_at, is_led, collected, goal, collects_until)
  values (
    j, p, now_state, one.raised_at, ends, not is_merged and (is_led or one.source is not null), now_collected, now_goal, now_until
  )
  on conflict (jurisdiction_id, problem_id) do update
  set state = excluded.state, ends_at = excluded.ends_at, is_led = excluded.is_led, collected = excluded.collected,
    goal = excluded.goal, collects_until = excluded.collects_until
  where (listing.state, listing.ends_at, listing.is_led, listing.collected, listing.goal, listing.collects_until)
    is distinct from
    (excluded.state, excluded.ends_at, excluded.is_led, excluded.collected, excluded.goal, excluded.collects_until);
end
$$;

-- Only the job that counts writes a tally, a problem at a time: no support waits for this row.
create trigger list_changed after insert or update on problem.support_tally
  for each row execute function problem.list_changed();

do $$
declare
  one record;
begin
  for one in select jurisdiction_id, problem_id from problem.support_tally loop
    call problem.list_anew(one.jurisdiction_id, one.problem_id);
  end loop;
end
$$;

-- The key in the order in which problems are looked through: which ones have a word, the newest first, and whether one of
-- them has another word, is answered by the index alone.
alter table problem.stem
  drop constraint stem_pkey,
  add primary key (jurisdiction_id, stem, problem_id, framing_id) include (weight);

-- How many were raised since a day is counted on the form of raising and on the body's list.
create index problem_raised_here on problem.problem (jurisdiction_id, raised_at) where source is null;
