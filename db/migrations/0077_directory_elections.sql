-- When a body is elected next, on whose word and where that can be read. No row: nobody has said.
create table directory.election (
  jurisdiction_id id.jurisdiction not null,
  body_id id.body not null,
  held_on date not null,
  source text not null check (length(source) between 1 and 500),
  said_by id.account not null,
  said_at timestamptz not null,
  primary key (jurisdiction_id, body_id),
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, said_by) references identity.account
);
call folkmoot.protect('directory.election', 'select, insert, delete');
