-- Seats kept for organisations that have declared in the register what they can bring, and for groups the problem affects: so that
-- "who is missing" says of each affected group whether somebody sits there for it.

alter table problem.actor add unique (jurisdiction_id, problem_id, id);

alter table arena.recruited_profile
  add column is_for_organisations boolean not null default false,
  -- The affected group somebody on this seat stands for; of the same case.
  add column kept_for_id id.actor,
  add foreign key (jurisdiction_id, problem_id, kept_for_id) references problem.actor (jurisdiction_id, problem_id, id),
  -- An organisation is chosen for what it brings; lots are drawn among people.
  add check (not is_for_organisations or drawn = 0);

create function arena.check_kept_seat()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.recruited_profile p
    where (p.jurisdiction_id, p.problem_id, p.id) = (new.jurisdiction_id, new.problem_id, new.profile_id)
      and p.is_for_organisations
  ) and not exists (
    select
    from problem.declaration d
    join lateral (
      select v.resources, v.resource_words
      from problem.declaration_version v
      where v.jurisdiction_id = d.jurisdiction_id and v.declaration_id = d.id
      order by v.number desc
      limit 1
    ) v on true
    where d.jurisdiction_id = new.jurisdiction_id and d.account_id = new.account_id and d.withdrawn_at is null
      and (cardinality(v.resources) > 0 or v.resource_words <> '')
  ) then
    raise exception 'a seat of % is kept for organisations that have declared what they bring', new.problem_id
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_kept_seat before insert or update of profile_id on arena.application
  for each row execute function arena.check_kept_seat();
create trigger check_kept_seat before insert on arena.offer
  for each row execute function arena.check_kept_seat();
