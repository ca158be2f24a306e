-- What became of a problem in the place that took it up: a step there is told here once, so that whoever supported it sees
-- where it went. Which steps there are the application says; each has its sentence.
create table problem.handover_step (
  jurisdiction_id id.jurisdiction not null,
  handover_id id.handover not null,
  step text not null check (step in ('mandate', 'group', 'proposal', 'answer', 'delivery', 'outcome')),
  -- When it happened there.
  happened_at timestamptz not null,
  primary key (jurisdiction_id, handover_id, step),
  foreign key (jurisdiction_id, handover_id) references problem.handover_out
);
call folkmoot.protect('problem.handover_step', 'select, insert');

-- To which other place a body refers a problem that is not this place's.
alter table problem.body_answer
  add column referred_place_id id.jurisdiction references directory.jurisdiction,
  drop constraint body_answer_check1,
  add constraint referred_to_somebody check (
    (outcome = 'referred') = (referred_body_id is not null or referred_place_id is not null or referred_name <> '')
  ),
  add constraint referred_elsewhere check (referred_place_id is null or (referred_place_id <> jurisdiction_id and referred_body_id is null));
