-- In how many groups at once somebody sits or facilitates (R18), said once: what people are asked for a reason by, and what stands
-- behind it here. One more than the place asks of one needs a reason that everybody reads, however she comes to it.

create function arena.workload_limits(place uuid)
returns table (politicians integer, facilitators integer)
language sql
stable
as $$
  -- Until a place says otherwise: three. Svelvik kept at most four groups at work at once, with the whole council to share them.
  select coalesce(l.politicians, 3), coalesce(l.facilitators, 3)
  from (values (place)) p (id)
  left join arena.workload_limit l on l.jurisdiction_id = p.id
$$;

-- A group is at work from its mandate's adoption to the last day the mandate names.
create function arena.groups_at_work(place uuid, today date)
returns table (problem_id id.problem)
language sql
stable
as $$
  select m.problem_id
  from mandate.mandate m
  where m.jurisdiction_id = place and m.state = 'adopted' and m.source is null and (m.ends_on is null or m.ends_on >= today)
$$;

-- Asked in many cases at once, she would sit in all of them a day later: offers that wait count too.
create function arena.groups_taken_on(place uuid, person uuid, today date)
returns table (problem_id id.problem)
language sql
stable
as $$
  select s.problem_id
  from (
    select s.problem_id from arena.seat s where s.jurisdiction_id = place and s.person_id = person and s.ended_at is null
    union
    select o.problem_id from arena.offer o where o.jurisdiction_id = place and o.person_id = person and o.state = 'waiting'
  ) s
  where exists (select from arena.groups_at_work(place, today) g where g.problem_id = s.problem_id)
$$;

create function arena.groups_facilitated(place uuid, account uuid, today date)
returns table (problem_id id.problem)
language sql
stable
as $$
  select s.problem_id
  from arena.staffing s
  where s.jurisdiction_id = place and s.account_id = account and s.role = 'facilitator' and s.ended_at is null
    and exists (select from arena.groups_at_work(place, today) g where g.problem_id = s.problem_id)
$$;

create index offers_to_person on arena.offer (jurisdiction_id, person_id) where person_id is not null and state = 'waiting';

-- Two who ask the same person in two cases at once come one after the other.
create function arena.check_groups_taken_on()
returns trigger
language plpgsql
as $$
declare
  zone text := (select j.time_zone from directory.jurisdiction j where j.id = new.jurisdiction_id);
begin
  if new.kind = 'politician' then
    perform pg_advisory_xact_lock(hashtextextended(new.person_id::text, 0));
    if (
      select count(*) >= (select w.politicians from arena.workload_limits(new.jurisdiction_id) w)
      from arena.groups_taken_on(new.jurisdiction_id, new.person_id, (new.made_at at time zone zone)::date) g
      where g.problem_id <> new.problem_id
    ) and not exists (
      select from arena.seat_exception e
      where e.jurisdiction_id = new.jurisdiction_id and e.problem_id = new.problem_id and e.person_id = new.person_id
    ) then
      raise exception 'one group more for % needs a reason', new.person_id using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger check_groups_taken_on before insert on arena.offer
for each row execute function arena.check_groups_taken_on();

create function arena.check_groups_facilitated()
returns trigger
language plpgsql
as $$
declare
  zone text := (select j.time_zone from directory.jurisdiction j where j.id = new.jurisdiction_id);
begin
  if new.role = 'facilitator' and new.note = '' then
    perform pg_advisory_xact_lock(hashtextextended(new.account_id::text, 0));
    if (
      select count(*) >= (select w.facilitators from arena.workload_limits(new.jurisdiction_id) w)
      from arena.groups_facilitated(new.jurisdiction_id, new.account_id, (new.named_at at time zone zone)::date) g
      where g.problem_id <> new.problem_id
    ) then
      raise exception 'one group more for % needs a note', new.account_id using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger check_groups_facilitated before insert on arena.staffing
for each row execute function arena.check_groups_facilitated();
