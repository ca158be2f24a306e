-- What was late for a month before this rule is seen on the page of what is owed. Its owner and her chair hear of it now; everybody who
-- ever followed does not get twenty years of delays in one night.
insert into delivery.late (jurisdiction_id, commitment_id, due_on, step, told_at)
select c.jurisdiction_id, c.id, d.due_on, 'followers', now()
from delivery.commitment c
cross join lateral (
  select least(c.next_report_on, min(m.due_on)) as due_on
  from delivery.milestone m
  where m.jurisdiction_id = c.jurisdiction_id and m.commitment_id = c.id and m.reached_on is null
) d
where c.source is null and c.confirmed_at is not null and c.standing in ('promised', 'late') and d.due_on < current_date - 30;
