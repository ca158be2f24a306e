-- What was hidden while news of it still waited to be told: by the hash of its words, so that they are kept nowhere else.
create table notices.forgotten (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  instead text not null check (instead <> ''),
  at timestamptz not null,
  primary key (jurisdiction_id, sha256)
);
call folkmoot.protect('notices.forgotten', 'select, insert, update');
