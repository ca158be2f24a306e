-- Electronic identities: to which account of a place each belongs, and what browsers are on their way to prove.

-- An identity is a provider's name for somebody, and nothing else: an e-mail address a provider tells joins no account.
-- The row outlives the link, so that an identity that voted from one account never votes from another one.
create table identity.external (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  issuer text not null check (length(issuer) between 8 and 500),
  subject text not null check (length(subject) between 1 and 255),
  account_id id.account not null,
  -- What it proved the last time.
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  linked_at timestamptz not null,
  used_at timestamptz not null,
  unlinked_at timestamptz check (unlinked_at >= linked_at),
  primary key (jurisdiction_id, issuer, subject),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index external_of_account on identity.external (jurisdiction_id, account_id);
-- Deleted only with the account itself (identity.erase_rows_of).
call folkmoot.protect('identity.external', 'select, insert, update, delete');

create function identity.keep_external()
returns trigger
language plpgsql
as $$
begin
  if (new.jurisdiction_id, new.issuer, new.subject, new.account_id)
    is distinct from (old.jurisdiction_id, old.issuer, old.subject, old.account_id) then
    raise exception 'an electronic identity stays with its account' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_external before update on identity.external
for each row execute function identity.keep_external();

-- A browser on its way to a provider and back. Rows are forgotten after a day.
create table identity.errand (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  -- Hash of the token in the browser's cookie; state, nonce and PKCE verifier are made from the token and lie nowhere.
  browser_hash bytea not null check (length(browser_hash) = 32),
  provider text not null check (length(provider) between 1 and 40),
  purpose text not null check (purpose in ('sign-in', 'link', 'prove')),
  -- Who is signed in and wants to link or to prove anew.
  account_id id.account,
  next text not null default '' check (length(next) <= 500),
  began_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > began_at),
  -- When the browser came back: it comes back once.
  used_at timestamptz,
  -- Proven by an identity nobody here has yet: it waits for its account.
  issuer text,
  subject text,
  assurance text check (assurance in ('low', 'substantial', 'high')),
  primary key (jurisdiction_id, browser_hash),
  foreign key (jurisdiction_id, account_id) references identity.account,
  check ((account_id is null) = (purpose = 'sign-in')),
  check (num_nonnulls(issuer, subject, assurance) in (0, 3)),
  check (issuer is null or (used_at is not null and purpose = 'sign-in'))
);
create index errand_by_age on identity.errand (jurisdiction_id, began_at);
call folkmoot.protect('identity.errand', 'select, insert, update, delete');
