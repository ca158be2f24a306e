-- What is due is asked for by case and body, and what is doubted apart: it stands in the row, or each desk would look a thousand
-- promises up to count them.
alter table delivery.due add column problem_id id.problem, add column is_reopened boolean;
update delivery.due d set problem_id = c.problem_id, is_reopened = c.standing = 'reopened'
from delivery.commitment c where c.jurisdiction_id = d.jurisdiction_id and c.id = d.commitment_id;
alter table delivery.due alter column problem_id set not null, alter column is_reopened set not null;

create or replace procedure delivery.due_anew(j uuid, c uuid)
language plpgsql
as $$
declare
  one delivery.commitment;
  day date;
begin
  select * into one from delivery.commitment where jurisdiction_id = j and id = c;
  if one.source is null and one.confirmed_at is not null and one.standing not in ('kept', 'dropped', 'unknown') then
    day := case when one.standing = 'reopened' then one.next_report_on else least(one.next_report_on, (
      select min(m.due_on) from delivery.milestone m
      where m.jurisdiction_id = j and m.commitment_id = c and m.reached_on is null
    )) end;
  end if;
  if day is null then
    delete from delivery.due d where d.jurisdiction_id = j and d.commitment_id = c;
    return;
  end if;
  insert into delivery.due (jurisdiction_id, commitment_id, problem_id, owner_id, due_on, is_reopened)
  values (j, c, one.problem_id, one.owner_id, day, one.standing = 'reopened')
  on conflict (jurisdiction_id, commitment_id) do update set due_on = excluded.due_on, is_reopened = excluded.is_reopened
  where due.due_on <> excluded.due_on or due.is_reopened <> excluded.is_reopened;
end
$$;
