-- What somebody typed into the form of an act of weight, while she proves anew who she is. Hers alone, and forgotten after an hour.
create table identity.kept_act (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id uuid not null,
  account_id id.account not null,
  path text not null check (length(path) between 1 and 16384),
  -- JSON as text: jsonb refuses letters that people can send and every form answers in words.
  typed text not null,
  kept_at timestamptz not null,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index kept_act_by_age on identity.kept_act (jurisdiction_id, kept_at);
call folkmoot.protect('identity.kept_act', 'select, insert, delete');
