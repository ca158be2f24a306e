-- That an ordered fact fell overdue is told once for each day it was due: another day, once somebody else is to answer, is another.
create table inquiry.overdue (
  jurisdiction_id id.jurisdiction not null,
  evidence_id id.evidence not null,
  due_at timestamptz not null,
  told_at timestamptz not null check (told_at > due_at),
  primary key (jurisdiction_id, evidence_id, due_at),
  foreign key (jurisdiction_id, evidence_id) references inquiry.evidence
);
call folkmoot.protect('inquiry.overdue', 'select, insert');
