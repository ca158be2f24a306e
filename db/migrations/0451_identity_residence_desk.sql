-- Who gets no letter shows at a desk that she lives here: she says a number that stands on her own page, one of staff writes down how
-- both were seen, and a second one confirms it. No copy and no number of a paper is kept.

alter table identity.residence drop constraint residence_means_check;
alter table identity.residence add constraint residence_means_check check (means in ('letter', 'desk'));

-- Shown on her page for half an hour: nobody is looked up by name or address.
create table identity.residence_desk (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  number integer not null check (number between 100000 and 999999),
  ends_at timestamptz not null,
  primary key (jurisdiction_id, account_id),
  foreign key (jurisdiction_id, account_id) references identity.account
);
create unique index residence_desk_by_number on identity.residence_desk (jurisdiction_id, number);
call folkmoot.protect('identity.residence_desk', 'select, insert, update, delete');

create table identity.residence_seen (
  jurisdiction_id id.jurisdiction not null,
  number integer not null check (number > 0),
  account_id id.account not null,
  seen_by text not null check (seen_by in ('paper-with-picture', 'card-of-place', 'known')),
  home_by text not null check (home_by in ('register', 'letter-of-authority', 'contract')),
  reason text not null check (length(reason) between 1 and 500),
  recorded_by id.account not null,
  recorded_at timestamptz not null,
  confirmed_by id.account,
  confirmed_at timestamptz,
  primary key (jurisdiction_id, number),
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, recorded_by) references identity.account,
  foreign key (jurisdiction_id, confirmed_by) references identity.account,
  check ((confirmed_by is null) = (confirmed_at is null)),
  constraint two_of_staff check (confirmed_by <> recorded_by),
  constraint nobody_for_herself check (account_id <> recorded_by and account_id <> confirmed_by)
);
create unique index residence_seen_waits on identity.residence_seen (jurisdiction_id, account_id) where confirmed_at is null;
create index residence_seen_by_whom on identity.residence_seen (jurisdiction_id, recorded_by, recorded_at);
call folkmoot.protect('identity.residence_seen', 'select, insert, update, delete');

-- One of staff writes down forty in a day, as many as applications: two transactions of one person wait for each other.
create function identity.check_seen_in_a_day()
returns trigger
language plpgsql
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.recorded_by::text || ' sees who lives here', 0));
  if (
    select count(*) from identity.residence_seen s
    where s.jurisdiction_id = new.jurisdiction_id and s.recorded_by = new.recorded_by
      and s.recorded_at > new.recorded_at - interval '24 hours' and s.recorded_at <= new.recorded_at
  ) > 40 then
    raise exception 'one person writes down forty in a day, not more' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_seen_in_a_day after insert on identity.residence_seen
for each row execute function identity.check_seen_in_a_day();

-- By the desk nobody lives here but who stands confirmed by two.
create function identity.check_shown_at_desk()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from identity.residence_seen s
    where s.jurisdiction_id = new.jurisdiction_id and s.account_id = new.account_id and s.confirmed_at is not null
  ) then
    raise exception 'two of staff stand behind what was shown at a desk' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_shown_at_desk after insert or update on identity.residence
for each row when (new.means = 'desk') execute function identity.check_shown_at_desk();
