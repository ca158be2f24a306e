-- The follow-up group: members who stay, by their own yes, after their group has handed over. They get a report in the rhythm the
-- chair set, say how it goes and ask; the body answers. It ends by its date or by a word (R38).
create domain id.monitor_word as uuid;

create table delivery.follow_up (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- A report every so many months; the next one, and the day on which it all ends.
  months integer not null check (months between 1 and 12),
  next_on date not null,
  ends_on date not null,
  opened_by id.account not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  ended_by id.account,
  ended_why text not null default '' check (length(ended_why) <= 2000),
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, opened_by) references identity.account,
  foreign key (jurisdiction_id, ended_by) references identity.account,
  check (next_on <= ends_on),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why = ''))
);
call folkmoot.protect('delivery.follow_up', 'select, insert, update');

create table delivery.monitor (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  account_id id.account not null,
  joined_at timestamptz not null,
  left_at timestamptz check (left_at >= joined_at),
  primary key (jurisdiction_id, problem_id, account_id),
  foreign key (jurisdiction_id, problem_id) references delivery.follow_up,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('delivery.monitor', 'select, insert, update');

create function delivery.check_monitor()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from arena.seat s
    where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.account_id = new.account_id
  ) then
    raise exception 'only who sat in the group stays as its monitor' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_monitor before insert on delivery.monitor for each row execute function delivery.check_monitor();

create table delivery.status_report (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 6000),
  by_account id.account not null,
  is_staff boolean not null,
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references delivery.follow_up,
  foreign key (jurisdiction_id, by_account) references identity.account
);
call folkmoot.protect('delivery.status_report', 'select, insert');

-- What a monitor says to a report: how it goes, once, and a question if she has one; with the answer of the body.
create table delivery.monitor_word (
  jurisdiction_id id.jurisdiction not null,
  id id.monitor_word not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  report integer not null,
  by_account id.account not null,
  rating text not null check (rating in ('well', 'slowly', 'stuck')),
  question text not null default '' check (length(question) <= 2000),
  language text not null,
  at timestamptz not null,
  reply text check (length(reply) between 1 and 4000),
  replied_by id.account,
  reply_is_staff boolean,
  replied_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  unique (jurisdiction_id, problem_id, report, by_account),
  foreign key (jurisdiction_id, problem_id, report) references delivery.status_report,
  foreign key (jurisdiction_id, problem_id, by_account) references delivery.monitor,
  foreign key (jurisdiction_id, replied_by) references identity.account,
  check (reply is null or question <> ''),
  check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null)
    and (reply is null) = (reply_is_staff is null))
);
call folkmoot.protect('delivery.monitor_word', 'select, insert, update');

create function delivery.keep_monitor_word()
returns trigger
language plpgsql
as $$
declare
  moves text[] = array['reply', 'replied_by', 'reply_is_staff', 'replied_at'];
begin
  if old.reply is not null or to_jsonb(new) - moves <> to_jsonb(old) - moves then
    raise exception 'what a monitor said and was answered stays' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_monitor_word before update on delivery.monitor_word
  for each row execute function delivery.keep_monitor_word();

create function delivery.keep_follow_up()
returns trigger
language plpgsql
as $$
begin
  if old.ended_at is not null then
    raise exception 'a follow-up that has ended is over' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_follow_up before update on delivery.follow_up for each row execute function delivery.keep_follow_up();
