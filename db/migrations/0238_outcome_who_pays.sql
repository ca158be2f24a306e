-- The account of public value says who gains and who pays, each in its own place; what was written before stays as it was written.
alter table outcome.value_account
  add column who_benefits text not null default '' check (length(who_benefits) <= 4000),
  add column who_pays text not null default '' check (length(who_pays) <= 4000);
