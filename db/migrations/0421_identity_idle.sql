-- Sessions of whoever holds an office end sooner than a resident's, and when they are not used for some hours.

alter table identity.session
  -- To a quarter of an hour, and only while she holds an office; of a resident it stays when she signed in: nobody's hours are kept.
  add column used_at timestamptz not null default clock_timestamp();
update identity.session set used_at = opened_at;
grant update (used_at) on identity.session to folkmoot_app;
