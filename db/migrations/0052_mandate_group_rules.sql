-- How the group is called together and works, as real models fix it: who set it off, how seats are filled, who else sits,
-- how it votes, and what the body owes beside the time for its answer. One row a version; no row is no rule.
create table mandate.group_rule (
  jurisdiction_id id.jurisdiction not null,
  mandate_id id.mandate not null,
  -- What set it off, in words: signatures, a body's own wish.
  trigger text not null default '' check (length(trigger) <= 1000),
  selection text
    check (selection in ('council-appoints', 'committee-chooses', 'lot', 'lot-and-nomination', 'open')),
  selection_words text not null default '' check (length(selection_words) <= 1000),
  min_age integer check (min_age between 0 and 120),
  age_rule text not null default '' check (length(age_rule) <= 300),
  -- One of the group's politicians, or somebody beside the seats.
  chair text check (chair in ('politician', 'beside')),
  others text not null default '' check (length(others) <= 1000),
  meeting_length text not null default '' check (length(meeting_length) <= 300),
  first_meeting_count integer check (first_meeting_count > 0),
  first_meeting_unit text check (first_meeting_unit in ('days', 'working-days', 'months')),
  vote_rule text not null default '' check (length(vote_rule) <= 1000),
  output text not null default '' check (length(output) <= 1000),
  duties text[] not null default '{}' check (
    duties <@ array['refusal-public', 'each-recommendation', 'explain-deviation', 'in-public-sitting', 'status-reports',
      'money-needs-consent', 'body-facilitates']
  ),
  answer_words text not null default '' check (length(answer_words) <= 1000),
  -- When the group meets again to hear what came of it, counted from the hand-over.
  return_count integer check (return_count > 0),
  return_unit text check (return_unit in ('days', 'working-days', 'months')),
  primary key (jurisdiction_id, mandate_id),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  check ((first_meeting_count is null) = (first_meeting_unit is null)),
  check ((return_count is null) = (return_unit is null))
);
call folkmoot.protect('mandate.group_rule', 'select, insert, update');

create trigger keep_frozen before insert or update or delete on mandate.group_rule
  for each row execute function mandate.keep_frozen_part();
