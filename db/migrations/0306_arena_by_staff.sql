-- What somebody asked for by telephone, on paper or at the desk: one member of staff writes it down, another one confirms it (R21).

create table arena.staff_record (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- The number on the receipt she is given.
  number integer not null check (number > 0),
  way text not null check (way in ('phone', 'paper', 'desk')),
  name text not null check (length(name) <= 80),
  -- Where she can be reached: for staff alone, and erased with the rest.
  address text not null check (length(address) <= 400),
  phone text not null check (length(phone) <= 40),
  language text not null check (length(language) between 2 and 8),
  profile_id id.profile not null,
  motivation text not null check (length(motivation) <= 2000),
  tie text not null check (length(tie) <= 500),
  gender text check (gender in ('woman', 'man', 'other')),
  -- What she tells of herself, for counting: {feature: value}.
  told jsonb not null,
  -- The letter whose code she read out.
  letter_number integer,
  recorded_by id.account not null,
  recorded_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'returned')),
  why text not null default '' check (length(why) <= 500),
  decided_by id.account,
  decided_at timestamptz,
  -- The account that is held for her: nobody signs in with it.
  account_id id.account,
  erased_at timestamptz,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references arena.open_call,
  foreign key (jurisdiction_id, problem_id, letter_number) references arena.letter,
  foreign key (jurisdiction_id, recorded_by) references identity.account,
  foreign key (jurisdiction_id, decided_by) references identity.account,
  foreign key (jurisdiction_id, account_id) references identity.account,
  -- Four eyes: nobody confirms what she wrote down herself.
  check (decided_by is null or decided_by <> recorded_by),
  check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'confirmed') = (account_id is not null)),
  check (state <> 'returned' or why <> ''),
  check (erased_at is not null or (name <> '' and motivation <> '' and tie <> '' and (address <> '' or phone <> '')))
);
create index staff_records_of_accounts on arena.staff_record (jurisdiction_id, account_id) where account_id is not null;
call folkmoot.protect(
  'arena.staff_record',
  'select, insert, update (state, why, decided_by, decided_at, account_id, name, address, phone, motivation, tie, gender, told, letter_number, erased_at)'
);

-- What was written down stays as it was told, and what was decided stays decided, until it is erased.
create function arena.keep_staff_record()
returns trigger
language plpgsql
as $$
begin
  if new.erased_at is null and (
    (new.name, new.address, new.phone, new.motivation, new.tie, new.gender, new.told, new.letter_number)
      is distinct from (old.name, old.address, old.phone, old.motivation, old.tie, old.gender, old.told, old.letter_number)
    or (old.state <> 'waiting' and (new.state, new.decided_by, new.account_id) is distinct from (old.state, old.decided_by, old.account_id))
  ) then
    raise exception 'record % of % stays as it was written down', old.number, old.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_staff_record before update on arena.staff_record
  for each row execute function arena.keep_staff_record();
