-- Questions put for a meeting are promised a reply at it: who owes the replies hears before its day, the chair when it is over, everybody
-- ten days later. All questions for one meeting are one promise, so nobody hears of each by itself.
alter table decision.reminder
  drop constraint reminder_what_check,
  add constraint reminder_what_check
    check (what in ('answers', 'return', 'parked', 'referred', 'questions', 'reply', 'unsent')),
  drop constraint reminder_check2,
  add constraint reminder_check2 check (step <> 'everybody' or told_at > due_at
    + case when what in ('questions', 'reply', 'unsent') then interval '240 hours' else interval '720 hours' end);

