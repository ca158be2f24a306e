-- Who serves the group of a case, and as what: facilitation, subject expertise and secretariat apart (R17).

create table arena.staffing (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  account_id id.account not null,
  role text not null check (role in ('facilitator', 'officer', 'clerk')),
  -- Why one person does two of these in one case; '' where she does one.
  note text not null default '' check (length(note) <= 500),
  named_by id.account not null,
  named_at timestamptz not null,
  ended_by id.account,
  ended_at timestamptz,
  primary key (jurisdiction_id, problem_id, account_id, role, named_at),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, named_by) references identity.account,
  foreign key (jurisdiction_id, ended_by) references identity.account,
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_staffing on arena.staffing (jurisdiction_id, problem_id, account_id, role) where ended_at is null;
create index staffing_by_account on arena.staffing (jurisdiction_id, account_id) where ended_at is null;
call folkmoot.protect('arena.staffing', 'select, insert, update (ended_by, ended_at)');

-- Two roles in one hand are seen, with the reason.
create function arena.check_staffing()
returns trigger
language plpgsql
as $$
begin
  if new.note = '' and exists (
    select from arena.staffing s
    where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.account_id = new.account_id
      and s.role <> new.role and s.ended_at is null
  ) then
    raise exception 'who holds two roles in one case needs a note' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_staffing before insert on arena.staffing for each row execute function arena.check_staffing();
