-- What a place counts people by: gender, age groups and whatever else it says. Told freely by each person for herself, only counted.
create domain id.feature as uuid;
create domain id.feature_value as uuid;

create table arena.feature (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.feature not null,
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('gender', 'other')),
  position integer not null check (position > 0),
  -- No more asked for, and no more counted.
  retired_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, id, kind),
  -- Two may take each other's name in one act.
  unique (jurisdiction_id, name) deferrable initially deferred
);
create unique index one_gender on arena.feature (jurisdiction_id) where kind = 'gender';
call folkmoot.protect('arena.feature', 'select, insert, update (name, position, retired_at)');

create table arena.feature_value (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.feature_value not null,
  feature_id id.feature not null,
  kind text not null,
  name text not null check (length(name) between 1 and 80),
  -- What the composition rule counts by; of gender alone.
  code text check (code in ('woman', 'man', 'other')),
  position integer not null check (position > 0),
  -- A value somebody told of herself is never removed: it is no more offered.
  retired_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, feature_id, id),
  unique (jurisdiction_id, feature_id, name) deferrable initially deferred,
  foreign key (jurisdiction_id, feature_id, kind) references arena.feature (jurisdiction_id, id, kind),
  check ((kind = 'gender') = (code is not null))
);
call folkmoot.protect('arena.feature_value', 'select, insert, update (name, position, retired_at)');

create table arena.told_feature (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  account_id id.account not null,
  feature_id id.feature not null,
  value_id id.feature_value not null,
  told_at timestamptz not null,
  primary key (jurisdiction_id, account_id, feature_id),
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, feature_id, value_id) references arena.feature_value (jurisdiction_id, feature_id, id)
);
call folkmoot.protect('arena.told_feature', 'select, insert, update, delete');
