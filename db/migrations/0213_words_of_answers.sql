-- A question is found by the words of its answers too, in all cases at once: cut to their stems once, as in 0195.

alter table inquiry.round
  add column words_english tsvector generated always as (to_tsvector('english', coalesce(reply, ''))) stored,
  add column words_danish tsvector generated always as (to_tsvector('danish', coalesce(reply, ''))) stored,
  add column words_simple tsvector generated always as (to_tsvector('simple', coalesce(reply, ''))) stored;
