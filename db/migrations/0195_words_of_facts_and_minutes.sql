-- Ordered facts, their answers, notes, what was said and decided at meetings and what came of events are found by their words, as
-- in 0038: cut to their stems once, when they are written. And a clause may come from the result of an event.

alter table inquiry.evidence
  add column words_english tsvector generated always as (to_tsvector('english', question || ' ' || why)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', question || ' ' || why)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', question || ' ' || why)) stored;

alter table inquiry.finding
  add column words_english tsvector generated always as (to_tsvector('english', text || ' ' || sources || ' ' || uncertain)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', text || ' ' || sources || ' ' || uncertain)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', text || ' ' || sources || ' ' || uncertain)) stored;

alter table inquiry.note
  add column words_english tsvector generated always as (to_tsvector('english', heard || ' ' || changed || ' ' || why)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', heard || ' ' || changed || ' ' || why)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', heard || ' ' || changed || ' ' || why)) stored;

alter table meeting.item
  add column words_english tsvector generated always as (to_tsvector('english', title || ' ' || minutes || ' ' || decision)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', title || ' ' || minutes || ' ' || decision)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', title || ' ' || minutes || ' ' || decision)) stored;

alter table meeting.gathering
  add column words_english tsvector generated always as (to_tsvector('english', title || ' ' || about || ' ' || place || ' ' || result)) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', title || ' ' || about || ' ' || place || ' ' || result)) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', title || ' ' || about || ' ' || place || ' ' || result)) stored;

alter table draft.citation
  drop constraint citation_cited_kind_check,
  add constraint citation_cited_kind_check check (
    cited_kind in ('idea', 'statement', 'question', 'note', 'framing', 'meeting', 'item', 'evidence', 'gathering')
  );
