-- The mandate: what a group shall do, how far its work reaches, who answers and when. Versions; an adopted one is frozen.

call folkmoot.open_schema('mandate');

create table mandate.mandate (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id id.mandate not null,
  problem_id id.problem not null,
  version integer not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'adopted', 'superseded')),
  -- Counts the saves of a draft: whoever saves over words she has not seen is told.
  revision integer not null default 1 check (revision > 0),
  preset_name text,
  question text not null default '' check (length(question) <= 300),
  background text not null default '' check (length(background) <= 8000),
  tasks text not null default '' check (length(tasks) <= 8000),
  out_of_scope text not null default '' check (length(out_of_scope) <= 4000),
  parent_body_id id.body,
  recipient_body_id id.body,
  politicians integer check (politicians >= 0),
  citizens integer check (citizens >= 0),
  min_gender_share numeric(3, 2) check (min_gender_share between 0 and 0.5),
  starts_on date,
  ends_on date,
  meetings integer check (meetings > 0),
  economic_frame text not null default '' check (length(economic_frame) <= 2000),
  promise text check (promise in ('inform', 'consult', 'involve', 'collaborate', 'empower')),
  can_change text not null default '' check (length(can_change) <= 4000),
  cannot_change text not null default '' check (length(cannot_change) <= 4000),
  answer_count integer check (answer_count > 0),
  answer_unit text check (answer_unit in ('days', 'working-days', 'months')),
  begun_by id.account,
  begun_at timestamptz not null,
  -- The record of the vote on exactly this text, while it waits for the chair. Changing the text takes it away.
  pending_resolution_id id.resolution,
  -- The resolution that adopted it.
  resolution_id id.resolution,
  adopted_at timestamptz,
  -- Set when the mandate is told from published sources.
  source text,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, version),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, parent_body_id) references directory.body,
  foreign key (jurisdiction_id, recipient_body_id) references directory.body,
  foreign key (jurisdiction_id, begun_by) references identity.account,
  foreign key (jurisdiction_id, pending_resolution_id) references directory.resolution,
  foreign key (jurisdiction_id, resolution_id) references directory.resolution,
  check ((answer_count is null) = (answer_unit is null)),
  check (source is not null or begun_by is not null),
  -- Nothing incomplete is ever adopted (R3), and nothing without a body's decision (R1).
  check (
    state = 'draft' or source is not null
    or (question <> '' and background <> '' and tasks <> '' and out_of_scope <> '' and economic_frame <> ''
      and can_change <> '' and cannot_change <> '' and parent_body_id is not null and recipient_body_id is not null
      and politicians is not null and citizens is not null and politicians + citizens > 0
      and starts_on is not null and ends_on is not null and starts_on <= ends_on and meetings is not null
      and promise is not null and answer_count is not null and resolution_id is not null and adopted_at is not null)
  )
);
create unique index one_adopted_mandate on mandate.mandate (jurisdiction_id, problem_id) where state = 'adopted';
create unique index one_draft_mandate on mandate.mandate (jurisdiction_id, problem_id) where state = 'draft';
call folkmoot.protect('mandate.mandate', 'select, insert, update');

-- What a seat is for. A profile keeps its id from version to version, so that seats given for it stay explained.
create table mandate.profile (
  jurisdiction_id id.jurisdiction not null,
  mandate_id id.mandate not null,
  id id.profile not null,
  position integer not null check (position > 0),
  name text not null check (length(name) between 1 and 120),
  -- Null only where a told case does not say.
  wanted integer check (wanted > 0),
  description text not null default '' check (length(description) <= 1000),
  primary key (jurisdiction_id, mandate_id, id),
  unique (jurisdiction_id, mandate_id, position),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate
);
call folkmoot.protect('mandate.profile', 'select, insert, delete');

-- Each sponsoring politician answers for herself; nobody can answer over another's "no" (R5).
create table mandate.gate_answer (
  jurisdiction_id id.jurisdiction not null,
  mandate_id id.mandate not null,
  question text not null
    check (question in ('citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits')),
  person_id id.person not null,
  is_yes boolean not null,
  reason text not null check (length(reason) between 1 and 1000),
  at timestamptz not null,
  primary key (jurisdiction_id, mandate_id, question, person_id),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  foreign key (jurisdiction_id, person_id) references directory.person
);
call folkmoot.protect('mandate.gate_answer', 'select, insert, update');

-- Of what was adopted nothing changes but that a later version takes its place.
create function mandate.keep_frozen()
returns trigger
language plpgsql
as $$
begin
  if old.state <> 'draft'
    and not (old.state = 'adopted' and new.state = 'superseded' and to_jsonb(new) - 'state' = to_jsonb(old) - 'state')
  then
    raise exception 'version % of mandate % is frozen', old.version, old.id;
  end if;
  return new;
end
$$;
create trigger keep_frozen before update on mandate.mandate for each row execute function mandate.keep_frozen();

create function mandate.keep_frozen_part()
returns trigger
language plpgsql
as $$
declare
  part record;
begin
  if tg_op = 'DELETE' then part := old; else part := new; end if;
  if not exists (
    select from mandate.mandate m
    where m.jurisdiction_id = part.jurisdiction_id and m.id = part.mandate_id and m.state = 'draft'
  ) then
    raise exception 'mandate % is frozen', part.mandate_id;
  end if;
  return part;
end
$$;
create trigger keep_frozen before insert or update or delete on mandate.profile
  for each row execute function mandate.keep_frozen_part();
create trigger keep_frozen before insert or update or delete on mandate.gate_answer
  for each row execute function mandate.keep_frozen_part();
