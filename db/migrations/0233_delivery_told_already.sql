-- In a place where the worker had told of delays before the next file came, that file met its own rows: those it writes are taken away
-- first. Where it has been applied it is over, and what was told stays told.
delete from delivery.late l
where l.step = 'followers' and l.due_on < current_date - 30
  and not exists (select from folkmoot.migration m where m.name like '0234_delivery_old_delays%')
  and exists (
    select from delivery.commitment c
    cross join lateral (
      select least(c.next_report_on, min(m.due_on)) as due_on
      from delivery.milestone m
      where m.jurisdiction_id = c.jurisdiction_id and m.commitment_id = c.id and m.reached_on is null
    ) d
    where c.jurisdiction_id = l.jurisdiction_id and c.id = l.commitment_id and d.due_on = l.due_on
      and c.source is null and c.confirmed_at is not null and c.standing in ('promised', 'late')
  );
