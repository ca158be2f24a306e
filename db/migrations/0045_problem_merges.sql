-- One problem goes on in another, or is parted into several; each with a reason, and traced both ways.

create table problem.merger (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  into_id id.problem not null,
  reason text not null check (length(reason) between 1 and 2000),
  merged_by id.account not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, into_id) references problem.problem,
  foreign key (jurisdiction_id, merged_by) references identity.account,
  check (problem_id <> into_id)
);
-- It goes on in one place at a time.
create unique index goes_on_in_one on problem.merger (jurisdiction_id, problem_id) where undone_at is null;
create index merged_into on problem.merger (jurisdiction_id, into_id) where undone_at is null;
call folkmoot.protect('problem.merger', 'select, insert, update');

-- Whoever follows where it goes on must arrive.
create function problem.refuse_circle()
returns trigger
language plpgsql
as $$
begin
  if new.undone_at is null and exists (
    with recursive onward as (
      select new.into_id as id
      union
      select m.into_id from onward o
      join problem.merger m on m.jurisdiction_id = new.jurisdiction_id and m.problem_id = o.id and m.undone_at is null
    )
    select from onward where id = new.problem_id
  ) then
    raise exception 'problem % would go on in itself', new.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger refuse_circle before insert or update on problem.merger
  for each row execute function problem.refuse_circle();

-- A part of a problem that was parted; it is a problem of its own.
create table problem.part (
  jurisdiction_id id.jurisdiction not null,
  part_id id.problem not null,
  whole_id id.problem not null,
  reason text not null check (length(reason) between 1 and 2000),
  parted_by id.account not null,
  parted_at timestamptz not null,
  primary key (jurisdiction_id, part_id),
  foreign key (jurisdiction_id, part_id) references problem.problem,
  foreign key (jurisdiction_id, whole_id) references problem.problem,
  foreign key (jurisdiction_id, parted_by) references identity.account,
  check (part_id <> whole_id)
);
create index parts_of on problem.part (jurisdiction_id, whole_id);
call folkmoot.protect('problem.part', 'select, insert');

-- A later stage holds a case here when a body works on its mandate: from then on it does not go away into another.
create table problem.held (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  held_at timestamptz not null,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('problem.held', 'select, insert');
insert into problem.held (jurisdiction_id, problem_id, held_at)
select jurisdiction_id, problem_id, min(begun_at)
from mandate.mandate
where state <> 'draft' or pending_resolution_id is not null
group by 1, 2;
