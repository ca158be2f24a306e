-- Letters of invitation: a list of addresses, letters drawn from it in rounds, their codes and what was answered.

-- What is known of a list when its addresses are forgotten: how many, and by which features the register tells them apart.
create table arena.address_list (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  imported_by id.account not null,
  imported_at timestamptz not null,
  count integer not null check (count between 1 and 50000),
  -- Ids and names of the features and their values, as they were told then: [{id, name, values: [{id, name}]}]
  features jsonb not null,
  -- SHA-256 over the salt and every line: who has the list can show that letters were drawn from this one.
  hash bytea not null check (length(hash) = 32),
  salt bytea check (length(salt) = 32),
  erased_at timestamptz,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references arena.open_call,
  foreign key (jurisdiction_id, imported_by) references identity.account,
  check ((salt is null) = (erased_at is not null))
);
call folkmoot.protect('arena.address_list', 'select, insert, update (salt, erased_at), delete');

create table arena.address (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  name text not null check (length(name) <= 120),
  lines text[] not null check (cardinality(lines) between 1 and 2),
  postcode text not null check (length(postcode) between 1 and 120),
  town text not null check (length(town) <= 120),
  household text check (length(household) <= 120),
  -- One a feature of the list, in its order; '' where the register does not say.
  feature_values text[] not null,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references arena.address_list
);
call folkmoot.protect('arena.address', 'select, insert, delete');

create table arena.letter_round (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  round integer not null check (round > 0),
  letters integer not null check (letters between 1 and 50000),
  -- Ids of the features that make the strata; and of every hundred letters to a value, how many are expected to be answered.
  strata_by text[] not null,
  expected jsonb not null,
  seed text not null check (length(seed) between 1 and 200),
  -- SHA-256 over the numbers of the addresses drawn: drawn again from the list and the seed it is the same.
  hash bytea not null check (length(hash) = 32),
  -- What the codes are made from. When the print run is confirmed it is forgotten, and the codes with it.
  code_key bytea check (length(code_key) = 32),
  drawn_by id.account not null,
  drawn_at timestamptz not null,
  printed_by id.account,
  printed_at timestamptz,
  primary key (jurisdiction_id, problem_id, round),
  foreign key (jurisdiction_id, problem_id) references arena.address_list,
  foreign key (jurisdiction_id, drawn_by) references identity.account,
  foreign key (jurisdiction_id, printed_by) references identity.account,
  check ((printed_at is null) = (printed_by is null)),
  check (printed_at is null or code_key is null)
);
call folkmoot.protect('arena.letter_round', 'select, insert, update (code_key, printed_by, printed_at)');

create table arena.letter (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  round integer not null,
  -- One letter an address, whatever the round.
  address_number integer not null,
  code_hash bytea check (length(code_hash) = 32),
  answer text check (answer in ('yes', 'no')),
  -- A day, no moment: it is told with nobody.
  answered_on date,
  reason text not null default '' check (length(reason) <= 500),
  account_id id.account,
  primary key (jurisdiction_id, problem_id, number),
  unique (jurisdiction_id, problem_id, address_number),
  unique (jurisdiction_id, code_hash),
  foreign key (jurisdiction_id, problem_id, round) references arena.letter_round,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check ((answer is null) = (answered_on is null)),
  -- A code is used once: whoever said yes with it, and nobody else.
  check (account_id is null or answer = 'yes'),
  check (reason = '' or answer = 'no')
);
-- Of one person one letter counts, however many she got.
create unique index one_letter_a_person on arena.letter (jurisdiction_id, problem_id, account_id) where account_id is not null;
call folkmoot.protect(
  'arena.letter', 'select, insert, update (code_hash, answer, answered_on, reason, account_id)'
);

-- A print run in parts of some hundred letters each: made one by one, gone when the run is confirmed.
create table arena.letter_print (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  round integer not null,
  part integer not null check (part > 0),
  letters integer not null check (letters > 0),
  bytes bytea not null,
  made_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, round, part),
  foreign key (jurisdiction_id, problem_id, round) references arena.letter_round
);
call folkmoot.protect('arena.letter_print', 'select, insert, delete');

-- A browser in which the code of a letter was typed, by the hash of its cookie.
create table arena.letter_opening (
  jurisdiction_id id.jurisdiction not null,
  token_hash bytea not null check (length(token_hash) = 32),
  problem_id id.problem not null,
  letter_number integer not null,
  expires_at timestamptz not null,
  primary key (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, problem_id, letter_number) references arena.letter
);
call folkmoot.protect('arena.letter_opening', 'select, insert, delete');

-- Codes typed wrongly, by the hash of where they were typed: forgotten after an hour.
create table arena.letter_try (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  client_hash bytea not null check (length(client_hash) = 32),
  at timestamptz not null,
  primary key (jurisdiction_id, client_hash, at)
);
call folkmoot.protect('arena.letter_try', 'select, insert, delete');

-- Once the codes of a round are forgotten nothing brings them back, and nobody answers a letter twice.
create function arena.check_letter_round()
returns trigger
language plpgsql
as $$
begin
  if old.printed_at is not null and (new.printed_at is null or new.code_key is not null) then
    raise exception 'the letters of % have been printed', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_letter_round before update on arena.letter_round
  for each row execute function arena.check_letter_round();

create function arena.check_letter()
returns trigger
language plpgsql
as $$
begin
  if old.answer is not null and new.answer is distinct from old.answer then
    raise exception 'letter % of % has its answer', new.number, new.problem_id using errcode = 'check_violation';
  end if;
  if new.account_id is not null and new.account_id is distinct from old.account_id and old.answer is not null then
    raise exception 'letter % of % is somebody else’s', new.number, new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_letter before update on arena.letter for each row execute function arena.check_letter();

select pgboss.create_queue('letters.print', '{"policy": "standard", "retryLimit": 20, "retryBackoff": true}');
update pgboss.queue set heartbeat_seconds = 20 where name = 'letters.print';
