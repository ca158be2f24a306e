-- Statements the group writes before voting opens, so that the first voters find some. Theirs alone until then; frozen from then on.
create table opinion.prepared (
  jurisdiction_id id.jurisdiction not null,
  -- The id it keeps as a statement.
  id id.statement not null,
  problem_id id.problem not null,
  text text not null check (length(text) between 10 and 200),
  plain_form text not null,
  language text not null,
  written_by id.account not null,
  written_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, plain_form),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('opinion.prepared', 'select, insert, update, delete');

create function opinion.check_prepared()
returns trigger
language plpgsql
as $$
declare
  row constant opinion.prepared := case when tg_op = 'DELETE' then old else new end;
begin
  if exists (
    select from opinion.consultation c where c.jurisdiction_id = row.jurisdiction_id and c.problem_id = row.problem_id
  ) then
    raise exception 'voting has opened: what was prepared stays as it is' using errcode = 'check_violation';
  end if;
  return row;
end
$$;
create trigger check_prepared before insert or update or delete on opinion.prepared
  for each row execute function opinion.check_prepared();

-- What the group prepared before the opening enters with it; all else must have been let through.
create or replace function opinion.check_let_through()
returns trigger
language plpgsql
as $$
begin
  if new.source is null
    and exists (
      select from opinion.consultation c
      where c.jurisdiction_id = new.jurisdiction_id and c.id = new.consultation_id and c.moderation = 'before'
    )
    and not exists (
      select from opinion.waiting w
      where w.jurisdiction_id = new.jurisdiction_id and w.id = new.id and w.state = 'let-through' and w.text = new.text
    )
    and not exists (
      select from opinion.prepared p
      where p.jurisdiction_id = new.jurisdiction_id and p.id = new.id and p.text = new.text and new.is_seed
    ) then
    raise exception 'statement % was not let through', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
