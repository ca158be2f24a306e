-- Search by words in the tables that grow. Row-level security lets no index answer a text search (`@@` may leak what it
-- looked at, for all PostgreSQL knows), so each of these functions reads as the owner and holds the jurisdiction itself,
-- after the words: asked for both at once, the planner reads every row of the place. One index per configuration; two
-- hundred rows are enough to choose the best ten from.

create index idea_words_english on draft.idea using gin (to_tsvector('english', title || ' ' || text || ' ' || place));
create index idea_words_danish on draft.idea using gin (to_tsvector('danish', title || ' ' || text || ' ' || place));
create index idea_words_simple on draft.idea using gin (to_tsvector('simple', title || ' ' || text || ' ' || place));

create function draft.ideas_with(words text, configurations text[])
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off
as $$
  with found as materialized (
    select jurisdiction_id, id as id from draft.idea
    where 'english' = any(configurations)
      and to_tsvector('english', title || ' ' || text || ' ' || place) @@ websearch_to_tsquery('english', words)
    union
    select jurisdiction_id, id as id from draft.idea
    where 'danish' = any(configurations)
      and to_tsvector('danish', title || ' ' || text || ' ' || place) @@ websearch_to_tsquery('danish', words)
    union
    select jurisdiction_id, id as id from draft.idea
    where 'simple' = any(configurations)
      and to_tsvector('simple', title || ' ' || text || ' ' || place) @@ websearch_to_tsquery('simple', words)
  )
  select found.id from found where found.jurisdiction_id = folkmoot.jurisdiction() limit 200
$$;
revoke all on function draft.ideas_with from public;
grant execute on function draft.ideas_with to folkmoot_app;

create index statement_words_english on opinion.statement using gin (to_tsvector('english', text));
create index statement_words_danish on opinion.statement using gin (to_tsvector('danish', text));
create index statement_words_simple on opinion.statement using gin (to_tsvector('simple', text));

create function opinion.statements_with(words text, configurations text[])
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off
as $$
  with found as materialized (
    select jurisdiction_id, id as id from opinion.statement
    where 'english' = any(configurations)
      and to_tsvector('english', text) @@ websearch_to_tsquery('english', words)
    union
    select jurisdiction_id, id as id from opinion.statement
    where 'danish' = any(configurations)
      and to_tsvector('danish', text) @@ websearch_to_tsquery('danish', words)
    union
    select jurisdiction_id, id as id from opinion.statement
    where 'simple' = any(configurations)
      and to_tsvector('simple', text) @@ websearch_to_tsquery('simple', words)
  )
  select found.id from found where found.jurisdiction_id = folkmoot.jurisdiction() limit 200
$$;
revoke all on function opinion.statements_with from public;
grant execute on function opinion.statements_with to folkmoot_app;

create index question_words_english on inquiry.question using gin (to_tsvector('english', question || ' ' || background));
create index question_words_danish on inquiry.question using gin (to_tsvector('danish', question || ' ' || background));
create index question_words_simple on inquiry.question using gin (to_tsvector('simple', question || ' ' || background));

create function inquiry.questions_with(words text, configurations text[])
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off
as $$
  with found as materialized (
    select jurisdiction_id, id as id from inquiry.question
    where 'english' = any(configurations)
      and to_tsvector('english', question || ' ' || background) @@ websearch_to_tsquery('english', words)
    union
    select jurisdiction_id, id as id from inquiry.question
    where 'danish' = any(configurations)
      and to_tsvector('danish', question || ' ' || background) @@ websearch_to_tsquery('danish', words)
    union
    select jurisdiction_id, id as id from inquiry.question
    where 'simple' = any(configurations)
      and to_tsvector('simple', question || ' ' || background) @@ websearch_to_tsquery('simple', words)
  )
  select found.id from found where found.jurisdiction_id = folkmoot.jurisdiction() limit 200
$$;
revoke all on function inquiry.questions_with from public;
grant execute on function inquiry.questions_with to folkmoot_app;

-- A version holds its clauses whole, so that words of the text and of a clause are found together.
create index version_words_english on draft.recommendation_version
  using gin ((to_tsvector('english', title || ' ' || text) || jsonb_to_tsvector('english', clauses, '["string"]')));
create index version_words_danish on draft.recommendation_version
  using gin ((to_tsvector('danish', title || ' ' || text) || jsonb_to_tsvector('danish', clauses, '["string"]')));
create index version_words_simple on draft.recommendation_version
  using gin ((to_tsvector('simple', title || ' ' || text) || jsonb_to_tsvector('simple', clauses, '["string"]')));

create function draft.recommendations_with(words text, configurations text[])
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off
as $$
  with found as materialized (
    select jurisdiction_id, recommendation_id as id from draft.recommendation_version
    where 'english' = any(configurations)
      and (to_tsvector('english', title || ' ' || text) || jsonb_to_tsvector('english', clauses, '["string"]')) @@ websearch_to_tsquery('english', words)
    union
    select jurisdiction_id, recommendation_id as id from draft.recommendation_version
    where 'danish' = any(configurations)
      and (to_tsvector('danish', title || ' ' || text) || jsonb_to_tsvector('danish', clauses, '["string"]')) @@ websearch_to_tsquery('danish', words)
    union
    select jurisdiction_id, recommendation_id as id from draft.recommendation_version
    where 'simple' = any(configurations)
      and (to_tsvector('simple', title || ' ' || text) || jsonb_to_tsvector('simple', clauses, '["string"]')) @@ websearch_to_tsquery('simple', words)
  )
  select found.id from found where found.jurisdiction_id = folkmoot.jurisdiction() limit 200
$$;
revoke all on function draft.recommendations_with from public;
grant execute on function draft.recommendations_with to folkmoot_app;
