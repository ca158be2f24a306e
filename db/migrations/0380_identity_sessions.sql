-- A session says how it was opened, how sure that was and when, so that acts can ask for more; and it can be named and ended.

create domain id.session as uuid;

alter table identity.session rename column created_at to opened_at;
alter table identity.session
  -- Names the session to the person it belongs to; it opens nothing.
  add column id id.session not null default gen_random_uuid(),
  add column means text not null default 'code'
    check (means in ('code', 'link', 'passkey', 'oidc', 'set-up', 'demonstration', 'testing')),
  -- What this session proved, whatever others of the same person did.
  add column assurance text not null default 'low' check (assurance in ('low', 'substantial', 'high')),
  add column authenticated_at timestamptz not null default clock_timestamp(),
  -- Such as "Firefox · Android": never a whole user agent, never a network address.
  add column browser text not null default '' check (length(browser) <= 40),
  -- By day: nobody's hours are kept.
  add column seen_on date not null default (clock_timestamp() at time zone 'UTC')::date,
  add unique (jurisdiction_id, id);
alter table identity.session alter column means drop default;
grant update (token_hash, assurance, means, authenticated_at, seen_on) on identity.session to folkmoot_app;
