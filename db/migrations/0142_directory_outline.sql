-- The outline of a place and the names of its parts, for pictures of our own: no page asks a map service.
create table directory.outline (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  -- [[[longitude, latitude], …], …]: simplified before it is kept.
  rings jsonb not null check (jsonb_typeof(rings) = 'array' and jsonb_array_length(rings) > 0 and length(rings::text) < 60000),
  -- [{ "name", "latitude", "longitude" }]
  places jsonb not null check (jsonb_typeof(places) = 'array' and jsonb_array_length(places) <= 60),
  given_at timestamptz not null,
  primary key (jurisdiction_id)
);
call folkmoot.protect('directory.outline', 'select, insert, update');
