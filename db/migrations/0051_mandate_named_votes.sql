-- Who voted how on a mandate, where a body votes by name. All of it or none of it: the rule holds the names to the counts.
create table mandate.named_vote (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  mandate_id id.mandate not null,
  person_id id.person not null,
  choice text not null check (choice in ('for', 'against', 'abstains')),
  primary key (jurisdiction_id, resolution_id, person_id),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, person_id) references directory.person
);
call folkmoot.protect('mandate.named_vote', 'select, insert');
