-- When the body comes back to its answer: what was done since, and what became of each recommendation that was parked or passed
-- on. Its chair's word, once, and not before the two have met.
create table decision.return_item (
  jurisdiction_id id.jurisdiction not null,
  package_id id.package not null,
  recommendation_id id.recommendation not null,
  words text not null check (length(words) between 1 and 2000),
  primary key (jurisdiction_id, package_id, recommendation_id),
  foreign key (jurisdiction_id, package_id, recommendation_id) references decision.item
);
call folkmoot.protect('decision.return_item', 'select, insert');

create table decision.return_report (
  jurisdiction_id id.jurisdiction not null,
  package_id id.package not null,
  held_on date not null,
  words text not null check (length(words) between 1 and 4000),
  person_id id.person not null,
  account_id id.account not null,
  at timestamptz not null,
  primary key (jurisdiction_id, package_id),
  foreign key (jurisdiction_id, package_id) references decision.package,
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('decision.return_report', 'select, insert');

create function decision.check_return()
returns trigger
language plpgsql
as $$
declare
  pack decision.package;
begin
  select k.* into pack from decision.package k where k.jurisdiction_id = new.jurisdiction_id and k.id = new.package_id for share;
  if pack.source is not null or pack.meeting_on is null or pack.return_on is null or new.held_on <= pack.meeting_on then
    raise exception 'a return before the first meeting of package %', new.package_id using errcode = 'check_violation';
  end if;
  -- A day later than in any time zone of the world lies in the future everywhere.
  if new.held_on > (new.at at time zone 'UTC')::date + 1 then
    raise exception 'a return in the future' using errcode = 'check_violation';
  end if;
  if not directory.sits(new.jurisdiction_id, new.person_id, pack.body_id, new.at, true) then
    raise exception 'only the chair of the body says what became of package %', new.package_id using errcode = 'check_violation';
  end if;
  if exists (
    select from decision.item i
    join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
    where i.jurisdiction_id = new.jurisdiction_id and i.package_id = new.package_id and c.kind in ('park', 'refer')
      and not exists (
        select from decision.return_item r
        where r.jurisdiction_id = i.jurisdiction_id and r.package_id = i.package_id and r.recommendation_id = i.recommendation_id
      )
  ) then
    raise exception 'nothing is said of what was parked or passed on in package %', new.package_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_return before insert on decision.return_report for each row execute function decision.check_return();
