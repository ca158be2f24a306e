-- What those who took part say of it: at the start, at the close, and a year later. Who is asked is one thing, what was answered
-- another: no row holds both, and when a round closes its key and its answers are gone. What is published is kept.
create table outcome.survey_round (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  moment text not null check (moment in ('start', 'close', 'later')),
  opened_by id.account not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  -- Once, to those who have not answered.
  reminded_at timestamptz,
  -- Tells that the same person answers again. Gone with the round: then nobody can try names against anything.
  key bytea check (octet_length(key) = 32),
  closed_at timestamptz,
  published jsonb,
  primary key (jurisdiction_id, problem_id, moment),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, opened_by) references identity.account,
  check (closes_at > opened_at),
  check (reminded_at >= opened_at),
  check (closed_at >= closes_at),
  check ((closed_at is null) = (published is null) and (closed_at is null) = (key is not null))
);
create index surveys_open on outcome.survey_round (jurisdiction_id, closes_at) where closed_at is null;
call folkmoot.protect('outcome.survey_round', 'select, insert, update');

-- Opened for everybody at once, closed once: neither its day nor what was published ever changes.
create function outcome.keep_survey_round()
returns trigger
language plpgsql
as $$
begin
  if old.closed_at is not null
    or to_jsonb(new) - array['reminded_at', 'key', 'closed_at', 'published']
      <> to_jsonb(old) - array['reminded_at', 'key', 'closed_at', 'published']
    or old.reminded_at is not null and new.reminded_at is distinct from old.reminded_at
    or new.key is not null and new.key is distinct from old.key
  then
    raise exception 'a survey stands as it was opened and closed' using errcode = 'check_violation';
  end if;
  if new.closed_at is not null and exists (
    select from outcome.survey_answer a
    where a.jurisdiction_id = new.jurisdiction_id and a.problem_id = new.problem_id and a.moment = new.moment
  ) then
    raise exception 'answers do not outlive their survey' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- Who is asked, fixed when the round opens. It says nothing of whether she answered.
create table outcome.survey_asked (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  moment text not null,
  account_id id.account not null,
  asked_as text not null check (asked_as in ('politician', 'member', 'participant')),
  opened_at timestamptz not null,
  primary key (jurisdiction_id, problem_id, moment, account_id),
  foreign key (jurisdiction_id, problem_id, moment) references outcome.survey_round,
  foreign key (jurisdiction_id, account_id) references identity.account
);
create index surveys_of_account on outcome.survey_asked (jurisdiction_id, account_id);
call folkmoot.protect('outcome.survey_asked', 'select, insert');

create function outcome.fix_survey_asked()
returns trigger
language plpgsql
as $$
begin
  -- Only in the transaction that opened the round: later ones have another time, and cannot have this one.
  if not exists (
    select from outcome.survey_round r
    where r.jurisdiction_id = new.jurisdiction_id and r.problem_id = new.problem_id and r.moment = new.moment
      and r.opened_at = new.opened_at and r.xmin = pg_current_xact_id()::xid
  ) then
    raise exception 'who is asked is fixed when a survey opens' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger fix_survey_asked before insert on outcome.survey_asked
for each row execute function outcome.fix_survey_asked();

-- No account and no time. Kept while the round runs, so that an answer can be changed; then counted and deleted.
create table outcome.survey_answer (
  jurisdiction_id id.jurisdiction not null,
  id id.vote not null,
  problem_id id.problem not null,
  moment text not null,
  respondent bytea not null check (octet_length(respondent) = 32),
  answered_as text not null check (answered_as in ('politician', 'member', 'participant')),
  item text not null check (item ~ '^[a-z-]{1,40}$'),
  answer smallint not null check (answer between 0 and 10),
  primary key (jurisdiction_id, id),
  -- One person, one answer a question.
  unique (jurisdiction_id, problem_id, moment, respondent, item),
  foreign key (jurisdiction_id, problem_id, moment) references outcome.survey_round
);
call folkmoot.protect('outcome.survey_answer', 'select, insert, update, delete');

create trigger keep_survey_round before update on outcome.survey_round
for each row execute function outcome.keep_survey_round();

create function outcome.answer_while_open()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from outcome.survey_round r
    where r.jurisdiction_id = new.jurisdiction_id and r.problem_id = new.problem_id and r.moment = new.moment
      and r.closed_at is null
  ) then
    raise exception 'this survey is closed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger answer_while_open before insert or update on outcome.survey_answer
for each row execute function outcome.answer_while_open();
