-- A group puts the problem differently: one member writes it, others stand behind it, the chair puts it forward.

create table arena.framing_draft (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('words', 'another-problem')),
  question text not null check (length(question) between 5 and 200),
  what_happens text not null check (length(what_happens) between 1 and 4000),
  who_is_affected text not null check (length(who_is_affected) between 1 and 2000),
  reason text not null check (length(reason) between 1 and 2000),
  written_by id.account not null,
  written_at timestamptz not null,
  -- The number it has among the framings of the problem, once the chair has put it forward.
  framing_number integer check (framing_number > 0),
  put_forward_by id.account,
  put_forward_at timestamptz,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, problem_id, framing_number) references problem.framing (jurisdiction_id, problem_id, number),
  check ((framing_number is null) = (put_forward_by is null) and (put_forward_by is null) = (put_forward_at is null))
);
call folkmoot.protect(
  'arena.framing_draft', 'select, insert, update (framing_number, put_forward_by, put_forward_at)'
);

create table arena.framing_backer (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  draft_number integer not null,
  account_id id.account not null,
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id, draft_number, account_id),
  foreign key (jurisdiction_id, problem_id, draft_number) references arena.framing_draft
);
call folkmoot.protect('arena.framing_backer', 'select, insert, delete');
