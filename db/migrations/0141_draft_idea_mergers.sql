-- Two ideas that say the same go on as one. Both stay to be read; their authors may object, and then they are kept apart.

create table draft.idea_merger (
  jurisdiction_id id.jurisdiction not null,
  idea_id id.idea not null,
  number integer not null check (number > 0),
  into_id id.idea not null,
  reason text not null check (length(reason) between 1 and 2000),
  merged_by id.account not null,
  merged_at timestamptz not null,
  ended_at timestamptz,
  ended_by id.account,
  -- The words of an author who objected, public; '' where it was taken back.
  objection text not null default '' check (length(objection) <= 2000),
  primary key (jurisdiction_id, idea_id, number),
  foreign key (jurisdiction_id, idea_id) references draft.idea,
  foreign key (jurisdiction_id, into_id) references draft.idea,
  foreign key (jurisdiction_id, merged_by) references identity.account,
  foreign key (jurisdiction_id, ended_by) references identity.account,
  check (idea_id <> into_id),
  check ((ended_at is null) = (ended_by is null) and (ended_at is not null or objection = ''))
);
create unique index idea_goes_on_once on draft.idea_merger (jurisdiction_id, idea_id) where ended_at is null;
create index idea_gathered on draft.idea_merger (jurisdiction_id, into_id) where ended_at is null;
call folkmoot.protect('draft.idea_merger', 'select, insert, update');

create function draft.refuse_merger_over_objection()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from draft.idea_merger m
    where m.jurisdiction_id = new.jurisdiction_id and m.objection <> ''
      and (m.idea_id, m.into_id) in ((new.idea_id, new.into_id), (new.into_id, new.idea_id))
  ) then
    raise exception 'their author objected: they are kept apart';
  end if;
  return new;
end
$$;
create trigger kept_apart before insert on draft.idea_merger
for each row execute function draft.refuse_merger_over_objection();

alter table draft.idea_listing add column is_merged boolean not null default false;

create function draft.list_merged_idea()
returns trigger
language plpgsql
as $$
begin
  update draft.idea_listing l
  set is_merged = new.ended_at is null
  where l.jurisdiction_id = new.jurisdiction_id and l.idea_id = new.idea_id;
  update draft.idea_sorting s set is_due = true
  from draft.idea i
  where i.jurisdiction_id = new.jurisdiction_id and i.id = new.idea_id
    and s.jurisdiction_id = i.jurisdiction_id and s.problem_id = i.problem_id;
  return null;
end
$$;
create trigger list_merged after insert or update on draft.idea_merger
for each row execute function draft.list_merged_idea();

-- An idea and all that go on in it, by whatever way.
create function draft.gathered_in(j uuid, i uuid)
returns table (id uuid)
language sql stable
as $$
  with recursive gathered as (
    select i as id
    union
    select m.idea_id
    from gathered g
    join draft.idea_merger m on m.jurisdiction_id = j and m.into_id = g.id and m.ended_at is null
  )
  select g.id from gathered g
$$;
revoke all on function draft.gathered_in from public;
grant execute on function draft.gathered_in to folkmoot_app;

-- Whose meaning it is besides who wrote it: who said so, and who wrote what goes on in it. Each account once.
create function draft.others_meaning(j uuid, i uuid)
returns bigint
language sql stable
as $$
  select count(distinct v.account) from (
    select n.account_id::uuid as account from draft.idea_joined n
    where n.jurisdiction_id = j and n.idea_id in (select g.id from draft.gathered_in(j, i) g)
    union all
    -- A voice without an account is one of its own.
    select coalesce(w.written_by::uuid, w.id::uuid) from draft.idea w
    where w.jurisdiction_id = j and w.id in (select g.id from draft.gathered_in(j, i) g where g.id <> i)
  ) v
  where v.account is distinct from (select o.written_by::uuid from draft.idea o where o.jurisdiction_id = j and o.id = i)
$$;
revoke all on function draft.others_meaning from public;
grant execute on function draft.others_meaning to folkmoot_app;
