-- The rule of the agenda from below: which body must answer, at how many supports, within what time. Without one there is
-- no channel. Versions are only ever added: a problem keeps the one it was raised under.
create table problem.agenda_rule (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  version integer not null check (version > 0),
  -- The body that owes the answer.
  body_id id.body not null,
  -- How long supports are collected; both null: without end.
  window_count integer check (window_count between 1 and 1000),
  window_unit text check (window_unit in ('days', 'working-days', 'months')),
  -- Within what time the body answers, from the day a threshold is reached.
  answer_count integer not null check (answer_count between 1 and 1000),
  answer_unit text not null check (answer_unit in ('days', 'working-days', 'months')),
  open_to text not null check (open_to in ('tied', 'anyone')),
  least_assurance text not null check (least_assurance in ('low', 'substantial', 'high')),
  -- After a refusal or a lapse the same matter may be raised again after so many months, or at once with new facts.
  again_after_months integer not null check (again_after_months between 0 and 120),
  again_with_new_facts boolean not null,
  -- The real rule the form was filled from, and where it is described; null where it was written freely.
  preset text check (length(preset) between 1 and 60),
  -- The decision that set this rule, as the body's minutes name it.
  reference text not null check (length(reference) between 1 and 200),
  set_by id.account not null,
  set_at timestamptz not null,
  top_rung integer not null check (top_rung between 1 and 5),
  primary key (jurisdiction_id, version),
  foreign key (jurisdiction_id, body_id) references directory.body,
  foreign key (jurisdiction_id, set_by) references identity.account,
  check ((window_count is null) = (window_unit is null))
);

-- One step of the ladder: at so many supports the body owes this.
create table problem.agenda_rung (
  jurisdiction_id id.jurisdiction not null,
  version integer not null,
  number integer not null check (number between 1 and 5),
  threshold integer not null check (threshold between 1 and 100000000),
  owes text not null check (owes in ('decision', 'answer', 'legal-opinion', 'presentation', 'session')),
  primary key (jurisdiction_id, version, number),
  unique (jurisdiction_id, version, threshold),
  foreign key (jurisdiction_id, version) references problem.agenda_rule deferrable initially deferred
);
-- A rule without a threshold cannot be: its highest rung has to be there when the transaction ends.
alter table problem.agenda_rule add foreign key (jurisdiction_id, version, top_rung)
  references problem.agenda_rung (jurisdiction_id, version, number) deferrable initially deferred;

create function problem.check_rung()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from problem.agenda_rung other
    where other.jurisdiction_id = new.jurisdiction_id and other.version = new.version
      and (other.number < new.number) <> (other.threshold < new.threshold) and other.number <> new.number
  ) then
    raise exception 'a higher rung needs more supports' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_rung before insert on problem.agenda_rung for each row execute function problem.check_rung();

-- What holds for one problem: the version in force when it was raised, and the end of its window, frozen then.
create table problem.agenda (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  rule_version integer not null,
  closes_at timestamptz,
  -- Set once: the window ended before any threshold was reached.
  lapsed_at timestamptz,
  -- Set once: the body has given its last answer.
  settled_at timestamptz,
  -- Makes the hashes of paper and telephone supports; destroyed with them when the matter has ended.
  signature_key bytea check (length(signature_key) = 32),
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, rule_version) references problem.agenda_rule,
  check (lapsed_at is null or (closes_at is not null and lapsed_at > closes_at)),
  check (lapsed_at is null or settled_at is null)
);
create index agenda_open on problem.agenda (jurisdiction_id, closes_at) where lapsed_at is null and settled_at is null;

-- Once a place has a rule, whatever is raised there is bound to one: nothing is raised into a box without a receiver.
create function problem.check_on_agenda()
returns trigger
language plpgsql
as $$
begin
  if new.source is null
    and exists (select from problem.agenda_rule r where r.jurisdiction_id = new.jurisdiction_id)
    and not exists (
      select from problem.agenda a where a.jurisdiction_id = new.jurisdiction_id and a.problem_id = new.id
    )
  then
    raise exception 'problem % was raised without a rule', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger check_on_agenda after insert on problem.problem deferrable initially deferred
  for each row execute function problem.check_on_agenda();

call folkmoot.protect('problem.agenda_rule', 'select, insert');
call folkmoot.protect('problem.agenda_rung', 'select, insert');
call folkmoot.protect('problem.agenda', 'select, insert, update');
