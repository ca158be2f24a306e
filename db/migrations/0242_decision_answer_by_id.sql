-- The answer that counts is looked for by its own id as well as by its recommendation: both are columns of the answer, so that either
-- reaches its index. Taken from the version, as the file before this one did, an id was compared with every answer of the place.
drop view decision.current_answer;
create view decision.current_answer with (security_invoker = true) as
select a.jurisdiction_id, a.id as answer_id, v.version, v.kind, v.reason, v.amended_text, v.refer_to, v.refer_by, v.park_until, v.person_id,
  v.account_id, v.at, v.on_day, v.followed, v.source, a.package_id, a.recommendation_id
from decision.answer a
cross join lateral (
  select *
  from decision.answer_version w
  where w.jurisdiction_id = a.jurisdiction_id and w.answer_id = a.id
  order by w.version desc
  limit 1
) v;
grant select on decision.current_answer to folkmoot_app;
