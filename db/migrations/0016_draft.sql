-- The draft: experiences and ideas, and the recommendations a group writes from them.

call folkmoot.open_schema('draft');

create table draft.idea (
  jurisdiction_id id.jurisdiction not null,
  id id.idea not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('experience', 'idea')),
  title text not null check (length(title) between 3 and 120),
  text text not null check (length(text) between 1 and 4000),
  -- Where it happened, in words.
  place text not null default '' check (length(place) <= 200),
  language text not null,
  written_by id.account,
  written_at timestamptz not null,
  -- A told case: the day, where its sources know it.
  told_day date,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, written_by) references identity.account,
  check (source is not null or written_by is not null)
);
call folkmoot.protect('draft.idea', 'select, insert');

create table draft.recommendation (
  jurisdiction_id id.jurisdiction not null,
  id id.recommendation not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  proposed_by id.account,
  proposed_at timestamptz not null,
  -- A told case: what its report says of the agreement; null where it says nothing.
  told_agreement text check (told_agreement in ('consensus', 'majority', 'disagreement')),
  told_for integer check (told_for >= 0),
  told_against integer check (told_against >= 0),
  told_silent integer check (told_silent >= 0),
  told_day date,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, proposed_by) references identity.account,
  check (source is not null or proposed_by is not null),
  check (source is not null or (told_agreement is null and told_for is null and told_against is null and told_silent is null))
);
call folkmoot.protect('draft.recommendation', 'select, insert');

-- Every text it ever had, whole, with who changed it and why. The highest version is the text.
create table draft.recommendation_version (
  jurisdiction_id id.jurisdiction not null,
  recommendation_id id.recommendation not null,
  version integer not null check (version > 0),
  change text not null check (change in ('proposed', 'revised', 'clause-added')),
  title text not null check (length(title) between 3 and 200),
  text text not null check (length(text) <= 4000),
  -- [{ "id", "number", "text", "as" }]: the clauses as they stood then.
  clauses jsonb not null,
  reason text not null check (length(reason) <= 2000),
  written_by id.account,
  -- Staff may write, and it is always seen that they did.
  written_as text not null check (written_as in ('politician', 'citizen', 'staff', 'unknown')),
  at timestamptz not null,
  primary key (jurisdiction_id, recommendation_id, version),
  foreign key (jurisdiction_id, recommendation_id) references draft.recommendation,
  check (change <> 'revised' or reason <> '')
);
call folkmoot.protect('draft.recommendation_version', 'select, insert');

create table draft.clause (
  jurisdiction_id id.jurisdiction not null,
  id id.clause not null,
  recommendation_id id.recommendation not null,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 2000),
  -- Whose words stand here now.
  written_by id.account,
  written_as text not null check (written_as in ('politician', 'citizen', 'staff', 'unknown')),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, recommendation_id, number),
  foreign key (jurisdiction_id, recommendation_id) references draft.recommendation
);
call folkmoot.protect('draft.clause', 'select, insert, update');

create table draft.citation (
  jurisdiction_id id.jurisdiction not null,
  clause_id id.clause not null,
  cited_kind text not null check (cited_kind in ('idea', 'statement', 'question', 'note', 'framing')),
  cited_id uuid not null,
  primary key (jurisdiction_id, clause_id, cited_id),
  foreign key (jurisdiction_id, clause_id) references draft.clause
);
call folkmoot.protect('draft.citation', 'select, insert');

-- Where a member stands, on the version she had before her: a changed text asks everybody anew.
create table draft.stand (
  jurisdiction_id id.jurisdiction not null,
  recommendation_id id.recommendation not null,
  account_id id.account not null,
  version integer not null,
  choice text not null check (choice in ('agree', 'disagree')),
  at timestamptz not null,
  primary key (jurisdiction_id, recommendation_id, account_id),
  foreign key (jurisdiction_id, recommendation_id, version) references draft.recommendation_version,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('draft.stand', 'select, insert, update');

-- What those say who do not agree. The newest is shown with the recommendation, always.
create table draft.minority_text (
  jurisdiction_id id.jurisdiction not null,
  recommendation_id id.recommendation not null,
  revision integer not null check (revision > 0),
  text text not null check (length(text) between 1 and 2000),
  written_by id.account,
  at timestamptz not null,
  primary key (jurisdiction_id, recommendation_id, revision),
  foreign key (jurisdiction_id, recommendation_id) references draft.recommendation
);
call folkmoot.protect('draft.minority_text', 'select, insert');

-- Handed over to the body: from here on the text stands still.
create table draft.frozen (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('draft.frozen', 'select, insert');

-- Handing over and writing exclude one another already by a lock; this holds if ever somebody forgets it.
create function draft.refuse_after_handing_over()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from draft.recommendation r
    join draft.frozen f on f.jurisdiction_id = r.jurisdiction_id and f.problem_id = r.problem_id
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.recommendation_id
  ) then
    raise exception 'the draft has been handed over';
  end if;
  return new;
end
$$;
create trigger version_stands_still before insert on draft.recommendation_version
for each row execute function draft.refuse_after_handing_over();
create trigger clause_stands_still before insert or update on draft.clause
for each row execute function draft.refuse_after_handing_over();
create trigger stand_stands_still before insert or update on draft.stand
for each row execute function draft.refuse_after_handing_over();
create trigger minority_text_stands_still before insert on draft.minority_text
for each row execute function draft.refuse_after_handing_over();
