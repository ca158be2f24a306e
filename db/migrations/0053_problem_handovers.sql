-- A problem that belongs to another level of government, and a problem of a union opened with parts in its members: two acts,
-- one in each place, joined by a job. No row reaches into the other place: what crosses is copied words, and an id both know.

create domain id.handover as uuid;

-- What this place asked of another.
create table problem.handover_out (
  jurisdiction_id id.jurisdiction not null,
  id id.handover not null,
  problem_id id.problem not null,
  -- 'whole': it belongs to the other place. 'part': the other place is invited to open a part of it.
  kind text not null check (kind in ('whole', 'part')),
  to_id id.jurisdiction not null references directory.jurisdiction,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by id.account not null,
  asked_by_person id.person not null,
  asked_at timestamptz not null,
  -- 'sent' until the job has carried it; 'stopped' when the words were hidden or the place was closed before it got there.
  state text not null default 'sent' check (state in ('sent', 'waits', 'accepted', 'declined', 'stopped')),
  due_at timestamptz,
  answer text not null default '' check (length(answer) <= 2000),
  answered_by_name text not null default '' check (length(answered_by_name) <= 200),
  answered_at timestamptz,
  -- The problem's address there, once it was taken up.
  their_slug text,
  primary key (jurisdiction_id, id),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, asked_by) references identity.account,
  foreign key (jurisdiction_id, asked_by_person) references directory.person,
  check (to_id <> jurisdiction_id),
  check ((state = 'waits') <= (due_at is not null)),
  check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  check ((state = 'accepted') = (their_slug is not null)),
  check (state <> 'declined' or answer <> '')
);
-- Nobody is asked twice while the first question stands or was taken up; after a no, with new reasons, one may ask again.
create unique index one_open_handover on problem.handover_out (jurisdiction_id, problem_id, to_id)
  where state in ('sent', 'waits', 'accepted');
call folkmoot.protect('problem.handover_out', 'select, insert, update');

-- What another place asked of this one: the public words as they stood when they were carried.
create table problem.handover_in (
  jurisdiction_id id.jurisdiction not null,
  id id.handover not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('whole', 'part')),
  from_id id.jurisdiction not null references directory.jurisdiction,
  from_slug text not null,
  question text not null check (length(question) between 1 and 200),
  what_happens text not null check (length(what_happens) between 1 and 4000),
  who_is_affected text not null check (length(who_is_affected) <= 2000),
  language text not null,
  reason text not null check (length(reason) between 1 and 2000),
  asked_by_name text not null check (length(asked_by_name) between 1 and 200),
  asked_at timestamptz not null,
  arrived_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waits' check (state in ('waits', 'accepted', 'declined')),
  answer text not null default '' check (length(answer) <= 2000),
  answered_by id.person,
  answered_at timestamptz,
  -- The problem of its own that it became here.
  problem_id id.problem,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, number),
  foreign key (jurisdiction_id, answered_by) references directory.person,
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  check (from_id <> jurisdiction_id),
  check ((state = 'waits') = (answered_at is null) and (state = 'waits') = (answered_by is null)),
  check ((state = 'accepted') = (problem_id is not null)),
  check (state <> 'declined' or answer <> '')
);
create unique index handover_of_problem on problem.handover_in (jurisdiction_id, problem_id) where problem_id is not null;
call folkmoot.protect('problem.handover_in', 'select, insert, update');

-- An answer is given once, and the words that were carried stay as they came.
create function problem.keep_handover()
returns trigger
language plpgsql
as $$
declare
  free text[] := array['state', 'answer', 'answered_by', 'answered_by_name', 'answered_at', 'their_slug'];
begin
  if old.state in ('accepted', 'declined', 'stopped') then
    raise exception 'hand-over % is answered', old.id using errcode = 'check_violation';
  end if;
  if tg_table_name = 'handover_in' then free := free || 'problem_id'::text; end if;
  if old.state = 'sent' then free := free || 'due_at'::text; end if;
  if to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception 'what was asked in hand-over % stays as it was', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_handover before update on problem.handover_out for each row execute function problem.keep_handover();
create trigger keep_handover before update on problem.handover_in for each row execute function problem.keep_handover();

select pgboss.create_queue('handovers.carry', '{"policy": "standard", "retryLimit": 20, "retryBackoff": true}');
update pgboss.queue set deletion_seconds = 3600 where name = 'handovers.carry';
