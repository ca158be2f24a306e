-- The evidence desk: a member orders a fact, somebody named answers it by a date, and whoever knows better contests the answer (R24).

create domain id.evidence as uuid;
create domain id.finding as uuid;
create domain id.objection as uuid;

create table inquiry.evidence (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.evidence not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  question text not null check (length(question) between 1 and 300),
  why text not null default '' check (length(why) <= 2000),
  language text not null,
  ordered_by id.account,
  ordered_at timestamptz not null,
  -- By when it is needed, frozen from working days; null only in a told case.
  wanted_by timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by id.account,
  withdrawn_words text not null default '' check (length(withdrawn_words) <= 1000),
  -- The same fact, ordered twice, is answered once.
  merged_into id.evidence,
  merged_by id.account,
  merged_at timestamptz,
  merged_words text not null default '' check (length(merged_words) <= 1000),
  told_day date,
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, ordered_by) references identity.account,
  foreign key (jurisdiction_id, withdrawn_by) references identity.account,
  foreign key (jurisdiction_id, merged_by) references identity.account,
  foreign key (jurisdiction_id, merged_into) references inquiry.evidence,
  check (source is not null or (ordered_by is not null and wanted_by is not null and why <> '')),
  check ((withdrawn_at is null) = (withdrawn_words = '') and (withdrawn_at is null) = (withdrawn_by is null)),
  check ((merged_into is null) = (merged_words = '') and (merged_into is null) = (merged_by is null)),
  check ((merged_into is null) = (merged_at is null)),
  check (merged_into <> id),
  check (withdrawn_at is null or merged_into is null)
);
call folkmoot.protect(
  'inquiry.evidence',
  'select, insert, update (withdrawn_at, withdrawn_by, withdrawn_words, merged_into, merged_by, merged_at, merged_words)'
);

-- Who is to answer, as the desk named her. The last one counts; another one is named where she could not, or was contested.
create table inquiry.answerer (
  jurisdiction_id id.jurisdiction not null,
  evidence_id id.evidence not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('officer', 'organisation', 'outside')),
  -- Answers herself; null for somebody outside who has no account: staff enter what she says.
  account_id id.account,
  name text not null default '' check (length(name) <= 120),
  position text not null default '' check (length(position) <= 200),
  interest text not null default '' check (length(interest) <= 1000),
  has_agreed boolean not null default false,
  side text not null check (side in ('administration', 'research', 'association', 'firm', 'users', 'other')),
  due_at timestamptz not null,
  -- Why the answer comes later than it is needed; empty where it does not.
  later_words text not null default '' check (length(later_words) <= 1000),
  named_by id.account not null,
  named_at timestamptz not null,
  primary key (jurisdiction_id, evidence_id, number),
  foreign key (jurisdiction_id, evidence_id) references inquiry.evidence,
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, named_by) references identity.account,
  check ((kind = 'outside') = (account_id is null)),
  check (kind <> 'outside' or (name <> '' and position <> '' and interest <> '' and has_agreed)),
  check (kind <> 'officer' or side = 'administration')
);
create index answerer_account on inquiry.answerer (jurisdiction_id, account_id);
call folkmoot.protect('inquiry.answerer', 'select, insert');

-- An answer. It stays as it was given; a second one stands beside it.
create table inquiry.finding (
  jurisdiction_id id.jurisdiction not null,
  id id.finding not null,
  evidence_id id.evidence not null,
  number integer not null check (number > 0),
  -- Null only in a told case, where the source says in words who answered.
  answerer integer,
  told_by text not null default '' check (length(told_by) <= 300),
  side text not null check (side in ('administration', 'research', 'association', 'firm', 'users', 'other')),
  text text not null check (length(text) between 1 and 8000),
  sources text not null check (length(sources) between 1 and 2000),
  -- Empty only in a told case.
  uncertain text not null check (length(uncertain) <= 2000),
  language text not null,
  given_by id.account,
  given_at timestamptz not null,
  told_day date,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, evidence_id, number),
  unique (jurisdiction_id, evidence_id, answerer),
  foreign key (jurisdiction_id, evidence_id) references inquiry.evidence,
  foreign key (jurisdiction_id, evidence_id, answerer) references inquiry.answerer,
  foreign key (jurisdiction_id, given_by) references identity.account,
  check (told_by <> '' or (answerer is not null and given_by is not null and uncertain <> ''))
);
call folkmoot.protect('inquiry.finding', 'select, insert');

-- What somebody has against an answer. It ends by her own word only.
create table inquiry.objection (
  jurisdiction_id id.jurisdiction not null,
  id id.objection not null,
  evidence_id id.evidence not null,
  number integer not null check (number > 0),
  finding_id id.finding not null,
  reason text not null check (length(reason) between 1 and 2000),
  source text not null check (length(source) between 1 and 1000),
  language text not null,
  contested_by id.account not null,
  contested_at timestamptz not null,
  settled_at timestamptz,
  settled_words text not null default '' check (length(settled_words) <= 1000),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, evidence_id, number),
  foreign key (jurisdiction_id, evidence_id) references inquiry.evidence,
  foreign key (jurisdiction_id, finding_id) references inquiry.finding,
  foreign key (jurisdiction_id, contested_by) references identity.account,
  check (settled_at is not null or settled_words = '')
);
create unique index objection_open on inquiry.objection (jurisdiction_id, finding_id, contested_by) where settled_at is null;
call folkmoot.protect('inquiry.objection', 'select, insert, update (settled_at, settled_words)');

-- The last guard: nothing is named or answered where the order is withdrawn or answered elsewhere.
create function inquiry.check_order_stands()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from inquiry.evidence e
    where e.jurisdiction_id = new.jurisdiction_id and e.id = new.evidence_id
      and (e.withdrawn_at is not null or e.merged_into is not null)
  ) then
    raise exception 'order % no longer stands', new.evidence_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_order_stands before insert on inquiry.answerer for each row execute function inquiry.check_order_stands();
create trigger check_order_stands before insert on inquiry.finding for each row execute function inquiry.check_order_stands();
