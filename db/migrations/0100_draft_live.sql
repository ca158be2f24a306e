-- The text as it is being written: a Yjs document, kept as the log of its updates. Working state, not an act: what counts is a
-- saved version. The log is the truth; whoever holds a document open follows it.

create table draft.live_update (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- Counted per problem under a lock, so that whoever has read up to a number has missed nothing below it.
  seq bigint not null check (seq > 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  -- Null when nobody's account wrote it, as in a told case.
  written_by id.account,
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id, seq),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('draft.live_update', 'select, insert, delete');

-- All updates up to `through` in one; the log holds what came after.
create table draft.live_state (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  through bigint not null check (through > 0),
  bytes bytea not null,
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('draft.live_state', 'select, insert, update');

-- Whose letters are whose: each letter of a Yjs document carries a client number, and a number belongs to one account in one role.
create table draft.live_writer (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  client bigint not null check (client >= 0),
  account_id id.account,
  written_as text not null check (written_as in ('politician', 'citizen', 'staff', 'unknown')),
  primary key (jurisdiction_id, problem_id, client),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account,
  check ((account_id is null) = (written_as = 'unknown'))
);
call folkmoot.protect('draft.live_writer', 'select, insert');

-- Handing over and writing exclude one another already by a lock; this holds if ever somebody forgets it.
create function draft.refuse_writing_after_handing_over()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from draft.frozen f where f.jurisdiction_id = new.jurisdiction_id and f.problem_id = new.problem_id
  ) then
    raise exception 'the draft has been handed over';
  end if;
  return new;
end
$$;
create trigger live_text_stands_still before insert on draft.live_update
for each row execute function draft.refuse_writing_after_handing_over();

-- What is in the log stays as it came: an update is never written over, only taken into the state.
create function draft.refuse_leaving_the_state_behind()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from draft.live_state s
    where s.jurisdiction_id = old.jurisdiction_id and s.problem_id = old.problem_id and s.through >= old.seq
  ) then
    raise exception 'an update leaves the log only when the state holds it';
  end if;
  return old;
end
$$;
create trigger nothing_typed_is_lost before delete on draft.live_update
for each row execute function draft.refuse_leaving_the_state_behind();
