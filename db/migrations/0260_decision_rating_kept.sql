-- What a rating came to is written down once, when it has closed: what people who could rate it do later, who they are then, and a rating
-- of later words of the same answer change nothing of it.
create table decision.rating_result (
  jurisdiction_id id.jurisdiction not null,
  answer_id id.answer not null,
  version integer not null,
  -- How many could rate it, and how many did, at the close.
  could integer not null check (could >= rated),
  rated integer not null check (rated >= 0),
  -- What may be published of each question; null where too few rated or nearly all alike.
  was_reasoned jsonb,
  did_answer jsonb,
  closed_at timestamptz not null,
  kept_at timestamptz not null check (kept_at > closed_at),
  primary key (jurisdiction_id, answer_id, version),
  foreign key (jurisdiction_id, answer_id, version) references decision.answer_version,
  check (rated >= 10 or (was_reasoned is null and did_answer is null))
);
call folkmoot.protect('decision.rating_result', 'select, insert');

create function decision.refuse_rating_result()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'the result of a rating stays as it was' using errcode = 'check_violation';
  end if;
  if not exists (
    select from decision.answer a
    join decision.package k on k.jurisdiction_id = a.jurisdiction_id and k.id = a.package_id
    where a.jurisdiction_id = new.jurisdiction_id and a.id = new.answer_id and k.source is null
      and k.closed_at < new.kept_at - interval '29 days'
  ) then
    raise exception 'the rating of answer % is open', new.answer_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger refuse_rating_result before insert or update on decision.rating_result
  for each row execute function decision.refuse_rating_result();
