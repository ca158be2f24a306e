-- Passkeys: the public half of a key that never leaves the person's own device.

create domain id.passkey as uuid;

create table identity.passkey (
  jurisdiction_id id.jurisdiction not null,
  id id.passkey not null default gen_random_uuid(),
  account_id id.account not null,
  credential_id bytea not null check (length(credential_id) between 8 and 1023),
  public_key bytea not null check (length(public_key) between 16 and 4096),
  -- How often the device says it was used: it goes up, or is always 0.
  counter bigint not null check (counter >= 0),
  name text not null check (length(name) between 1 and 60),
  -- What the session proved in which it was added: it never proves more.
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  added_at timestamptz not null,
  -- By day: nobody's hours are kept.
  used_on date,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, credential_id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index passkey_of_account on identity.passkey (jurisdiction_id, account_id);
call folkmoot.protect('identity.passkey', 'select, insert, delete');
grant update (counter, used_on) on identity.passkey to folkmoot_app;

-- What a device is asked to sign, once, for the browser that asked.
create table identity.challenge (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  -- Hash of the token in the browser's cookie.
  browser_hash bytea not null check (length(browser_hash) = 32),
  challenge bytea not null check (length(challenge) = 32),
  -- Whose passkey is added; null to sign in.
  account_id id.account,
  expires_at timestamptz not null,
  primary key (jurisdiction_id, browser_hash),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index challenge_by_age on identity.challenge (jurisdiction_id, expires_at);
call folkmoot.protect('identity.challenge', 'select, insert, delete');
