-- How often somebody did what can be done too often, in steps of time. Nothing of what was done; forgotten after an hour.
create table identity.pace (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  kind text not null check (kind in ('writing', 'knocking', 'searching')),
  -- Hash of an account, or keyed hash of where a visitor asks from: no row says who.
  who bytea not null check (length(who) = 32),
  since timestamptz not null,
  count integer not null check (count > 0),
  primary key (jurisdiction_id, kind, who, since)
);
create index pace_by_age on identity.pace (jurisdiction_id, since);
call folkmoot.protect('identity.pace', 'select, insert, update, delete');
