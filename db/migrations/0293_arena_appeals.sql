-- Whom a group is still looking for, said in public while the call is open: from the report of who is missing.
create domain id.appeal as uuid;

create table arena.appeal (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.appeal not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  whom text not null check (length(whom) between 1 and 200),
  wanted integer not null check (wanted between 1 and 500),
  -- Where else it is passed on: a school, a club, a waiting room.
  through text not null default '' check (length(through) <= 300),
  words text not null default '' check (length(words) <= 2000),
  language text not null,
  written_by id.account not null,
  written_at timestamptz not null,
  ended_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references arena.open_call,
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('arena.appeal', 'select, insert, update (ended_at)');

-- Organisations of the interest register that were asked to pass it on.
create table arena.appeal_organisation (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  appeal_id id.appeal not null,
  declaration_id id.declaration not null,
  primary key (jurisdiction_id, appeal_id, declaration_id),
  foreign key (jurisdiction_id, appeal_id) references arena.appeal,
  foreign key (jurisdiction_id, declaration_id) references problem.declaration
);
call folkmoot.protect('arena.appeal_organisation', 'select, insert');
