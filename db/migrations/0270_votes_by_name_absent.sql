-- Where a body votes by name, its minutes say who was absent, too: then each seat is accounted for, and the counts are those of the names.
alter table mandate.named_vote
  drop constraint named_vote_choice_check,
  add constraint named_vote_choice_check check (choice in ('for', 'against', 'abstains', 'absent'));
alter table decision.named_vote
  drop constraint named_vote_choice_check,
  add constraint named_vote_choice_check check (choice in ('for', 'against', 'abstains', 'absent'));
