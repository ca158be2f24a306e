-- A seat is offered and taken: whoever is chosen or drawn says yes or no by a day, and silence is a no. A seat can be left, by
-- whoever sits on it or because its politician is one no more; then it is offered anew. Nobody sits who has not said yes.

create table arena.offer (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  account_id id.account not null,
  person_id id.person,
  kind text not null check (kind in ('politician', 'citizen')),
  profile_id id.profile,
  is_chair boolean not null,
  -- By choice, by lot, or before offers were kept.
  way text not null check (way in ('chosen', 'drawn', 'earlier')),
  -- No appointment without a reason (R12).
  reason text not null check (length(reason) between 1 and 1000),
  -- What of the profile's criteria she meets.
  criteria text[] not null default '{}' check (cardinality(criteria) <= 12),
  made_by id.account not null,
  made_at timestamptz not null,
  answer_by timestamptz not null,
  reminded_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'lapsed')),
  answered_at timestamptz,
  -- Why she says no; for those who chose her.
  words text not null default '' check (length(words) <= 1000),
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, made_by) references identity.account,
  check ((kind = 'politician') = (person_id is not null)),
  check (kind = 'politician' or profile_id is not null),
  check (not is_chair or kind = 'politician'),
  check (way <> 'chosen' or kind = 'politician' or cardinality(criteria) > 0),
  check ((state = 'waiting') = (answered_at is null)),
  check (words = '' or state = 'declined')
);
create unique index one_waiting_offer on arena.offer (jurisdiction_id, problem_id, account_id) where state = 'waiting';
create index offers_waiting on arena.offer (jurisdiction_id, answer_by) where state = 'waiting';
create index offers_by_account on arena.offer (jurisdiction_id, account_id);
call folkmoot.protect(
  'arena.offer', 'select, insert, update (reminded_at, state, answered_at, words)'
);

-- Those who sit by now were appointed, and came.
insert into arena.offer (
  jurisdiction_id, problem_id, number, account_id, person_id, kind, profile_id, is_chair, way, reason, made_by, made_at, answer_by,
  state, answered_at
)
select s.jurisdiction_id, s.problem_id, row_number() over (partition by s.jurisdiction_id, s.problem_id order by s.appointed_at, s.id),
  s.account_id, s.person_id, s.kind, s.profile_id, s.is_chair, 'earlier', s.reason, s.appointed_by, s.appointed_at, s.appointed_at,
  'accepted', s.appointed_at
from arena.seat s;

alter table arena.seat
  add column offer_number integer,
  add column ended_at timestamptz,
  add column ended_why text check (ended_why in ('left', 'out-of-office')),
  -- Why she left; for those who lead.
  add column ended_words text not null default '' check (length(ended_words) <= 1000),
  add check ((ended_at is null) = (ended_why is null)),
  add check (ended_words = '' or ended_why = 'left'),
  drop constraint seat_jurisdiction_id_problem_id_account_id_key;
update arena.seat s
set offer_number = o.number
from arena.offer o
where o.jurisdiction_id = s.jurisdiction_id and o.problem_id = s.problem_id and o.account_id = s.account_id;
alter table arena.seat
  alter column offer_number set not null,
  add foreign key (jurisdiction_id, problem_id, offer_number) references arena.offer,
  add unique (jurisdiction_id, problem_id, offer_number);
drop index arena.one_chair;
create unique index one_chair on arena.seat (jurisdiction_id, problem_id) where is_chair and ended_at is null;
create unique index one_seat_each on arena.seat (jurisdiction_id, problem_id, account_id) where ended_at is null;
grant update (is_chair, ended_at, ended_why, ended_words) on arena.seat to folkmoot_app;

-- An answer is given once.
create function arena.keep_offer()
returns trigger
language plpgsql
as $$
begin
  if old.state <> 'waiting' then
    raise exception 'the offer % has its answer', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_offer before update on arena.offer for each row execute function arena.keep_offer();

create function arena.check_offer()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.seat s
    where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.account_id = new.account_id
      and s.ended_at is null
  ) then
    raise exception 'who sits in the group of % is offered no seat', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_offer before insert on arena.offer for each row execute function arena.check_offer();

