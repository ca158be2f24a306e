-- How many promises of a case are kept or dropped: of twenty years a hundred thousand, which every home counted one by one.
drop index delivery.commitment_settled;
create table delivery.settled (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  count integer not null check (count >= 0),
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('delivery.settled', 'select, insert, update');

create function delivery.is_settled(one delivery.commitment)
returns boolean
language sql
immutable
as $$ select one.source is null and one.confirmed_at is not null and one.standing in ('kept', 'dropped') $$;

-- Counted anew each time, not added to, so that it cannot drift; under the row's lock, so that of two at once the later one sees both.
create procedure delivery.settled_anew(j uuid, p uuid)
language plpgsql
as $$
begin
  insert into delivery.settled (jurisdiction_id, problem_id, count) values (j, p, 0)
  on conflict (jurisdiction_id, problem_id) do update set count = settled.count;
  update delivery.settled s set count = (
    select count(*) from delivery.commitment c where c.jurisdiction_id = j and c.problem_id = p and delivery.is_settled(c)
  )
  where s.jurisdiction_id = j and s.problem_id = p;
end
$$;
revoke all on procedure delivery.settled_anew from public;
grant execute on procedure delivery.settled_anew to folkmoot_app;

create function delivery.settled_changed()
returns trigger
language plpgsql
as $$
begin
  if delivery.is_settled(new) or (tg_op = 'UPDATE' and delivery.is_settled(old)) then
    call delivery.settled_anew(new.jurisdiction_id, new.problem_id);
  end if;
  return null;
end
$$;
create trigger settled_changed after insert or update of standing, confirmed_at on delivery.commitment
  for each row execute function delivery.settled_changed();

insert into delivery.settled (jurisdiction_id, problem_id, count)
select c.jurisdiction_id, c.problem_id, count(*) from delivery.commitment c where delivery.is_settled(c)
group by c.jurisdiction_id, c.problem_id;
