-- Which letters to people without a computer are on their way, so that none is forgotten and none is sent twice. What a letter
-- says is not kept: it is made from what stands in the case whenever it is printed.

create table arena.posted_letter (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- To whom: the receipt of her application.
  receipt integer not null,
  kind text not null check (kind in ('offer', 'not-selected', 'not-drawn')),
  -- The number of the offer or of the draw; 0 for the answer to her application, of which there is one.
  about integer not null check (about >= 0),
  posted_by id.account not null,
  posted_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, receipt, kind, about),
  foreign key (jurisdiction_id, problem_id, receipt) references arena.staff_record,
  foreign key (jurisdiction_id, posted_by) references identity.account,
  check ((kind = 'not-selected') = (about = 0))
);
call folkmoot.protect('arena.posted_letter', 'select, insert');
