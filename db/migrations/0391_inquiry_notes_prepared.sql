-- A note somebody published on a politician's behalf says so for good: who wrote it is `account_id`, on whose behalf `person_id`.
alter table inquiry.note
  add column on_behalf text check (on_behalf in ('staff', 'other'));

-- Nobody writes a note in another's name: it is her own account, or that of somebody who prepares for her at that moment.
create function inquiry.check_note()
returns trigger
language plpgsql
as $$
declare
  is_hers boolean;
begin
  if new.source is not null then return new; end if;
  is_hers = exists (
    select from identity.account a
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.account_id and a.person_id = new.person_id
  );
  if is_hers <> (new.on_behalf is null) then
    raise exception 'note % does not say on whose behalf it is', new.number using errcode = 'check_violation';
  end if;
  if not is_hers and not identity.prepares_for(new.jurisdiction_id, new.account_id, new.person_id, new.written_at) then
    raise exception 'note % is by nobody who prepares for her', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_note before insert on inquiry.note for each row execute function inquiry.check_note();
