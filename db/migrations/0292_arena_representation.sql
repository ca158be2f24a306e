-- Which table of the population a case is compared with, and what was last counted of those who take part.
create table arena.case_population (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  problem_id id.problem not null,
  population_id id.population not null,
  chosen_by id.account not null,
  chosen_at timestamptz not null,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, population_id) references arena.population,
  foreign key (jurisdiction_id, chosen_by) references identity.account
);
call folkmoot.protect('arena.case_population', 'select, insert, update (population_id, chosen_by, chosen_at)');

-- Sums of what people told of themselves, as they were last counted: kept, so that nobody sees who came since by counting anew.
create table arena.crowd_drawing (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  problem_id id.problem not null,
  crowd text not null check (crowd in ('members', 'voters', 'contributors')),
  people integer not null check (people >= 0),
  -- Who told anything of herself.
  told integer not null check (told between 0 and people),
  -- How many told each value: its id and a number.
  counts jsonb not null check (jsonb_typeof(counts) = 'object'),
  drawn_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, crowd),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('arena.crowd_drawing', 'select, insert, update');
