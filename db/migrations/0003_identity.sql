-- Who is here: accounts, sessions, mailed codes, staff roles. Only hashes of what opens a door are kept.

call folkmoot.open_schema('identity');

create table identity.account (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.account not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null default '' check (length(name) <= 80),
  language text not null default 'en',
  -- The public figure this account belongs to; linked by an administrator.
  person_id id.person,
  -- How this person is tied to the place; null until told at the welcome page.
  tie text check (tie in ('lives-here', 'works-here', 'uses-services', 'other')),
  tie_words text not null default '' check (length(tie_words) <= 300),
  -- Set when the account speaks for an organisation: it then never counts as a resident.
  organisation text check (length(organisation) between 1 and 120),
  interest text not null default '' check (length(interest) <= 300),
  assurance text not null default 'low' check (assurance in ('none', 'low', 'substantial', 'high')),
  mail_frequency text not null default 'at-once' check (mail_frequency in ('at-once', 'digest', 'never')),
  consented_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, email),
  unique (jurisdiction_id, person_id),
  foreign key (jurisdiction_id, person_id) references directory.person
);
call folkmoot.protect('identity.account', 'select, insert, update');

create table identity.session (
  jurisdiction_id id.jurisdiction not null,
  token_hash bytea not null check (length(token_hash) = 32),
  account_id id.account not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index session_of_account on identity.session (jurisdiction_id, account_id);
call folkmoot.protect('identity.session', 'select, insert, delete');

-- One code per address at a time; asking again replaces it.
create table identity.code (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  email text not null,
  code_hash bytea not null check (length(code_hash) = 32),
  tries_left integer not null check (tries_left >= 0),
  expires_at timestamptz not null,
  -- Codes asked for since the hour began, so that nobody's mailbox can be flooded.
  asked integer not null default 1,
  hour_began_at timestamptz not null,
  primary key (jurisdiction_id, email)
);
call folkmoot.protect('identity.code', 'select, insert, update, delete');

create table identity.staff_role (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  account_id id.account not null,
  role text not null check (role in ('administrator', 'clerk', 'facilitator', 'officer')),
  granted_by id.account,
  starts_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz,
  primary key (jurisdiction_id, account_id, role),
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('identity.staff_role', 'select, insert, update');
