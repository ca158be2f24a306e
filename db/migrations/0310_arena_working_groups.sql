-- Working groups round an arena, which anyone may join (R15): who is in one, and what it reported to the arena.

create domain id.working_group as uuid;
create domain id.group_report as uuid;

create table arena.working_group (
  jurisdiction_id id.jurisdiction not null,
  id id.working_group not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  question text not null check (length(question) between 5 and 200),
  works_on text not null check (length(works_on) between 1 and 2000),
  language text not null check (language <> ''),
  -- The last day on which anyone may join it.
  ends_on date not null,
  opened_by id.account not null,
  opened_at timestamptz not null,
  closed_by id.account,
  closed_at timestamptz,
  closing_words text not null default '' check (length(closing_words) <= 1000),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, opened_by) references identity.account,
  foreign key (jurisdiction_id, closed_by) references identity.account,
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closing_words = ''))
);
call folkmoot.protect('arena.working_group', 'select, insert, update (closed_by, closed_at, closing_words)');

-- Who is in one. The row goes when she leaves; her name is shown only while she wants it.
create table arena.working_group_member (
  jurisdiction_id id.jurisdiction not null,
  working_group_id id.working_group not null,
  account_id id.account not null,
  is_named boolean not null,
  joined_at timestamptz not null,
  primary key (jurisdiction_id, working_group_id, account_id),
  foreign key (jurisdiction_id, working_group_id) references arena.working_group,
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index working_groups_by_account on arena.working_group_member (jurisdiction_id, account_id);
call folkmoot.protect('arena.working_group_member', 'select, insert, update (is_named), delete');

create table arena.group_report (
  jurisdiction_id id.jurisdiction not null,
  id id.group_report not null,
  working_group_id id.working_group not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 3 and 120),
  text text not null check (length(text) between 1 and 4000),
  language text not null check (language <> ''),
  written_by id.account not null,
  written_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, working_group_id, number),
  foreign key (jurisdiction_id, working_group_id) references arena.working_group,
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('arena.group_report', 'select, insert');

-- Only who is in a group reports for it, and to one that was closed nobody is added and nothing reported.
create function arena.check_working_group()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from arena.working_group g
    where g.jurisdiction_id = new.jurisdiction_id and g.id = new.working_group_id and g.closed_at is not null
  ) then
    raise exception 'working group % is closed', new.working_group_id using errcode = 'check_violation';
  end if;
  if tg_table_name = 'group_report' and not exists (
    select from arena.working_group_member m
    where m.jurisdiction_id = new.jurisdiction_id and m.working_group_id = new.working_group_id
      and m.account_id = (to_jsonb(new) ->> 'written_by')::uuid
  ) then
    raise exception 'only who is in a working group reports for it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_working_group before insert on arena.working_group_member
  for each row execute function arena.check_working_group();
create trigger check_working_group before insert on arena.group_report
  for each row execute function arena.check_working_group();
