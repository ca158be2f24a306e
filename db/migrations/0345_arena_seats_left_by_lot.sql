-- Once the group has begun nobody waits to be drawn: a seat by lot that is left then is given by choice. Its
-- profile may ask for nothing, because who is drawn is not weighed: then the reason alone says why.
alter table arena.offer drop constraint offer_check3;

create or replace function arena.check_offer_as_set_up()
returns trigger
language plpgsql
as $$
declare
  own record;
  named bigint;
  citizens integer;
  has_begun boolean;
begin
  if new.kind <> 'citizen' then
    return new;
  end if;
  has_begun := exists (
    select from arena.confirmation c where (c.jurisdiction_id, c.problem_id) = (new.jurisdiction_id, new.problem_id)
  );
  select p.chosen, p.drawn, p.criteria into own
  from arena.recruited_profile p
  where (p.jurisdiction_id, p.problem_id, p.id) = (new.jurisdiction_id, new.problem_id, new.profile_id);
  if new.way = 'chosen' and new.criteria = '{}' and (not found or own.criteria <> '{}') then
    raise exception 'a seat by choice says which criteria are met' using errcode = 'check_violation';
  end if;
  if found then
    select sum(p.chosen + p.drawn) into named
    from arena.recruited_profile p
    where (p.jurisdiction_id, p.problem_id) = (new.jurisdiction_id, new.problem_id);
    select coalesce(m.citizens, r.citizens) into citizens
    from arena.recruitment r
    left join mandate.mandate m
      on m.jurisdiction_id = r.jurisdiction_id and m.problem_id = r.problem_id and m.state = 'adopted'
    where (r.jurisdiction_id, r.problem_id) = (new.jurisdiction_id, new.problem_id);
    -- Where the body has since given the group more seats than anybody has named, those are given by choice.
    if (new.way = 'drawn' or named >= citizens) and (
      select count(*)
      from arena.offer o
      left join arena.seat s
        on (s.jurisdiction_id, s.problem_id, s.offer_number) = (o.jurisdiction_id, o.problem_id, o.number)
      where (o.jurisdiction_id, o.problem_id, o.profile_id) = (new.jurisdiction_id, new.problem_id, new.profile_id)
        and (has_begun or (o.way = 'drawn') = (new.way = 'drawn'))
        and o.state in ('waiting', 'accepted') and s.ended_at is null
    ) >= (case when has_begun then own.chosen + own.drawn when new.way = 'drawn' then own.drawn else own.chosen end) then
      raise exception 'no seat of this profile is left that is % in the group of %', new.way, new.problem_id
        using errcode = 'check_violation';
    end if;
  end if;
  if exists (
    select
    from arena.recruitment r
    join arena.application a
      on (a.jurisdiction_id, a.problem_id, a.account_id) = (new.jurisdiction_id, new.problem_id, new.account_id)
    join arena.application b
      on (b.jurisdiction_id, b.problem_id, b.household) = (a.jurisdiction_id, a.problem_id, a.household)
    join arena.offer o
      on (o.jurisdiction_id, o.problem_id, o.account_id) = (b.jurisdiction_id, b.problem_id, b.account_id)
    left join arena.seat s
      on (s.jurisdiction_id, s.problem_id, s.offer_number) = (o.jurisdiction_id, o.problem_id, o.number)
    where (r.jurisdiction_id, r.problem_id) = (new.jurisdiction_id, new.problem_id) and r.is_one_per_household
      and b.account_id <> a.account_id and o.state in ('waiting', 'accepted') and s.ended_at is null
  ) then
    raise exception 'somebody of the same home has a seat in the group of % or is offered one', new.problem_id
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
