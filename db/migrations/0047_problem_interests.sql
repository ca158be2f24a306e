-- The interest register: what an organisation is, whom it speaks for, who pays it, and what it wants in a matter (R20, F14).

create domain id.declaration as uuid;

create table problem.declaration (
  jurisdiction_id id.jurisdiction not null,
  id id.declaration not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  account_id id.account not null,
  -- Withdrawn by the organisation itself; what it declared stays readable, and its words are labelled as undeclared again.
  withdrawn_at timestamptz,
  withdrawn_words text not null default '' check (length(withdrawn_words) <= 1000),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, slug),
  unique (jurisdiction_id, account_id),
  foreign key (jurisdiction_id, account_id) references identity.account,
  check ((withdrawn_at is null) = (withdrawn_words = ''))
);
call folkmoot.protect('problem.declaration', 'select, insert, update (withdrawn_at, withdrawn_words)');

create table problem.declaration_version (
  jurisdiction_id id.jurisdiction not null,
  declaration_id id.declaration not null,
  number integer not null check (number > 0),
  organisation text not null check (length(organisation) between 1 and 120),
  legal_form text not null
    check (legal_form in ('association', 'company', 'cooperative', 'foundation', 'trade-union', 'public-body', 'informal', 'other')),
  speaks_for text not null check (length(speaks_for) between 1 and 500),
  -- How many people or firms that is; null where it is not known.
  how_many integer check (how_many >= 0),
  paid_by text not null check (length(paid_by) between 1 and 1000),
  interests text[] not null check (interests <@ array['economic', 'members', 'public'] and cardinality(interests) > 0),
  interest_words text not null check (length(interest_words) between 1 and 1000),
  resources text[] not null default '{}'
    check (resources <@ array['money', 'rooms', 'hands', 'data', 'contacts', 'authority']),
  resource_words text not null default '' check (length(resource_words) <= 1000),
  -- The one person named, who has agreed. Blanked in earlier versions when it is taken out.
  spokesperson text not null default '' check (length(spokesperson) <= 120),
  has_agreed boolean not null default false,
  reason text not null default '' check (length(reason) <= 1000),
  written_at timestamptz not null,
  primary key (jurisdiction_id, declaration_id, number),
  foreign key (jurisdiction_id, declaration_id) references problem.declaration,
  check (spokesperson = '' or has_agreed)
);
call folkmoot.protect('problem.declaration_version', 'select, insert, update (spokesperson, has_agreed)');

-- What it wants in one matter. Withdrawing is a version too: the latest counts.
create table problem.declared_matter (
  jurisdiction_id id.jurisdiction not null,
  declaration_id id.declaration not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  wants text not null check (length(wants) between 1 and 2000),
  stake text not null check (length(stake) between 1 and 1000),
  is_withdrawn boolean not null default false,
  written_at timestamptz not null,
  primary key (jurisdiction_id, declaration_id, problem_id, number),
  foreign key (jurisdiction_id, declaration_id) references problem.declaration,
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
create index declared_matter_by_problem on problem.declared_matter (jurisdiction_id, problem_id);
call folkmoot.protect('problem.declared_matter', 'select, insert');

-- Where an account's declaration stands, while it has one: every label of its words leads there.
alter table identity.account add column declaration text check (organisation is not null or declaration is null);
