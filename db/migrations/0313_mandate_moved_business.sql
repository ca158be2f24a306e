-- What business moved from a standing committee to the group of a case, by which decision, until when (R19).

create domain id.moved_business as uuid;

create table mandate.moved_business (
  jurisdiction_id id.jurisdiction not null,
  id id.moved_business not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  -- The standing committee it came from, and where it goes back to.
  from_body_id id.body not null,
  what text not null check (length(what) between 1 and 500),
  -- Control of the administration and single cases never move: there is no word for them here.
  kind text not null check (kind in ('policy', 'plan', 'theme')),
  stays text not null check (length(stays) between 1 and 1000),
  ends_on date not null,
  -- Meeting hours of the committee this frees until then; null where nobody has reckoned.
  freed_hours integer check (freed_hours between 0 and 10000),
  resolution_id id.resolution not null,
  written_by id.account not null,
  written_at timestamptz not null,
  returned_on date,
  returned_words text not null default '' check (length(returned_words) <= 1000),
  returned_by id.account,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  unique (jurisdiction_id, resolution_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, from_body_id) references directory.body,
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, written_by) references identity.account,
  foreign key (jurisdiction_id, returned_by) references identity.account,
  check ((returned_on is null) = (returned_words = '') and (returned_on is null) = (returned_by is null))
);
call folkmoot.protect(
  'mandate.moved_business', 'select, insert, update (returned_on, returned_words, returned_by)'
);

-- Only to a group with a mandate; back only what a confirmed vote moved, once.
create function mandate.check_moved_business()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if not exists (
      select from mandate.mandate m
      where m.jurisdiction_id = new.jurisdiction_id and m.problem_id = new.problem_id and m.state = 'adopted'
    ) then
      raise exception 'business moves only to a group with a mandate' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.returned_on is not null or not exists (
    select from directory.resolution r
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id and r.confirmed_at is not null and r.is_carried
  ) then
    raise exception 'only business that moved goes back, once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_moved_business before insert or update on mandate.moved_business
  for each row execute function mandate.check_moved_business();
