-- What the body answered to what it owed: drafted with the record of its vote, in force when its chair has confirmed that.
create table problem.body_answer (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  problem_id id.problem not null,
  owed_number integer not null,
  outcome text not null check (outcome in ('taken-up', 'refused', 'referred', 'given')),
  reason text not null check (length(reason) between 1 and 4000),
  -- The politician who takes it up.
  sponsor_id id.person,
  -- To whom it is referred: a body of this place, or another by name.
  referred_body_id id.body,
  referred_name text not null default '' check (length(referred_name) <= 200),
  confirmed_at timestamptz,
  primary key (jurisdiction_id, resolution_id),
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, problem_id, owed_number) references problem.answer_owed,
  foreign key (jurisdiction_id, sponsor_id) references directory.person,
  foreign key (jurisdiction_id, referred_body_id) references directory.body,
  check ((outcome = 'taken-up') = (sponsor_id is not null)),
  check ((outcome = 'referred') = (referred_body_id is not null or referred_name <> ''))
);
create index body_answer_of_problem on problem.body_answer (jurisdiction_id, problem_id);
-- One debt, one answer.
create unique index one_body_answer on problem.body_answer (jurisdiction_id, problem_id, owed_number)
  where confirmed_at is not null;
call folkmoot.protect('problem.body_answer', 'select, insert, update');

-- No answer but the body's own: a vote about this problem, of the body that owes it, carried, its record confirmed.
create function problem.check_body_answer()
returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'confirmed_at' <> to_jsonb(old) - 'confirmed_at' then
    raise exception 'an answer is not rewritten' using errcode = 'check_violation';
  end if;
  if new.confirmed_at is not null and not exists (
    select from directory.resolution r
    join problem.answer_owed o on o.jurisdiction_id = r.jurisdiction_id and o.body_id = r.body_id
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id and r.about_id = new.problem_id
      and r.confirmed_at is not null and r.is_carried
      and o.problem_id = new.problem_id and o.number = new.owed_number
  ) then
    raise exception 'problem % was not answered by a vote of the body that owes it', new.problem_id
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_body_answer before insert or update on problem.body_answer
  for each row execute function problem.check_body_answer();

-- The same matter, raised again after a refusal or a lapse: which one, and what is new.
create table problem.raised_again (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  earlier_id id.problem not null,
  -- Empty where enough time has passed.
  new_facts text not null check (length(new_facts) <= 2000),
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, earlier_id) references problem.agenda,
  check (problem_id <> earlier_id)
);
create index raised_again_of on problem.raised_again (jurisdiction_id, earlier_id);
call folkmoot.protect('problem.raised_again', 'select, insert');