-- How many may sit: as many as the rule says, or as many as there were when the group was confirmed.
create function arena.places(place uuid, problem uuid, of_kind text)
returns bigint
language sql
stable
as $$
  select greatest(
    coalesce((
      select case of_kind when 'politician' then coalesce(m.politicians, r.politicians) else coalesce(m.citizens, r.citizens) end
      from mandate.mandate m
      left join arena.recruitment r on r.jurisdiction_id = m.jurisdiction_id and r.problem_id = m.problem_id
      where m.jurisdiction_id = place and m.problem_id = problem and m.state = 'adopted'
    ), 0),
    (
      select count(*)
      from arena.seat s
      join arena.confirmation c on c.jurisdiction_id = s.jurisdiction_id and c.problem_id = s.problem_id
      where s.jurisdiction_id = place and s.problem_id = problem and s.kind = of_kind
        and s.appointed_at <= c.confirmed_at and (s.ended_at is null or s.ended_at > c.confirmed_at)
    )
  )
$$;

-- Nobody sits who has not said yes to this very seat. Of a confirmed group only a seat that is free is given.
create or replace function arena.check_seat()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from arena.offer o
    where o.jurisdiction_id = new.jurisdiction_id and o.problem_id = new.problem_id and o.number = new.offer_number
      and o.state = 'accepted' and o.account_id = new.account_id and o.kind = new.kind
      and o.person_id is not distinct from new.person_id and o.profile_id is not distinct from new.profile_id
  ) then
    raise exception 'nobody sits in the group of % who has not said yes', new.problem_id using errcode = 'check_violation';
  end if;
  if exists (
    select from arena.confirmation c
    where c.jurisdiction_id = new.jurisdiction_id and c.problem_id = new.problem_id
  ) and (
    select count(*) >= arena.places(new.jurisdiction_id, new.problem_id, new.kind)
    from arena.seat s
    where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.kind = new.kind and s.ended_at is null
  ) then
    raise exception 'the group of % is confirmed and no seat is free', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- A seat that was left stays left. The chair goes from one who left to another, never from one who sits.
create function arena.keep_seat()
returns trigger
language plpgsql
as $$
begin
  if old.ended_at is not null then
    raise exception 'the seat % was left', old.id using errcode = 'check_violation';
  end if;
  if old.is_chair and not new.is_chair then
    raise exception 'who chairs the group of % keeps the chair until she leaves', old.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_seat before update on arena.seat for each row execute function arena.keep_seat();

-- A group begins whole: nobody waits for an answer, and nobody owes one.
create or replace function arena.check_confirmation()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from problem.problem p
    where p.jurisdiction_id = new.jurisdiction_id and p.id = new.problem_id and p.source is not null
  ) then
    return new;
  end if;
  if not exists (
    select from arena.seat s
    where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.is_chair and s.ended_at is null
  ) or exists (
    select from arena.application a
    where a.jurisdiction_id = new.jurisdiction_id and a.problem_id = new.problem_id and a.state = 'waiting'
  ) or exists (
    select from arena.offer o
    where o.jurisdiction_id = new.jurisdiction_id and o.problem_id = new.problem_id and o.state = 'waiting'
  ) then
    raise exception 'the group of % is not ready', new.problem_id using errcode = 'check_violation';
  end if;
  if new.exception = '' and not exists (
    select from mandate.mandate m
    left join arena.recruitment r on r.jurisdiction_id = m.jurisdiction_id and r.problem_id = m.problem_id
    where m.jurisdiction_id = new.jurisdiction_id and m.problem_id = new.problem_id and m.state = 'adopted'
      and (coalesce(m.politicians, r.politicians), coalesce(m.citizens, r.citizens)) = (
        select count(*) filter (where s.kind = 'politician'), count(*) filter (where s.kind = 'citizen')
        from arena.seat s
        where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.ended_at is null
      )
  ) then
    raise exception 'the group of % does not meet its rule', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- An application can be changed until the call closes, and taken back. Who was not chosen may be a substitute, in order.
alter table arena.application
  add column household bytea,
  add column substitute integer check (substitute > 0),
  drop constraint application_state_check,
  drop constraint application_check,
  add constraint application_state_check check (state in ('waiting', 'selected', 'not-selected', 'withdrawn')),
  add constraint application_check check (
    state in ('waiting', 'withdrawn') or (answer <> '' and answered_by is not null and answered_at is not null)
  ),
  add check (substitute is null or state in ('not-selected', 'selected'));
create unique index one_at_each_place on arena.application (jurisdiction_id, problem_id, substitute) where substitute is not null;
