-- Each of the list reads her chance and why. It is worked out when the panels are made, from what all of them told, and kept with her
-- entry: later somebody of the list may be erased, and nobody's could be worked out anew.
alter table arena.lottery_entry
  add column chance jsonb check (jsonb_typeof(chance) = 'object'),
  add check (account_id is not null or chance is null);
grant update (chance) on arena.lottery_entry to folkmoot_app;

-- Whoever took her application back while a list held her row is in no list any more.
update arena.lottery_entry e
set account_id = null, application_id = null, value_keys = null, household = null, salt = null
from arena.application a
where (a.jurisdiction_id, a.id) = (e.jurisdiction_id, e.application_id) and a.state = 'withdrawn';
