-- The day something is owed of each open promise, in one row that lists read: derived by triggers from the rows that say so, so that no
-- act can forget it, and no page of what presses works it out for each of ten thousand open promises. As `nextDue` says it.
create table delivery.due (
  jurisdiction_id id.jurisdiction not null,
  commitment_id id.commitment not null,
  owner_id id.person not null,
  due_on date not null,
  primary key (jurisdiction_id, commitment_id),
  foreign key (jurisdiction_id, commitment_id) references delivery.commitment
);
create index due_first on delivery.due (jurisdiction_id, due_on, commitment_id);
create index due_of_owner on delivery.due (jurisdiction_id, owner_id, due_on, commitment_id);
call folkmoot.protect('delivery.due', 'select, insert, update, delete');

create procedure delivery.due_anew(j uuid, c uuid)
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
  insert into delivery.due (jurisdiction_id, commitment_id, owner_id, due_on)
  values (j, c, one.owner_id, day)
  on conflict (jurisdiction_id, commitment_id) do update set due_on = excluded.due_on where due.due_on <> excluded.due_on;
end
$$;
revoke all on procedure delivery.due_anew from public;
grant execute on procedure delivery.due_anew to folkmoot_app;

create function delivery.due_changed()
returns trigger
language plpgsql
as $$ begin call delivery.due_anew(new.jurisdiction_id, new.id); return null; end $$;
create trigger due_changed after insert or update on delivery.commitment
  for each row execute function delivery.due_changed();

create function delivery.due_by_milestone()
returns trigger
language plpgsql
as $$ begin call delivery.due_anew(new.jurisdiction_id, new.commitment_id); return null; end $$;
create trigger due_changed after insert or update on delivery.milestone
  for each row execute function delivery.due_by_milestone();

do $$
declare
  one record;
begin
  for one in
    select jurisdiction_id, id from delivery.commitment
    where source is null and confirmed_at is not null and standing not in ('kept', 'dropped', 'unknown')
  loop
    call delivery.due_anew(one.jurisdiction_id, one.id);
  end loop;
end
$$;

-- What was parked or passed on is looked for among all that was ever answered, here or as a source tells.
create index answer_version_put_off on decision.answer_version (jurisdiction_id, answer_id) where kind in ('park', 'refer');
