-- Nobody promises in another's name, and staff end no promise: what somebody else prepared for a politician is a draft until she
-- confirms it; only she or the chair of the body says that it was kept or dropped.

drop trigger keep_promised on delivery.commitment;
drop trigger check_commitment on delivery.commitment;

alter table delivery.commitment
  add column confirmed_at timestamptz,
  add column confirmed_by id.account,
  add column discarded_at timestamptz,
  add foreign key (jurisdiction_id, confirmed_by) references identity.account;

-- What was promised before this rule stays promised, by whoever wrote it.
update delivery.commitment set confirmed_at = written_at, confirmed_by = written_by where source is null;

alter table delivery.commitment
  add check ((confirmed_at is null) = (confirmed_by is null)),
  add check (confirmed_at is null or discarded_at is null),
  add check (source is null or (confirmed_at is null and discarded_at is null));

create trigger check_commitment before insert on delivery.commitment
  for each row execute function delivery.check_commitment();

create or replace function delivery.keep_promised()
returns trigger
language plpgsql
as $$
declare
  moves text[] = array['standing', 'standing_reason', 'next_report_on'];
begin
  -- A draft is confirmed or discarded, once; it is not reworded either: who reads it confirms what she read.
  if old.source is null and old.confirmed_at is null and old.discarded_at is null then
    moves = array['confirmed_at', 'confirmed_by', 'discarded_at'];
  end if;
  if to_jsonb(new) - moves <> to_jsonb(old) - moves then
    raise exception 'commitment % is what was promised', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_promised before update on delivery.commitment for each row execute function delivery.keep_promised();

create function delivery.check_confirmed()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from identity.account a
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.confirmed_by and a.person_id = new.owner_id
  ) then
    raise exception 'commitment % is confirmed by somebody else than its owner', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_confirmed after insert or update of confirmed_at, confirmed_by on delivery.commitment
  for each row when (new.confirmed_by is not null) execute function delivery.check_confirmed();

create function delivery.check_report()
returns trigger
language plpgsql
as $$
begin
  if new.source is not null then return new; end if;
  if new.is_staff and new.standing in ('kept', 'dropped') then
    raise exception 'staff end no promise' using errcode = 'check_violation';
  end if;
  if not exists (
    select from delivery.commitment c
    where c.jurisdiction_id = new.jurisdiction_id and c.id = new.commitment_id and c.confirmed_at is not null
  ) then
    raise exception 'a draft has no reports' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_report before insert on delivery.report for each row execute function delivery.check_report();
