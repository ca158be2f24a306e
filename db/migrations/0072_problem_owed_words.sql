-- What a body owes is an answer to the words that reached the number: a version of the problem, and no other.

alter table problem.answer_owed add column framing_number integer;
-- What was owed before: the version in use when the number was reached.
update problem.answer_owed o
set framing_number = coalesce((
  select f.number
  from problem.framing f
  where f.jurisdiction_id = o.jurisdiction_id and f.problem_id = o.problem_id and f.state in ('current', 'earlier')
    and coalesce(f.answered_at, f.proposed_at) <= o.reached_at
  order by coalesce(f.answered_at, f.proposed_at) desc
  limit 1
), 1);
-- Referred on, it stays an answer to the same words.
with recursive referred as (
  select jurisdiction_id, problem_id, number, framing_number from problem.answer_owed where referred_from is null
  union all
  select o.jurisdiction_id, o.problem_id, o.number, r.framing_number
  from referred r
  join problem.answer_owed o on o.jurisdiction_id = r.jurisdiction_id and o.problem_id = r.problem_id and o.referred_from = r.number
)
update problem.answer_owed o
set framing_number = r.framing_number
from referred r
where r.jurisdiction_id = o.jurisdiction_id and r.problem_id = o.problem_id and r.number = o.number
  and o.framing_number <> r.framing_number;
alter table problem.answer_owed
  alter column framing_number set not null,
  add constraint owed_for_words foreign key (jurisdiction_id, problem_id, framing_number)
    references problem.framing (jurisdiction_id, problem_id, number);

alter table problem.body_business
  add constraint business_with_words foreign key (jurisdiction_id, problem_id, framing_number)
    references problem.framing (jurisdiction_id, problem_id, number);

-- Only the answer is still to come: body, words, number and day stay as they were told to everybody.
create function problem.check_answer_owed()
returns trigger
language plpgsql
as $$
begin
  if old.answered_at is not null or to_jsonb(new) - 'answered_at' <> to_jsonb(old) - 'answered_at' then
    raise exception 'what is owed for problem % is not rewritten', old.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_answer_owed before update on problem.answer_owed
  for each row execute function problem.check_answer_owed();
