-- Whoever held the address of an account before can take the change of it back for seven days.

create table identity.address_undo (
  jurisdiction_id id.jurisdiction not null,
  -- Hash of what stands in the mail to the old address.
  token_hash bytea not null check (length(token_hash) = 32),
  account_id id.account not null,
  old_email text not null check (old_email = lower(old_email) and length(old_email) between 3 and 254),
  -- So that another spelling of it begins no second account meanwhile.
  old_mailbox text not null check (length(old_mailbox) between 3 and 260),
  changed_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > changed_at),
  -- Taken back, or past by taking an earlier change back.
  ended_at timestamptz,
  primary key (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index address_undo_of_account on identity.address_undo (jurisdiction_id, account_id, changed_at);
create index address_undo_of_mailbox on identity.address_undo (jurisdiction_id, old_mailbox);
call folkmoot.protect('identity.address_undo', 'select, insert, update, delete');
