-- The mail with a code has a link too: pressed in the asking browser, it is the code typed. Only its hash is kept.

alter table identity.attempt
  add column link_hash bytea check (length(link_hash) = 32),
  add check (link_hash is null or is_mailed);
create unique index attempt_of_link on identity.attempt (jurisdiction_id, link_hash) where link_hash is not null;
