-- Nobody votes on what a moderator took out of sight, nor changes an answer to it: as to a statement taken out at its source.
create or replace function opinion.vote_states(slugs text[], numbers integer[], accounts uuid[])
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
    s.id::uuid,
    s.is_taken_out or exists (
      select from moderation.hidden h
      where h.jurisdiction_id = place and h.about_kind = 'statement' and h.about_id = s.id
    ),
    p.id::uuid, v.revision, v.choice
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

-- What the group prepares never waits: nothing that waits is the group's.
create or replace function opinion.check_waiting()
returns trigger
language plpgsql
as $$
begin
  if (new.consultation_id, new.text, new.plain_form, new.language, new.written_by, new.written_at)
      is distinct from (old.consultation_id, old.text, old.plain_form, old.language, old.written_by, old.written_at)
    or not (old.state = 'waiting' or (old.state = 'refused' and new.state in ('let-through', 'lapsed'))) then
    raise exception 'a statement that waits is judged, never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
alter table opinion.waiting drop column is_seed;
