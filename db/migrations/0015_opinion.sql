-- What people think: statements of 10 to 200 characters, and votes on them that are appended and never changed.

call folkmoot.open_schema('opinion');

create table opinion.consultation (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.consultation not null,
  problem_id id.problem not null,
  -- The address never changes; held here so that a vote finds its consultation with one look.
  problem_slug text not null,
  opened_by id.account,
  -- Empty when the chair opened it; else what the group decided, and when.
  decided text not null default '' check (length(decided) <= 500),
  opened_at timestamptz not null,
  -- Frozen when opened: from this instant on, by the database's clock, no vote counts.
  closes_at timestamptz not null,
  shows text not null check (shows in ('after-five', 'after-close')),
  closed_by id.account,
  closed_at timestamptz,
  -- Hash of the votes the result was counted from: whoever doubts may count again.
  input_hash text check (input_hash ~ '^[0-9a-f]{64}$'),
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id),
  unique (jurisdiction_id, problem_slug),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, opened_by) references identity.account,
  check (source is not null or opened_by is not null),
  check (closes_at >= opened_at),
  check (closed_at is null or input_hash is not null or source is not null)
);
create unique index consultation_told_once on opinion.consultation (jurisdiction_id, source) where source is not null;
call folkmoot.protect('opinion.consultation', 'select, insert, update');

create table opinion.statement (
  jurisdiction_id id.jurisdiction not null,
  id id.statement not null,
  consultation_id id.consultation not null,
  number integer not null check (number > 0),
  text text not null,
  -- Small letters without marks, punctuation and double spaces: two statements that differ in nothing else are one.
  plain_form text not null,
  -- Written by a member of the group to start with; else by a resident.
  is_seed boolean not null,
  language text not null,
  written_by id.account,
  written_at timestamptz not null,
  -- The number it had where it was imported from, and whether the moderators there took it out.
  source_number integer,
  is_taken_out boolean not null default false,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, consultation_id, number),
  unique (jurisdiction_id, consultation_id, source_number),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation,
  foreign key (jurisdiction_id, written_by) references identity.account,
  check (source is not null or written_by is not null),
  check (length(text) between 1 and 1000),
  check (source is not null or length(text) between 10 and 200)
);
create unique index statement_said_once on opinion.statement (jurisdiction_id, consultation_id, plain_form) where source is null;
call folkmoot.protect('opinion.statement', 'select, insert');

-- Who votes goes by a random name. Null account: somebody from an imported conversation.
-- No foreign key to the consultation: each first vote would lock the one row all of them share.
create table opinion.participant (
  jurisdiction_id id.jurisdiction not null,
  id id.participant not null,
  consultation_id id.consultation not null,
  account_id id.account,
  source_number integer,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, consultation_id, account_id),
  unique (jurisdiction_id, consultation_id, source_number),
  foreign key (jurisdiction_id, account_id) references identity.account,
  check (account_id is not null or source_number is not null)
);
call folkmoot.protect('opinion.participant', 'select, insert');

-- Appended only. The highest revision counts; the key lets each revision be written once.
-- No foreign keys: they would lock one statement's row for every vote on it. `opinion.vote_state` has just read the
-- statement and the participant, and neither can ever be deleted.
create table opinion.vote (
  jurisdiction_id id.jurisdiction not null,
  statement_id id.statement not null,
  participant_id id.participant not null,
  revision integer not null check (revision > 0),
  id id.vote not null,
  choice text not null check (choice in ('agree', 'disagree', 'pass')),
  at timestamptz not null,
  primary key (jurisdiction_id, statement_id, participant_id, revision)
);
create index vote_of_participant on opinion.vote (jurisdiction_id, participant_id);
call folkmoot.protect('opinion.vote', 'select, insert');

-- Derived from votes, by a poll and when a consultation closes; never by a request. Anyone may throw it away and count again.
create table opinion.tally (
  jurisdiction_id id.jurisdiction not null,
  statement_id id.statement not null,
  consultation_id id.consultation not null,
  agree integer not null check (agree >= 0),
  disagree integer not null check (disagree >= 0),
  pass integer not null check (pass >= 0),
  counted_at timestamptz not null,
  primary key (jurisdiction_id, statement_id),
  foreign key (jurisdiction_id, statement_id) references opinion.statement
);
create index tally_of_consultation on opinion.tally (jurisdiction_id, consultation_id);
call folkmoot.protect('opinion.tally', 'select, insert, update');

-- Everything the rule has to know of a vote, under the locks that hold it still, with one look:
-- 1. the consultation's lock, shared, so that closing waits for this vote or this vote sees the closing;
-- 2. the lock of this person and this statement, so that her parallel posts wait for one another;
-- 3. only then the clock and the newest revision. Each step of plpgsql sees what was committed before it.
-- `participant` is the random name she gets with her first vote here.
create function opinion.vote_state(slug text, statement_number integer, account uuid, new_participant uuid)
returns table (
  consultation_id uuid, problem_id uuid, opened_at timestamptz, closes_at timestamptz, closed_at timestamptz, now timestamptz,
  statement_id uuid, is_taken_out boolean, participant_id uuid, revision integer, choice text
)
language plpgsql
as $$
#variable_conflict use_column
declare
  place constant uuid := folkmoot.jurisdiction();
begin
  select c.id, c.problem_id into consultation_id, problem_id
  from opinion.consultation c where c.jurisdiction_id = place and c.problem_slug = slug;
  if consultation_id is null then
    return;
  end if;

  perform pg_advisory_xact_lock_shared(hashtextextended(consultation_id::text, 0));
  perform pg_advisory_xact_lock(hashtextextended(account::text || consultation_id::text || statement_number, 0));

  select c.opened_at, c.closes_at, c.closed_at into opened_at, closes_at, closed_at
  from opinion.consultation c where c.jurisdiction_id = place and c.id = consultation_id;
  now := clock_timestamp();

  select s.id, s.is_taken_out into statement_id, is_taken_out
  from opinion.statement s
  where s.jurisdiction_id = place and s.consultation_id = vote_state.consultation_id and s.number = statement_number;

  select p.id into participant_id from opinion.participant p
  where p.jurisdiction_id = place and p.consultation_id = vote_state.consultation_id and p.account_id = account;
  if participant_id is null then
    insert into opinion.participant (jurisdiction_id, id, consultation_id, account_id)
    values (place, new_participant, vote_state.consultation_id, account)
    on conflict (jurisdiction_id, consultation_id, account_id) do nothing;
    select p.id into participant_id from opinion.participant p
    where p.jurisdiction_id = place and p.consultation_id = vote_state.consultation_id and p.account_id = account;
  end if;

  select v.revision, v.choice into revision, choice from opinion.vote v
  where v.jurisdiction_id = place and v.statement_id = vote_state.statement_id and v.participant_id = vote_state.participant_id
  order by v.revision desc
  limit 1;
  return next;
end
$$;
grant execute on function opinion.vote_state to folkmoot_app;
