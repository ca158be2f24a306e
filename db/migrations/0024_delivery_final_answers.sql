-- A commitment carries out an answer that is final: accepted in the version that stands, carried by the body in that version, in a
-- package that is closed. It names the version, so that nobody has to guess later what was promised.

alter table delivery.commitment add column answer_version integer;

update delivery.commitment c
set answer_version = (
  select max(v.version)
  from decision.answer_version v
  where v.jurisdiction_id = c.jurisdiction_id and v.answer_id = c.answer_id
)
where c.answer_id is not null;

alter table delivery.commitment
  add foreign key (jurisdiction_id, answer_id, answer_version) references decision.answer_version,
  add check ((answer_id is null) = (answer_version is null));

create function delivery.check_commitment()
returns trigger
language plpgsql
as $$
declare
  pack decision.package;
begin
  if new.source is not null then return new; end if;
  -- Shared with whoever answers or closes: what is promised is what was seen.
  select k.* into pack
  from decision.answer a
  join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
  where a.jurisdiction_id = new.jurisdiction_id and a.id = new.answer_id
  for share of k;
  if pack.problem_id is distinct from new.problem_id or pack.closed_at is null or not exists (
    select from decision.current_answer c
    join decision.answer_vote w
      on w.jurisdiction_id = c.jurisdiction_id and w.answer_id = c.answer_id and w.version = c.version and w.is_carried
    where c.jurisdiction_id = new.jurisdiction_id and c.answer_id = new.answer_id and c.version = new.answer_version
      and c.kind in ('accept', 'accept-amended')
  ) then
    raise exception 'commitment % carries out no final answer', new.number using errcode = 'check_violation';
  end if;
  if not directory.sits(new.jurisdiction_id, new.owner_id, pack.body_id, new.written_at, false) then
    raise exception 'the owner of commitment % sits in no body that answered', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_commitment before insert on delivery.commitment
  for each row execute function delivery.check_commitment();

-- What was promised stays as it was promised; only how it stands moves on.
create function delivery.keep_promised()
returns trigger
language plpgsql
as $$
begin
  if to_jsonb(new) - array['standing', 'standing_reason', 'next_report_on']
    <> to_jsonb(old) - array['standing', 'standing_reason', 'next_report_on']
  then
    raise exception 'commitment % is what was promised', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_promised before update on delivery.commitment for each row execute function delivery.keep_promised();
