-- Where a problem stands is told once for one reader and once for all lists; both now say the same of the same rows.
-- An open debt goes before who leads it and keeps its day; a window that is over without a lapse is over on lists too.

alter table problem.agenda
  -- Set once, by the worker: the window has ended, and nothing lapsed by it.
  add column closed_at timestamptz,
  add check (closed_at is null or (closes_at is not null and closed_at > closes_at));
create index agenda_to_close on problem.agenda (jurisdiction_id, closes_at)
  where closed_at is null and lapsed_at is null and settled_at is null;

alter table problem.listing
  drop constraint listing_state_check,
  add constraint listing_state_check check (state in (
    'told', 'open', 'collecting', 'closed', 'waiting', 'taken-up', 'mandate', 'refused', 'lapsed', 'settled', 'merged'
  ));
drop index problem.listing_unclaimed;
create index listing_unclaimed on problem.listing (jurisdiction_id, raised_at, problem_id)
  where state in ('open', 'collecting', 'closed', 'waiting') and not is_led;

-- What decides where a problem stands, without the rows it comes from. `wayNow` in stages/problem/answers/way-rules.ts says
-- the same to who reads one problem; a test gives both the same.
create type problem.way as (
  is_told boolean,
  is_owed boolean,
  is_merged boolean,
  is_held boolean,
  is_led boolean,
  has_rule boolean,
  is_lapsed boolean,
  is_settled boolean,
  is_closed boolean,
  -- Of the body's last answer in force; null where it has given none.
  outcome text
);

create function problem.list_state(way problem.way)
returns text
language sql
immutable
as $$
  select case
    when way.is_told then 'told'
    when way.is_owed then 'waiting'
    when way.is_merged then 'merged'
    when way.is_held then 'mandate'
    when way.is_led then 'taken-up'
    when not way.has_rule then 'open'
    when way.is_lapsed then 'lapsed'
    when way.is_settled and way.outcome = 'refused' then 'refused'
    when way.is_settled then 'settled'
    when way.is_closed then 'closed'
    else 'collecting'
  end
$$;
revoke all on function problem.list_state(problem.way) from public;
grant execute on function problem.list_state(problem.way) to folkmoot_app;

create or replace procedure problem.list_anew(j uuid, p uuid)
language plpgsql
as $$
declare
  one problem.problem;
  rule problem.agenda;
  answer_due timestamptz;
  way problem.way;
  now_state text;
  ends timestamptz;
  now_collected integer;
  now_goal integer;
  now_until timestamptz;
begin
  select * into one from problem.problem where jurisdiction_id = j and id = p;
  select * into rule from problem.agenda where jurisdiction_id = j and problem_id = p;
  answer_due := (
    select min(o.due_at) from problem.answer_owed o
    where o.jurisdiction_id = j and o.problem_id = p and o.answered_at is null
  );
  way.is_told := one.source is not null;
  way.is_owed := answer_due is not null;
  way.is_merged := exists (
    select from problem.merger m where m.jurisdiction_id = j and m.problem_id = p and m.undone_at is null
  );
  way.is_held := exists (select from problem.held h where h.jurisdiction_id = j and h.problem_id = p);
  way.is_led := exists (
    select from problem.sponsorship s where s.jurisdiction_id = j and s.problem_id = p and s.ended_at is null
  );
  way.has_rule := rule.problem_id is not null;
  way.is_lapsed := rule.lapsed_at is not null;
  way.is_settled := rule.settled_at is not null;
  way.is_closed := rule.closed_at is not null;
  way.outcome := (
    select b.outcome from problem.body_answer b
    where b.jurisdiction_id = j and b.problem_id = p and b.confirmed_at is not null
    order by b.resolution_id desc
    limit 1
  );
  now_state := problem.list_state(way);
  ends := case now_state when 'collecting' then rule.closes_at when 'waiting' then answer_due end;
  if not (way.is_lapsed or way.is_settled or way.is_closed) then
    select t.total, g.threshold, rule.closes_at into now_collected, now_goal, now_until
    from problem.support_tally t
    join problem.agenda_rung g on g.jurisdiction_id = t.jurisdiction_id and g.version = rule.rule_version and g.number = 1
    where t.jurisdiction_id = j and t.problem_id = p and t.total > 0 and t.total < g.threshold;
  end if;
  insert into problem.listing (jurisdiction_id, problem_id, state, raised_at, ends_at, is_led, collected, goal, collects_until)
  values (
    j, p, now_state, one.raised_at, ends, not way.is_merged and (way.is_led or way.is_told), now_collected, now_goal, now_until
  )
  on conflict (jurisdiction_id, problem_id) do update
  set state = excluded.state, ends_at = excluded.ends_at, is_led = excluded.is_led, collected = excluded.collected,
    goal = excluded.goal, collects_until = excluded.collects_until
  where (listing.state, listing.ends_at, listing.is_led, listing.collected, listing.goal, listing.collects_until)
    is distinct from
    (excluded.state, excluded.ends_at, excluded.is_led, excluded.collected, excluded.goal, excluded.collects_until);
end
$$;

do $$
declare
  one record;
begin
  for one in select jurisdiction_id, id from problem.problem where source is null loop
    call problem.list_anew(one.jurisdiction_id, one.id);
  end loop;
end
$$;
