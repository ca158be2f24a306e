-- From which network an account was first used, as a hash whose key no row holds: kept fourteen days, in no table of votes.
create table identity.network (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  network_hash bytea not null check (length(network_hash) = 32),
  seen_at timestamptz not null,
  primary key (jurisdiction_id, account_id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index network_seen on identity.network (jurisdiction_id, seen_at);
call folkmoot.protect('identity.network', 'select, insert, delete');

-- What is unusual in how people voted. Nothing follows by itself: it is shown, and two of staff may set votes aside.
create table opinion.anomaly (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('burst', 'night', 'same-answers', 'one-network')),
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at >= from_at),
  people integer not null check (people >= 10),
  -- How many would come by chance.
  expected double precision not null check (expected >= 0),
  found_at timestamptz not null,
  primary key (jurisdiction_id, consultation_id, number),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation
);
call folkmoot.protect('opinion.anomaly', 'select, insert');

-- Random names only, and no answer.
create table opinion.anomaly_voter (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  number integer not null,
  participant_id id.participant not null,
  primary key (jurisdiction_id, consultation_id, number, participant_id),
  foreign key (jurisdiction_id, consultation_id, number) references opinion.anomaly
);
call folkmoot.protect('opinion.anomaly_voter', 'select, insert');

-- When the votes of a consultation were last looked through, and how many had voted.
create table opinion.anomaly_look (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  voters integer not null check (voters >= 0),
  is_final boolean not null,
  looked_at timestamptz not null,
  primary key (jurisdiction_id, consultation_id),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation
);
call folkmoot.protect('opinion.anomaly_look', 'select, insert, update');

-- One of staff asks that the votes of an anomaly are set aside, another one decides.
create table opinion.voiding (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  number integer not null,
  reason text not null check (length(reason) between 1 and 1000),
  asked_by id.account not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'voided', 'refused')),
  why text not null default '' check (length(why) <= 1000),
  decided_by id.account,
  decided_at timestamptz,
  primary key (jurisdiction_id, consultation_id, number),
  foreign key (jurisdiction_id, consultation_id, number) references opinion.anomaly,
  check ((state = 'asked') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  constraint voiding_second_person check (decided_by <> asked_by),
  check (state <> 'refused' or why <> '')
);
call folkmoot.protect('opinion.voiding', 'select, insert, update');

create function opinion.keep_voiding()
returns trigger
language plpgsql
as $$
begin
  if old.state <> 'asked'
    or (new.reason, new.asked_by, new.asked_at) is distinct from (old.reason, old.asked_by, old.asked_at) then
    raise exception 'what was asked of these votes stays, and is decided once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_voiding before update on opinion.voiding for each row execute function opinion.keep_voiding();

-- Whose votes do not count, and since when.
create table opinion.voided (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  participant_id id.participant not null,
  number integer not null,
  at timestamptz not null,
  primary key (jurisdiction_id, consultation_id, participant_id),
  foreign key (jurisdiction_id, consultation_id, number) references opinion.voiding
);
call folkmoot.protect('opinion.voided', 'select, insert');

-- Only what two people decided, only of who stands in that anomaly, and never after the close: the result would tell her vote.
create function opinion.check_voided()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from opinion.voiding v
    join opinion.consultation c on c.jurisdiction_id = v.jurisdiction_id and c.id = v.consultation_id and c.closed_at is null
    join opinion.anomaly_voter w
      on w.jurisdiction_id = v.jurisdiction_id and w.consultation_id = v.consultation_id and w.number = v.number
      and w.participant_id = new.participant_id
    where v.jurisdiction_id = new.jurisdiction_id and v.consultation_id = new.consultation_id and v.number = new.number
      and v.state = 'voided'
  ) then
    raise exception 'votes are set aside by two people, before the close' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_voided before insert on opinion.voided for each row execute function opinion.check_voided();
