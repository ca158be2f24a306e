-- Search by words in the tables that grow. Row-level security lets no index answer a text search (`@@` may leak what it
-- looked at, for all PostgreSQL knows), and no function here may go round it. So the words are cut to their stems once, when
-- they are written: what is left for a search is to compare them, row by row of the place, which is quick. One column per
-- configuration; two hundred rows are enough to choose the best ten from.

alter table draft.idea
  add column words_english tsvector generated always as (to_tsvector('english', title || ' ' || text || ' ' || place)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', title || ' ' || text || ' ' || place)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', title || ' ' || text || ' ' || place)) stored;

create function draft.ideas_with(words text, configurations text[])
returns table (id uuid)
language sql stable
as $$
  select distinct t.id
  from draft.idea t
  where ('english' = any(configurations) and t.words_english @@ websearch_to_tsquery('english', words))
    or ('danish' = any(configurations) and t.words_danish @@ websearch_to_tsquery('danish', words))
    or ('simple' = any(configurations) and t.words_simple @@ websearch_to_tsquery('simple', words))
  limit 200
$$;
revoke all on function draft.ideas_with from public;
grant execute on function draft.ideas_with to folkmoot_app;

alter table opinion.statement
  add column words_english tsvector generated always as (to_tsvector('english', text)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', text)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', text)) stored;

create function opinion.statements_with(words text, configurations text[])
returns table (id uuid)
language sql stable
as $$
  select distinct t.id
  from opinion.statement t
  where ('english' = any(configurations) and t.words_english @@ websearch_to_tsquery('english', words))
    or ('danish' = any(configurations) and t.words_danish @@ websearch_to_tsquery('danish', words))
    or ('simple' = any(configurations) and t.words_simple @@ websearch_to_tsquery('simple', words))
  limit 200
$$;
revoke all on function opinion.statements_with from public;
grant execute on function opinion.statements_with to folkmoot_app;

alter table inquiry.question
  add column words_english tsvector generated always as (to_tsvector('english', question || ' ' || background)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', question || ' ' || background)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', question || ' ' || background)) stored;

create function inquiry.questions_with(words text, configurations text[])
returns table (id uuid)
language sql stable
as $$
  select distinct t.id
  from inquiry.question t
  where ('english' = any(configurations) and t.words_english @@ websearch_to_tsquery('english', words))
    or ('danish' = any(configurations) and t.words_danish @@ websearch_to_tsquery('danish', words))
    or ('simple' = any(configurations) and t.words_simple @@ websearch_to_tsquery('simple', words))
  limit 200
$$;
revoke all on function inquiry.questions_with from public;
grant execute on function inquiry.questions_with to folkmoot_app;

-- A version holds its clauses whole, so that words of the text and of a clause are found together.
alter table draft.recommendation_version
  add column words_english tsvector generated always as (to_tsvector('english', title || ' ' || text) || jsonb_to_tsvector('english', clauses, '["string"]')) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', title || ' ' || text) || jsonb_to_tsvector('danish', clauses, '["string"]')) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', title || ' ' || text) || jsonb_to_tsvector('simple', clauses, '["string"]')) stored;

create function draft.recommendations_with(words text, configurations text[])
returns table (id uuid)
language sql stable
as $$
  select distinct t.recommendation_id
  from draft.recommendation_version t
  where ('english' = any(configurations) and t.words_english @@ websearch_to_tsquery('english', words))
    or ('danish' = any(configurations) and t.words_danish @@ websearch_to_tsquery('danish', words))
    or ('simple' = any(configurations) and t.words_simple @@ websearch_to_tsquery('simple', words))
  limit 200
$$;
revoke all on function draft.recommendations_with from public;
grant execute on function draft.recommendations_with to folkmoot_app;
