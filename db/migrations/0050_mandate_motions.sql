-- What belongs to a motion: that it was withdrawn, why less is promised, what the body was warned of; and the charter as it was
-- adopted, byte for byte.

-- The record of a vote taken back before the chair confirmed it; the record itself stays to be read.
create table mandate.withdrawal (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  mandate_id id.mandate not null,
  reason text not null check (length(reason) between 1 and 1000),
  withdrawn_by id.account not null,
  withdrawn_at timestamptz not null,
  primary key (jurisdiction_id, resolution_id),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, withdrawn_by) references identity.account
);
call folkmoot.protect('mandate.withdrawal', 'select, insert');

create function mandate.check_withdrawal()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from directory.resolution r
    where r.jurisdiction_id = new.jurisdiction_id and r.id = new.resolution_id and r.confirmed_at is not null
  ) then
    raise exception 'resolution % is confirmed and cannot be withdrawn', new.resolution_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_withdrawal before insert on mandate.withdrawal for each row execute function mandate.check_withdrawal();

-- Why a motion promises less than the version in force.
create table mandate.lowering (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  mandate_id id.mandate not null,
  reason text not null check (length(reason) between 1 and 2000),
  primary key (jurisdiction_id, resolution_id),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  foreign key (jurisdiction_id, resolution_id) references directory.resolution
);
call folkmoot.protect('mandate.lowering', 'select, insert');

-- What the body was warned of when the vote was recorded, as codes with their values.
create table mandate.warning (
  jurisdiction_id id.jurisdiction not null,
  resolution_id id.resolution not null,
  mandate_id id.mandate not null,
  position integer not null check (position > 0),
  kind text not null,
  values jsonb not null,
  primary key (jurisdiction_id, resolution_id, position),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  foreign key (jurisdiction_id, resolution_id) references directory.resolution
);
call folkmoot.protect('mandate.warning', 'select, insert');

-- Canonical JSON (RFC 8785) of an adopted mandate. Its hash stands in the fact of the adoption.
create table mandate.charter (
  jurisdiction_id id.jurisdiction not null,
  mandate_id id.mandate not null,
  json text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(json, 'UTF8')), 'hex')),
  primary key (jurisdiction_id, mandate_id),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate
);
call folkmoot.protect('mandate.charter', 'select, insert');

-- Less is never promised without a reason, and nothing comes into force by a motion that was withdrawn.
create function mandate.check_motion()
returns trigger
language plpgsql
as $$
declare
  levels constant text[] := array['inform', 'consult', 'involve', 'collaborate', 'empower'];
begin
  if new.source is not null or old.state <> 'draft' or new.state <> 'adopted' then return new; end if;
  if exists (
    select from mandate.withdrawal w
    where w.jurisdiction_id = new.jurisdiction_id and w.resolution_id = new.resolution_id
  ) then
    raise exception 'the motion on mandate % was withdrawn', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from mandate.mandate before
    where before.jurisdiction_id = new.jurisdiction_id and before.problem_id = new.problem_id
      and before.version = new.version - 1
      and array_position(levels, before.promise) > array_position(levels, new.promise)
  ) and not exists (
    select from mandate.lowering l
    where l.jurisdiction_id = new.jurisdiction_id and l.resolution_id = new.resolution_id
  ) then
    raise exception 'mandate % promises less without a reason', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_motion before update on mandate.mandate for each row execute function mandate.check_motion();

-- Which parties form the majority of a body, on whose word and where that can be read. No row: it is unknown.
create table directory.majority (
  jurisdiction_id id.jurisdiction not null,
  body_id id.body not null,
  party_id id.body not null,
  source text not null check (length(source) between 1 and 500),
  said_by id.account not null,
  said_at timestamptz not null,
  primary key (jurisdiction_id, body_id, party_id),
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, party_id) references directory.body,
  foreign key (jurisdiction_id, said_by) references identity.account
);
call folkmoot.protect('directory.majority', 'select, insert, delete');

-- How many groups a place works with at once before it is warned.
create table mandate.capacity (
  jurisdiction_id id.jurisdiction primary key references directory.jurisdiction,
  groups_a_year integer not null check (groups_a_year between 1 and 100),
  set_by id.account not null,
  set_at timestamptz not null,
  foreign key (jurisdiction_id, set_by) references identity.account
);
call folkmoot.protect('mandate.capacity', 'select, insert, update');
