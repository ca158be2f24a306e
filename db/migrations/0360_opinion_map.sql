-- The map of a consultation as it was drawn: where people agree and where they differ. Each drawing is a new version; none is changed.
create table opinion.map (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  version integer not null check (version > 0),
  -- Drawn after the close, from all votes. While people vote the five newest are left out.
  is_final boolean not null,
  drawn_at timestamptz not null,
  -- Votes up to this instant were read, so that the same ones can be read again. Null: all.
  counted_until timestamptz,
  -- How many people it is drawn from.
  people integer not null check (people >= 10),
  method text not null,
  seed text not null,
  input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  output_hash text not null check (output_hash ~ '^[0-9a-f]{64}$'),
  -- Numbers of the statements it was drawn from: what was hidden then is not among them.
  statements integer[] not null,
  -- What anybody may read, in canonical JSON: `output_hash` is the hash of exactly these bytes.
  published text not null,
  -- What a voter is told her own place by. Never shown: together with means it would tell more than `published`.
  axes text not null,
  primary key (jurisdiction_id, consultation_id, version),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation,
  check (is_final = (counted_until is null))
);
call folkmoot.protect('opinion.map', 'select, insert');

-- A map drawn anew for fewer than five people would say how they voted.
create function opinion.check_map()
returns trigger
language plpgsql
as $$
declare
  last opinion.map;
begin
  select m.* into last from opinion.map m
  where m.jurisdiction_id = new.jurisdiction_id and m.consultation_id = new.consultation_id
  order by m.version desc limit 1;
  if new.version <> coalesce(last.version, 0) + 1 or last.is_final or new.people < coalesce(last.people, 0) + 5 then
    raise exception 'map % of a consultation does not follow with five more people', new.version using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_map before insert on opinion.map for each row execute function opinion.check_map();
