-- Who prepares for a politician: named by her, agreed to by whoever it is, until a day, ended at once by either. It holds no longer
-- than her seat. What such a person publishes names both; she alone votes, signs, confirms and answers.

create domain id.delegation as uuid;

create table identity.delegation (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.delegation not null,
  person_id id.person not null,
  account_id id.account not null,
  named_by id.account not null,
  named_at timestamptz not null,
  agreed_at timestamptz,
  -- The first moment at which it holds no more.
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by id.account,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, named_by) references identity.account,
  foreign key (jurisdiction_id, ended_by) references identity.account,
  check (ends_at > named_at),
  check (agreed_at is null or agreed_at >= named_at),
  check ((ended_at is null) = (ended_by is null))
);
create unique index delegation_open on identity.delegation (jurisdiction_id, person_id, account_id) where ended_at is null;
create index delegation_of_account on identity.delegation (jurisdiction_id, account_id);
call folkmoot.protect('identity.delegation', 'select, insert, update');

create function identity.check_delegation()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from identity.account a
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.named_by and a.person_id = new.person_id
  ) then
    raise exception 'somebody else names who prepares for her' using errcode = 'check_violation';
  end if;
  if new.account_id = new.named_by then
    raise exception 'nobody prepares for herself' using errcode = 'check_violation';
  end if;
  if new.agreed_at is not null or new.ended_at is not null then
    raise exception 'nobody has agreed to it or ended it yet' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_delegation before insert on identity.delegation
  for each row execute function identity.check_delegation();

-- It is agreed to once and ended once; nothing else of it changes, and what is over stays over.
create function identity.keep_delegation()
returns trigger
language plpgsql
as $$
begin
  if to_jsonb(new) - array['agreed_at', 'ended_at', 'ended_by'] <> to_jsonb(old) - array['agreed_at', 'ended_at', 'ended_by']
    or old.ended_at is not null
    or (old.agreed_at is not null and new.agreed_at is distinct from old.agreed_at)
  then
    raise exception 'who prepares for her, and until when, is as it was agreed' using errcode = 'check_violation';
  end if;
  -- Her account may be another one by then.
  if new.ended_by is not null and new.ended_by <> new.account_id and not exists (
    select from identity.account a
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.ended_by and a.person_id = new.person_id
  ) then
    raise exception 'it ends by the one of the two who says so' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_delegation before update on identity.delegation
  for each row execute function identity.keep_delegation();

-- Whether this account prepares for this person at that moment, by a seat she holds that day.
create function identity.prepares_for(place uuid, preparer uuid, politician uuid, at timestamptz)
returns boolean
language sql
stable
as $$
  select exists (
    select from identity.delegation d
    join directory.jurisdiction j on j.id = d.jurisdiction_id
    where d.jurisdiction_id = place and d.account_id = preparer and d.person_id = politician
      and d.agreed_at <= at and at < d.ends_at and (d.ended_at is null or at < d.ended_at)
      and exists (
        select from directory.membership m
        join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
        where m.jurisdiction_id = d.jurisdiction_id and m.person_id = d.person_id
          and (m.starts_on is null or m.starts_on <= (at at time zone j.time_zone)::date)
          and (m.ends_on is null or m.ends_on >= (at at time zone j.time_zone)::date)
      )
  )
$$;
