-- The public ledger, the trace between things, files, moderation, notices and mail.

call folkmoot.open_schema('ledger');

-- Append-only. `seq` is the place in the public log, assigned by its sequencer and by nobody else.
create table ledger.event (
  -- No foreign key to the jurisdiction here and in thread.link: every vote would share-lock that one row. Row-level security
  -- admits only the jurisdiction of the transaction.
  jurisdiction_id id.jurisdiction not null,
  id id.event not null,
  kind text not null,
  problem_id id.problem,
  -- Coarse for votes and contributions, exact for official acts.
  at timestamptz not null,
  public jsonb not null,
  commitment bytea check (length(commitment) = 32),
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  seq bigint,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, seq)
);
create index event_of_problem on ledger.event (jurisdiction_id, problem_id, at) where problem_id is not null;
-- The newest thing anyone can read about: whether a kept page is still true.
create index event_public on ledger.event (jurisdiction_id, id) where public <> '{}';
create index event_by_time on ledger.event (jurisdiction_id, at);
call folkmoot.protect('ledger.event', 'select, insert');

-- What the commitment commits to. Erasing a row here leaves the proof sound.
create table ledger.event_secret (
  jurisdiction_id id.jurisdiction not null,
  event_id id.event not null,
  salt bytea not null check (length(salt) = 32),
  payload jsonb not null,
  primary key (jurisdiction_id, event_id),
  foreign key (jurisdiction_id, event_id) references ledger.event
);
call folkmoot.protect('ledger.event_secret', 'select, insert, delete');

create function ledger.refuse_change()
returns trigger
language plpgsql
as $$ begin raise exception 'the ledger is append-only'; end $$;

create trigger event_is_append_only
before update or delete on ledger.event
for each row
when (pg_trigger_depth() = 0 and current_setting('folkmoot.sequencing', true) is distinct from 'on')
execute function ledger.refuse_change();

call folkmoot.open_schema('thread');

-- "from" acts on "to": a clause cites an idea, an answer answers a recommendation, a measurement measures an indicator.
create table thread.link (
  jurisdiction_id id.jurisdiction not null,
  from_id uuid not null,
  from_kind text not null,
  relation text not null check (relation in (
    'cites', 'answers', 'carries-out', 'measures', 'merged-into', 'part-of', 'on', 'about', 'pledges-to', 'follows-from'
  )),
  to_id uuid not null,
  to_kind text not null,
  at timestamptz not null,
  primary key (jurisdiction_id, from_id, relation, to_id)
);
create index link_back on thread.link (jurisdiction_id, to_id);
call folkmoot.protect('thread.link', 'select, insert, delete');

call folkmoot.open_schema('files');

create table files.file (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.file not null,
  about_kind text not null,
  about_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  -- What a person who cannot see the picture is told.
  alt text not null default '' check (length(alt) <= 500),
  added_by id.account,
  added_at timestamptz not null,
  primary key (jurisdiction_id, id)
);
create index file_about on files.file (jurisdiction_id, about_id);
create index file_by_hash on files.file (jurisdiction_id, hash);
call folkmoot.protect('files.file', 'select, insert');

call folkmoot.open_schema('moderation');

create table moderation.report (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.report not null,
  about_kind text not null,
  about_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  reported_by id.account,
  reported_at timestamptz not null,
  settled_at timestamptz,
  primary key (jurisdiction_id, id)
);
call folkmoot.protect('moderation.report', 'select, insert, update');

-- The state now; its history is in the ledger.
create table moderation.hidden (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  about_kind text not null,
  about_id uuid not null,
  rule text not null check (rule in ('personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam')),
  reason text not null check (length(reason) between 1 and 1000),
  hidden_by id.account not null,
  hidden_by_role text not null,
  hidden_at timestamptz not null,
  primary key (jurisdiction_id, about_id)
);
call folkmoot.protect('moderation.hidden', 'select, insert, delete');

call folkmoot.open_schema('notices');

create table notices.follow (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  about_kind text not null,
  about_id uuid not null,
  -- Authors hear of what becomes of their words; followers chose to.
  as_author boolean not null default false,
  since timestamptz not null,
  primary key (jurisdiction_id, account_id, about_id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index follower_of on notices.follow (jurisdiction_id, about_id);
call folkmoot.protect('notices.follow', 'select, insert, update, delete');

create table notices.notice (
  jurisdiction_id id.jurisdiction not null,
  id id.notice not null,
  account_id id.account not null,
  -- Words and place: a message key of a stage with its values, and an address with its parameters.
  stage text not null,
  message text not null,
  values jsonb not null,
  address text not null,
  params jsonb not null,
  -- The same happening is told to one person once.
  happening uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, account_id, happening),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index notice_unread on notices.notice (jurisdiction_id, account_id) where read_at is null;
call folkmoot.protect('notices.notice', 'select, insert, update');

call folkmoot.open_schema('mail');

-- What would have been sent, when no mail server is set: shown on the outbox page.
create table mail.outbox (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (jurisdiction_id, id)
);
call folkmoot.protect('mail.outbox', 'select, insert, delete');
