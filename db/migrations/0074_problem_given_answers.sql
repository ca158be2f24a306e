-- What was answered last stands on the page of what is owed, also where thousands of answers were given.
create index answer_owed_given on problem.answer_owed (jurisdiction_id, answered_at desc) where answered_at is not null;
