-- Anybody can type the address of somebody else. By itself it counts for nothing: only where the clerk found in the register that
-- somebody lives with the others who gave it does one of them keep another from a seat.
alter table arena.application
  add column lives_there boolean,
  add column looked_up_by id.account,
  add constraint home_looked_up_of_an_address check (household is not null or lives_there is null),
  add constraint home_looked_up_by_somebody check ((lives_there is null) = (looked_up_by is null)),
  add foreign key (jurisdiction_id, looked_up_by) references identity.account;
