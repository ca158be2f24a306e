-- Who governs: jurisdictions in a tree, their bodies, people, memberships, and what bodies have resolved. Popolo's nouns.

call folkmoot.open_schema('directory');

create table directory.jurisdiction (
  id id.jurisdiction primary key,
  parent_id id.jurisdiction references directory.jurisdiction,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (length(name) between 1 and 120),
  level text not null check (level in ('town', 'region', 'nation', 'union')),
  tagline text not null default '' check (length(tagline) <= 160),
  time_zone text not null,
  languages text[] not null check (cardinality(languages) > 0),
  holidays date[] not null default '{}',
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  brand text check (brand ~ '^#[0-9a-f]{6}$'),
  -- What this place calls its council and its task committees, by language: {"council": {"en": "Town council"}}.
  words jsonb not null default '{}',
  -- How to take part without a computer, in the jurisdiction's own words.
  offline_route text not null default '' check (length(offline_route) <= 1000),
  is_fictional boolean not null default false,
  -- Cases told from published sources: nobody can act here, the page says so.
  is_told boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);
alter table directory.jurisdiction enable row level security;
-- Which places exist is public: addresses are resolved before a scope is known.
create policy everyone_reads on directory.jurisdiction for select to folkmoot_app using (true);
create policy own_row on directory.jurisdiction for insert to folkmoot_app with check (id = folkmoot.jurisdiction());
create policy own_row_changes on directory.jurisdiction for update to folkmoot_app
  using (id = folkmoot.jurisdiction()) with check (id = folkmoot.jurisdiction());
grant select, insert, update on directory.jurisdiction to folkmoot_app;

create table directory.body (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.body not null,
  slug text not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('council', 'committee', 'executive', 'parliament', 'party', 'office', 'other')),
  parent_id id.body,
  -- Unknown keys of an imported file are kept and given back at export.
  popolo jsonb not null default '{}',
  popolo_id text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, slug),
  unique (jurisdiction_id, popolo_id),
  foreign key (jurisdiction_id, parent_id) references directory.body
);
call folkmoot.protect('directory.body', 'select, insert, update');

create table directory.person (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.person not null,
  slug text not null,
  name text not null check (length(name) between 1 and 200),
  popolo jsonb not null default '{}',
  popolo_id text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, slug),
  unique (jurisdiction_id, popolo_id)
);
call folkmoot.protect('directory.person', 'select, insert, update');

create table directory.membership (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.membership not null,
  person_id id.person not null,
  body_id id.body not null,
  party_id id.body,
  role text not null default 'member' check (length(role) between 1 and 120),
  is_chair boolean not null default false,
  area text,
  starts_on date,
  ends_on date,
  popolo jsonb not null default '{}',
  popolo_id text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, popolo_id),
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, party_id) references directory.body,
  check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
create index membership_of_person on directory.membership (jurisdiction_id, person_id);
call folkmoot.protect('directory.membership', 'select, insert, update');

-- What a body resolved: a clerk or a member drafts the record, the body's chair confirms it. Only then it counts.
create table directory.resolution (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.resolution not null,
  body_id id.body not null,
  about_kind text not null,
  about_id uuid not null,
  motion text not null check (length(motion) between 1 and 4000),
  decided_on date,
  reference text not null default '' check (length(reference) <= 200),
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  abstentions integer check (abstentions >= 0),
  is_carried boolean not null,
  dissent text not null default '' check (length(dissent) <= 4000),
  drafted_by id.account,
  drafted_at timestamptz not null,
  confirmed_by id.account,
  confirmed_at timestamptz,
  -- Where a told case was read; null for what happened here.
  source text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, body_id) references directory.body,
  check ((confirmed_by is null) = (confirmed_at is null) or source is not null),
  check (source is not null or (decided_on is not null and votes_for is not null and votes_against is not null and drafted_by is not null))
);
create index resolution_about on directory.resolution (jurisdiction_id, about_id);
call folkmoot.protect('directory.resolution', 'select, insert, update');
