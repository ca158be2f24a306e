-- A body may name who takes a problem up. Until she has spoken for herself it is the body's word, and pages say so.
alter table problem.sponsorship
  add column named_by id.body,
  -- When she said herself that she leads it; null where she took it up by her own act.
  add column spoken_at timestamptz,
  add foreign key (jurisdiction_id, named_by) references directory.body;
update problem.sponsorship s
set named_by = r.body_id
from problem.body_answer a
join directory.resolution r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.resolution_id
where a.jurisdiction_id = s.jurisdiction_id and a.problem_id = s.problem_id and a.sponsor_id = s.person_id
  and s.account_id is null;
alter table problem.sponsorship
  add check (named_by is not null or spoken_at is null),
  add check (named_by is null or (spoken_at is null) = (account_id is null));
grant update (account_id, words, spoken_at) on problem.sponsorship to folkmoot_app;

-- What somebody said stays as she said it; only who has not spoken yet speaks.
create function problem.keep_sponsorship()
returns trigger
language plpgsql
as $$
begin
  if (new.account_id, new.words, new.spoken_at) is distinct from (old.account_id, old.words, old.spoken_at)
    and (old.spoken_at is not null or old.named_by is null or old.ended_at is not null) then
    raise exception 'a sponsorship stays as it was taken up' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_sponsorship before update on problem.sponsorship
  for each row execute function problem.keep_sponsorship();
