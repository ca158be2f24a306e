-- What is late is told once for each day it was due, first to who answers for it, then to her chair, then to everybody who follows.
-- What was closed falsely is reopened by those it concerns, and closed again only by the word of the chair. Nothing is ever deleted.
create domain id.reopening as uuid;

create table delivery.late (
  jurisdiction_id id.jurisdiction not null,
  commitment_id id.commitment not null,
  due_on date not null,
  step text not null check (step in ('owner', 'chair', 'followers')),
  told_at timestamptz not null,
  primary key (jurisdiction_id, commitment_id, due_on, step),
  foreign key (jurisdiction_id, commitment_id) references delivery.commitment
);
call folkmoot.protect('delivery.late', 'select, insert');

-- Whoever looks for what is late looks at what has a day, not at two hundred thousand promises that were kept.
create index commitment_open_by_report on delivery.commitment (jurisdiction_id, next_report_on)
  where confirmed_at is not null and standing not in ('kept', 'dropped', 'unknown');
create index milestone_open_by_day on delivery.milestone (jurisdiction_id, due_on) where reached_on is null;

alter table delivery.commitment
  drop constraint commitment_standing_check,
  add constraint commitment_standing_check
    check (standing in ('promised', 'late', 'kept', 'dropped', 'reopened', 'unknown'));

-- One of those concerned says that what was closed is not done. It stands open until the chair of the body has answered.
create table delivery.reopening (
  jurisdiction_id id.jurisdiction not null,
  id id.reopening not null,
  problem_id id.problem not null,
  commitment_id id.commitment not null,
  number integer not null check (number > 0),
  -- How it was closed, and the report that closed it.
  closed_as text not null check (closed_as in ('kept', 'dropped')),
  closed_report integer not null,
  reason text not null check (length(reason) between 1 and 4000),
  language text not null,
  by_account id.account not null,
  at timestamptz not null,
  -- The day by which the chair answers; the commitment is late after it.
  answer_by date not null,
  -- The chair's answer is a report like any other.
  answer_report integer,
  answered_by id.account,
  answered_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, commitment_id, number),
  -- The same person speaks once against the same closing.
  unique (jurisdiction_id, commitment_id, closed_report, by_account),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, commitment_id) references delivery.commitment,
  foreign key (jurisdiction_id, commitment_id, closed_report) references delivery.report,
  foreign key (jurisdiction_id, commitment_id, answer_report) references delivery.report,
  foreign key (jurisdiction_id, by_account) references identity.account,
  foreign key (jurisdiction_id, answered_by) references identity.account,
  check ((answer_report is null) = (answered_at is null) and (answered_by is null) = (answered_at is null)),
  check (answer_report > closed_report),
  check (answered_at >= at)
);
-- One question at a time.
create unique index reopening_open on delivery.reopening (jurisdiction_id, commitment_id) where answered_at is null;
create index reopening_by_account on delivery.reopening (jurisdiction_id, by_account, at);
call folkmoot.protect('delivery.reopening', 'select, insert, update');

create function delivery.check_reopening()
returns trigger
language plpgsql
as $$
declare
  promised delivery.commitment;
begin
  if tg_op = 'UPDATE' then
    if old.answered_at is not null or to_jsonb(new) - array['answer_report', 'answered_by', 'answered_at']
      <> to_jsonb(old) - array['answer_report', 'answered_by', 'answered_at']
    then
      raise exception 'reopening % stays as it was said and as it was answered', old.number using errcode = 'check_violation';
    end if;
    -- The answer is the word of who leads the body that answered, on that day; never of staff.
    if not exists (
      select from delivery.report r
      join identity.account a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.by_account
      join decision.package k on k.jurisdiction_id = r.jurisdiction_id and k.problem_id = new.problem_id
      where r.jurisdiction_id = new.jurisdiction_id and r.commitment_id = new.commitment_id and r.number = new.answer_report
        and not r.is_staff and r.by_account = new.answered_by
        and directory.sits(new.jurisdiction_id, a.person_id, k.body_id, new.answered_at, true)
    ) then
      raise exception 'only the chair of the body answers a reopening' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select c.* into promised
  from delivery.commitment c
  where c.jurisdiction_id = new.jurisdiction_id and c.id = new.commitment_id
  for update;
  if promised.source is not null or promised.standing <> new.closed_as or promised.problem_id <> new.problem_id then
    raise exception 'only what was closed here is reopened' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_reopening before insert or update on delivery.reopening
  for each row execute function delivery.check_reopening();

-- What was closed stays closed but for a reopening; what was reopened waits for its answer.
create function delivery.check_standing()
returns trigger
language plpgsql
as $$
declare
  is_open boolean = exists (
    select from delivery.reopening o
    where o.jurisdiction_id = new.jurisdiction_id and o.commitment_id = new.id and o.answered_at is null
  );
begin
  if new.source is not null then return new; end if;
  if old.standing in ('kept', 'dropped') and new.standing not in (old.standing, 'reopened') then
    raise exception 'commitment % was closed: it is reopened by those it concerns', old.number using errcode = 'check_violation';
  end if;
  if (new.standing = 'reopened') <> is_open then
    raise exception 'commitment % is reopened exactly as long as nobody has answered', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_standing before update of standing on delivery.commitment
  for each row when (old.standing is distinct from new.standing) execute function delivery.check_standing();

-- The application cannot delete these; nor can whoever comes with more rights by mistake.
create function delivery.refuse_deleting()
returns trigger
language plpgsql
as $$
begin
  raise exception 'what was promised is never deleted' using errcode = 'check_violation';
end
$$;
create trigger never_deleted before delete on delivery.commitment
  for each row execute function delivery.refuse_deleting();
create trigger never_deleted before delete on delivery.milestone
  for each row execute function delivery.refuse_deleting();
create trigger never_deleted before delete on delivery.report
  for each row execute function delivery.refuse_deleting();
create trigger never_deleted before delete on delivery.pledge
  for each row execute function delivery.refuse_deleting();
create trigger never_deleted before delete on delivery.reopening
  for each row execute function delivery.refuse_deleting();

-- A milestone is the day it was promised for: it is reached once, and neither reworded nor put off in silence.
create function delivery.keep_milestone()
returns trigger
language plpgsql
as $$
begin
  if old.reached_on is not null or to_jsonb(new) - array['reached_on', 'reached_by'] <> to_jsonb(old) - array['reached_on', 'reached_by']
  then
    raise exception 'a milestone is as it was promised' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_milestone before update on delivery.milestone
  for each row execute function delivery.keep_milestone();
