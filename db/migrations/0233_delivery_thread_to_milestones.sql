-- The thread goes on from a promise to its milestones. Those promised before this rule are part of their promise too.
insert into thread.link (jurisdiction_id, from_id, from_kind, relation, to_id, to_kind, at)
select m.jurisdiction_id, m.id, 'milestone', 'part-of', c.id, 'commitment', coalesce(c.confirmed_at, c.written_at)
from delivery.milestone m
join delivery.commitment c on c.jurisdiction_id = m.jurisdiction_id and c.id = m.commitment_id
where c.confirmed_at is not null or c.source is not null
on conflict do nothing;
