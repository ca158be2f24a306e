-- The answer that counts, and the vote on a version, looked up one by one: as views over `distinct on` they were made for the whole place
-- each time somebody asked for those of one case, because no condition on a recommendation reaches into such a view.

drop view decision.current_answer;
create view decision.current_answer with (security_invoker = true) as
select v.*, a.package_id, a.recommendation_id
from decision.answer a
cross join lateral (
  select *
  from decision.answer_version w
  where w.jurisdiction_id = a.jurisdiction_id and w.answer_id = a.id
  order by w.version desc
  limit 1
) v;
grant select on decision.current_answer to folkmoot_app;

drop view decision.answer_vote;
create view decision.answer_vote with (security_invoker = true) as
select w.jurisdiction_id, w.answer_id, w.version, r.resolution_id, r.is_carried
from decision.answer_version w
cross join lateral (
  select p.resolution_id, r.is_carried
  from decision.put_to_vote p
  join directory.resolution r on r.jurisdiction_id = p.jurisdiction_id and r.id = p.resolution_id
  where p.jurisdiction_id = w.jurisdiction_id and p.answer_id = w.answer_id and p.version = w.version and r.confirmed_at is not null
  order by r.decided_on desc, r.confirmed_at desc, r.id desc
  limit 1
) r;
grant select on decision.answer_vote to folkmoot_app;
