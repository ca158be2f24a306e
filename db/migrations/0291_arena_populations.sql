-- How a place is made up, by what people are counted by: tables of official statistics, kept as they were imported.
create domain id.population as uuid;

create table arena.population (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.population not null,
  name text not null check (length(name) between 1 and 120),
  -- Where the numbers come from, and of when they tell.
  source text not null check (length(source) between 1 and 300),
  as_of text not null check (length(as_of) between 1 and 40),
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  people bigint not null check (people > 0),
  imported_by id.account not null,
  imported_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, name),
  foreign key (jurisdiction_id, imported_by) references identity.account
);
call folkmoot.protect('arena.population', 'select, insert');

create table arena.population_feature (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  population_id id.population not null,
  feature_id id.feature not null,
  position integer not null check (position > 0),
  primary key (jurisdiction_id, population_id, feature_id),
  foreign key (jurisdiction_id, population_id) references arena.population,
  foreign key (jurisdiction_id, feature_id) references arena.feature
);
call folkmoot.protect('arena.population_feature', 'select, insert');

-- People alike in every feature of the table. Cells of nobody are not kept.
create table arena.population_cell (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  population_id id.population not null,
  number integer not null check (number > 0),
  people bigint not null check (people > 0),
  primary key (jurisdiction_id, population_id, number),
  foreign key (jurisdiction_id, population_id) references arena.population
);
call folkmoot.protect('arena.population_cell', 'select, insert');

create table arena.population_cell_value (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  population_id id.population not null,
  number integer not null,
  feature_id id.feature not null,
  value_id id.feature_value not null,
  primary key (jurisdiction_id, population_id, number, feature_id),
  foreign key (jurisdiction_id, population_id, number) references arena.population_cell,
  foreign key (jurisdiction_id, population_id, feature_id) references arena.population_feature,
  foreign key (jurisdiction_id, feature_id, value_id) references arena.feature_value (jurisdiction_id, feature_id, id)
);
call folkmoot.protect('arena.population_cell_value', 'select, insert');
