-- What those answered who had proved who they are, counted once, when voting closes: a page asks no vote.

create table opinion.proved (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  voters integer not null check (voters >= 0),
  primary key (jurisdiction_id, consultation_id),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation
);
call folkmoot.protect('opinion.proved', 'select, insert');

create table opinion.proved_tally (
  jurisdiction_id id.jurisdiction not null,
  statement_id id.statement not null,
  consultation_id id.consultation not null,
  agree integer not null check (agree >= 0),
  disagree integer not null check (disagree >= 0),
  pass integer not null check (pass >= 0),
  primary key (jurisdiction_id, statement_id),
  foreign key (jurisdiction_id, statement_id) references opinion.statement,
  foreign key (jurisdiction_id, consultation_id) references opinion.proved
);
create index on opinion.proved_tally (jurisdiction_id, consultation_id);
call folkmoot.protect('opinion.proved_tally', 'select, insert');
