-- The devil's advocate: two members write the strongest case against a recommendation before the group believes itself agreed.
create domain id.counter_case as uuid;

create table draft.counter_case (
  jurisdiction_id id.jurisdiction not null,
  id id.counter_case not null,
  problem_id id.problem not null,
  recommendation_id id.recommendation not null,
  how text not null check (how in ('drawn', 'asked')),
  -- From which the two were drawn among the members, in the order of their seats; '' where they were asked.
  seed text not null check (length(seed) <= 64 and (seed = '') = (how = 'asked')),
  first_advocate id.account not null,
  second_advocate id.account not null,
  asked_by id.account not null,
  asked_at timestamptz not null,
  due_on date not null,
  primary key (jurisdiction_id, id),
  -- Once for each recommendation.
  unique (jurisdiction_id, recommendation_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, recommendation_id) references draft.recommendation,
  foreign key (jurisdiction_id, first_advocate) references identity.account,
  foreign key (jurisdiction_id, second_advocate) references identity.account,
  foreign key (jurisdiction_id, asked_by) references identity.account,
  check (first_advocate <> second_advocate)
);
call folkmoot.protect('draft.counter_case', 'select, insert');
create trigger counter_case_stands_still before insert on draft.counter_case
for each row execute function draft.refuse_text_after_handing_over();

-- Every version the two wrote; the newest is shown beside the recommendation.
create table draft.counter_case_text (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  counter_case_id id.counter_case not null,
  revision integer not null check (revision > 0),
  text text not null check (length(text) between 1 and 4000),
  language text not null,
  written_by id.account not null,
  at timestamptz not null,
  primary key (jurisdiction_id, counter_case_id, revision),
  foreign key (jurisdiction_id, counter_case_id) references draft.counter_case,
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('draft.counter_case_text', 'select, insert');
create trigger counter_case_text_stands_still before insert on draft.counter_case_text
for each row execute function draft.refuse_text_after_handing_over();

create function draft.refuse_other_advocates()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from draft.counter_case c
    where c.jurisdiction_id = new.jurisdiction_id and c.id = new.counter_case_id
      and new.written_by in (c.first_advocate, c.second_advocate)
  ) then
    raise exception 'the case against is written by the two who were asked';
  end if;
  return new;
end
$$;
create trigger written_by_the_two before insert on draft.counter_case_text
for each row execute function draft.refuse_other_advocates();
