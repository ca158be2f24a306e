-- That a report to a follow-up group is due, and that its day has passed, is told once for each day it was due on.
create table delivery.status_reminder (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  due_on date not null,
  step text not null check (step in ('due', 'late')),
  told_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, due_on, step),
  foreign key (jurisdiction_id, problem_id) references delivery.follow_up
);
call folkmoot.protect('delivery.status_reminder', 'select, insert');
