-- Who decides on changes proposed to the common text. Null: nobody was named; then another member than the one who proposed.
alter table mandate.group_rule
  add column text_deciders text check (text_deciders in ('chair', 'another-member', 'majority')),
  add column proposer_decides boolean not null default false,
  -- Residents outside the group may propose changes too.
  add column residents_amend boolean not null default false;
