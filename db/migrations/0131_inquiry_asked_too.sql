-- "I ask this too": counted, never listed. No time is kept, which could betray who it was.
create table inquiry.asked_too (
  jurisdiction_id id.jurisdiction not null,
  question_id id.question not null,
  account_id id.account not null,
  primary key (jurisdiction_id, question_id, account_id),
  foreign key (jurisdiction_id, question_id) references inquiry.question,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('inquiry.asked_too', 'select, insert, delete');

-- An answer that is nearly the same as an earlier one of the same politician to somebody else; she was told before she sent it.
create table inquiry.likeness (
  jurisdiction_id id.jurisdiction not null,
  question_id id.question not null,
  round integer not null,
  like_question_id id.question not null,
  like_round integer not null,
  -- Of all runs of three letters in either, the share that stands in both.
  share double precision not null check (share between 0 and 1),
  primary key (jurisdiction_id, question_id, round, like_question_id, like_round),
  foreign key (jurisdiction_id, question_id, round) references inquiry.round,
  foreign key (jurisdiction_id, like_question_id, like_round) references inquiry.round,
  check (question_id <> like_question_id)
);
create index likeness_back on inquiry.likeness (jurisdiction_id, like_question_id);
call folkmoot.protect('inquiry.likeness', 'select, insert');
