-- A count whose numbers would open an earlier one is kept and not shown (`@folkmoot/tally/while-open.ts`): the next one has to know.
alter table opinion.tally add column is_held boolean not null default false;
