-- A politician replies where people write: under an experience, an idea or a statement, small and by name (R28).
create domain id.reply as uuid;

create table inquiry.reply (
  jurisdiction_id id.jurisdiction not null,
  id id.reply not null,
  problem_id id.problem not null,
  -- What it stands under belongs to a later stage: named as the trace names things, without a foreign key.
  about_kind text not null check (about_kind in ('idea', 'statement')),
  about_id uuid not null,
  person_id id.person not null,
  account_id id.account not null,
  text text not null check (length(text) between 1 and 600),
  language text not null,
  written_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index reply_about on inquiry.reply (jurisdiction_id, about_id);
create index reply_of_person on inquiry.reply (jurisdiction_id, person_id);
call folkmoot.protect('inquiry.reply', 'select, insert');
