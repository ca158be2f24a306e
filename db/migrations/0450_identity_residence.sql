-- Who lives here, shown by a letter. From the list of a place only addresses and how many people live at each are kept, no names. What an
-- account has of it is that, when and how: no row leads from an account to an address.

create table identity.address_list (
  jurisdiction_id id.jurisdiction primary key references directory.jurisdiction,
  source text not null check (length(source) between 1 and 200),
  as_of date not null,
  -- SHA-256 of the file: whoever has it can tell that it is the one.
  hash bytea not null check (length(hash) = 32),
  people integer not null check (people > 0),
  households integer not null check (households between 1 and people),
  listed_by id.account not null,
  listed_at timestamptz not null,
  foreign key (jurisdiction_id, listed_by) references identity.account
);
call folkmoot.protect('identity.address_list', 'select, insert, update, delete');

-- The form is the address in small letters and without signs: what somebody types is compared with it.
create table identity.household (
  jurisdiction_id id.jurisdiction not null references identity.address_list on delete cascade,
  form text not null check (length(form) between 1 and 400),
  lines text[] not null check (cardinality(lines) between 1 and 4),
  people integer not null check (people > 0),
  primary key (jurisdiction_id, form)
);
call folkmoot.protect('identity.household', 'select, insert, update, delete');

-- Somebody asked for a letter to this address, which may or may not be on the list. Who asked is not kept.
create table identity.residence_asked (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  form text not null check (length(form) between 1 and 400),
  letters integer not null check (letters between 1 and 20),
  asked_on date not null,
  primary key (jurisdiction_id, form)
);
call folkmoot.protect('identity.residence_asked', 'select, insert, update, delete');

-- Letters that are printed together. The key all codes come from is erased when they lie printed.
create table identity.residence_run (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  run integer not null check (run > 0),
  letters integer not null check (letters > 0),
  code_key bytea check (length(code_key) = 32),
  made_by id.account not null,
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at),
  printed_at timestamptz,
  primary key (jurisdiction_id, run),
  foreign key (jurisdiction_id, made_by) references identity.account,
  check (printed_at is null or code_key is null)
);
call folkmoot.protect('identity.residence_run', 'select, insert, update');

-- A letter takes a place of its household until it ends: unused, with its code; used, with what it showed.
create table identity.residence_letter (
  jurisdiction_id id.jurisdiction not null,
  run integer not null,
  number integer not null check (number > 0),
  form text not null,
  -- Null when the code was typed: it works once.
  code_hash bytea check (length(code_hash) = 32),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (jurisdiction_id, run, number),
  foreign key (jurisdiction_id, run) references identity.residence_run,
  foreign key (jurisdiction_id, form) references identity.household on delete cascade
);
create unique index residence_letter_by_code on identity.residence_letter (jurisdiction_id, code_hash);
create index residence_letter_of_household on identity.residence_letter (jurisdiction_id, form);
call folkmoot.protect('identity.residence_letter', 'select, insert, update, delete');

-- Two runs at once wait for each other here, whatever code makes them.
create function identity.check_letters_of_household()
returns trigger
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(folkmoot.jurisdiction()::text || ' residence letters', 0));
  if exists (
    select
    from (select m.jurisdiction_id, m.form, max(m.made_at) as made_at from made m group by m.jurisdiction_id, m.form) n
    join identity.household h on h.jurisdiction_id = n.jurisdiction_id and h.form = n.form
    where h.people < (
      select count(*) from identity.residence_letter l
      where l.jurisdiction_id = n.jurisdiction_id and l.form = n.form and l.ends_at > n.made_at
    )
  ) then
    raise exception 'a household gets a letter for each person listed, not more' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_letters_of_household after insert on identity.residence_letter
referencing new table as made
for each statement execute function identity.check_letters_of_household();

-- A code that was typed is never a code again, and no letter moves to another address.
create function identity.keep_letter()
returns trigger
language plpgsql
as $$
begin
  if new.form <> old.form or new.code_hash is not null then
    raise exception 'a letter is used, once, and otherwise stays as it was printed' using errcode = 'check_violation';
  end if;
  if old.code_hash is null then
    raise exception 'this code was used' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_letter before update on identity.residence_letter
for each row execute function identity.keep_letter();

-- What an account asked for and got wrong, so that neither is done without end. Nothing of what was typed.
create table identity.residence_try (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  kind text not null check (kind in ('asked', 'wrong-code')),
  at timestamptz not null,
  primary key (jurisdiction_id, account_id, kind, at),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index residence_try_by_age on identity.residence_try (jurisdiction_id, at);
call folkmoot.protect('identity.residence_try', 'select, insert, delete');

create table identity.residence (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  means text not null check (means in ('letter')),
  shown_on date not null,
  ends_on date not null check (ends_on > shown_on),
  primary key (jurisdiction_id, account_id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index residence_by_end on identity.residence (jurisdiction_id, ends_on);
call folkmoot.protect('identity.residence', 'select, insert, update, delete');
