-- A code belongs to the browser that asked for it: a stranger who asks for somebody's code has an attempt of her own.

drop table identity.code;

-- One asking for a code. Rows are forgotten after a day.
create table identity.attempt (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  -- Hash of the token in the asking browser's cookie.
  browser_hash bytea not null check (length(browser_hash) = 32),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  -- Keyed hash of where the asking came from; null where that is not known.
  client_hash bytea check (length(client_hash) = 32),
  code_salt bytea not null check (length(code_salt) = 16),
  code_hash bytea not null check (length(code_hash) = 32),
  -- A long code is shared by all browsers that ask while an address is being flooded.
  is_long boolean not null,
  -- False where the browser joined a code that had been mailed before.
  is_mailed boolean not null check (is_mailed or is_long),
  tries_left integer not null check (tries_left between 0 and 5),
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  -- When the code was typed rightly: it opens once.
  entered_at timestamptz,
  primary key (jurisdiction_id, browser_hash)
);
create index attempt_of_email on identity.attempt (jurisdiction_id, email, asked_at);
create index attempt_of_client on identity.attempt (jurisdiction_id, client_hash, asked_at);
create index attempt_by_age on identity.attempt (jurisdiction_id, asked_at);
call folkmoot.protect('identity.attempt', 'select, insert, update, delete');
