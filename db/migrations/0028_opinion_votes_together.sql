-- Votes that come at once are written in one transaction (platform/db/together.ts), so their state is read for all of them.
-- Everything the rules have to know, under the locks that hold it still, with one look:
-- 1. the lock of each consultation, shared, so that closing waits for these votes or they see the closing;
-- 2. the lock of each person there, so that her parallel posts wait for one another. Always taken in the same order, so that
--    two transactions never wait for each other;
-- 3. only then the clock and the newest revisions. Each step of plpgsql sees what was committed before it.
-- One row for each vote asked about, numbered as asked; nothing is written here, so a refused vote leaves no trace.
create function opinion.vote_states(slugs text[], numbers integer[], accounts uuid[])
returns table (
  asked integer, consultation_id uuid, problem_id uuid, opened_at timestamptz, closes_at timestamptz, closed_at timestamptz,
  now timestamptz, statement_id uuid, is_taken_out boolean, participant_id uuid, revision integer, choice text
)
language plpgsql
as $$
#variable_conflict use_column
declare
  place constant uuid := folkmoot.jurisdiction();
  instant timestamptz;
begin
  perform pg_advisory_xact_lock_shared(l.key)
  from (
    select distinct hashtextextended(c.id::text, 0) as key
    from opinion.consultation c
    where c.jurisdiction_id = place and c.problem_slug = any (slugs)
    order by key
  ) l;

  perform pg_advisory_xact_lock(l.key)
  from (
    select distinct hashtextextended(a.account::text || c.id::text, 0) as key
    from unnest(slugs, accounts) a (slug, account)
    join opinion.consultation c on c.jurisdiction_id = place and c.problem_slug = a.slug
    order by key
  ) l;

  instant := clock_timestamp();

  return query
  select a.at::integer, c.id::uuid, c.problem_id::uuid, c.opened_at, c.closes_at, c.closed_at, instant,
    s.id::uuid, s.is_taken_out, p.id::uuid, v.revision, v.choice
  from unnest(slugs, numbers, accounts) with ordinality a (slug, number, account, at)
  join opinion.consultation c on c.jurisdiction_id = place and c.problem_slug = a.slug
  left join opinion.statement s
    on s.jurisdiction_id = place and s.consultation_id = c.id and s.number = a.number
  left join opinion.participant p
    on p.jurisdiction_id = place and p.consultation_id = c.id and p.account_id = a.account
  left join lateral (
    select w.revision, w.choice
    from opinion.vote w
    where w.jurisdiction_id = place and w.statement_id = s.id and w.participant_id = p.id
    order by w.revision desc
    limit 1
  ) v on true;
end
$$;
grant execute on function opinion.vote_states to folkmoot_app;

drop function opinion.vote_state;
