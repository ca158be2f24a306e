-- What the rules say of a promise holds against whoever writes past them, too: it ends by the word of its owner, as long as she sits in
-- the body, or of the chair; how it stands moves only with a report that says so; and its milestones are those it was made with.

create or replace function delivery.check_report()
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
  if new.standing in ('kept', 'dropped') and not exists (
    select from delivery.commitment c
    join identity.account a on a.jurisdiction_id = c.jurisdiction_id and a.id = new.by_account
    join decision.package k on k.jurisdiction_id = c.jurisdiction_id and k.problem_id = c.problem_id
    where c.jurisdiction_id = new.jurisdiction_id and c.id = new.commitment_id
      and directory.sits(c.jurisdiction_id, a.person_id, k.body_id, new.at, a.person_id is distinct from c.owner_id)
  ) then
    raise exception 'a promise ends by the word of its owner or of the chair of her body' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create function delivery.said_first()
returns trigger
language plpgsql
as $$
begin
  if new.source is not null then return new; end if;
  if new.standing = 'reopened' then
    if exists (
      select from delivery.reopening o
      where o.jurisdiction_id = new.jurisdiction_id and o.commitment_id = new.id and o.answered_at is null
        and o.answer_by = new.next_report_on
    ) then return new; end if;
  elsif exists (
    select from delivery.report r
    where r.jurisdiction_id = new.jurisdiction_id and r.commitment_id = new.id and r.standing = new.standing
      and r.next_report_on is not distinct from new.next_report_on
      and not exists (
        select from delivery.report later
        where later.jurisdiction_id = r.jurisdiction_id and later.commitment_id = r.commitment_id and later.number > r.number
      )
  ) then return new;
  end if;
  raise exception 'commitment % moves on with a report that says so', new.number using errcode = 'check_violation';
end
$$;
create trigger said_first before update on delivery.commitment
  for each row when (
    old.standing is distinct from new.standing or old.next_report_on is distinct from new.next_report_on
    or old.standing_reason is distinct from new.standing_reason
  ) execute function delivery.said_first();

create function delivery.fix_milestones()
returns trigger
language plpgsql
as $$
begin
  -- Only in the transaction that wrote the promise: one added later would move the day it was promised for.
  if not exists (
    select from delivery.commitment c
    where c.jurisdiction_id = new.jurisdiction_id and c.id = new.commitment_id
      and (c.source is not null or c.xmin = pg_current_xact_id()::xid)
  ) then
    raise exception 'a milestone is promised with its commitment' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger fix_milestones before insert on delivery.milestone
  for each row execute function delivery.fix_milestones();
