-- The common text (decisions/012): sections in order, each a recommendation or a passage, each with clauses. Ids of both survive
-- editing, moving and merging; what is gone keeps its row, so that what hung on it still has a name.
create domain id.section as uuid;

create table draft.section (
  jurisdiction_id id.jurisdiction not null,
  id id.section not null,
  problem_id id.problem not null,
  -- A passage gives background and reasons: nobody owes it an answer.
  kind text not null check (kind in ('recommendation', 'passage')),
  -- Kept when it becomes a passage or goes: the number is its own for ever.
  recommendation_id id.recommendation,
  heading text not null check (length(heading) between 3 and 200),
  -- Its place in the text, from 1; null when it is gone.
  position integer check (position > 0),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, recommendation_id),
  -- At the end of the transaction: sections change places with one another.
  unique (jurisdiction_id, problem_id, position) deferrable initially deferred,
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, recommendation_id) references draft.recommendation,
  check (kind = 'passage' or recommendation_id is not null)
);
call folkmoot.protect('draft.section', 'select, insert, update');

insert into draft.section (jurisdiction_id, id, problem_id, kind, recommendation_id, heading, position)
select r.jurisdiction_id, gen_random_uuid(), r.problem_id, 'recommendation', r.id, v.title, r.number
from draft.recommendation r
cross join lateral (
  select v.title from draft.recommendation_version v
  where v.jurisdiction_id = r.jurisdiction_id and v.recommendation_id = r.id
  order by v.version desc
  limit 1
) v;

-- A clause belongs to a section, whether anybody owes that an answer or not.
drop trigger clause_stands_still on draft.clause;
alter table draft.clause add column section_id id.section;
update draft.clause c
set section_id = s.id
from draft.section s
where s.jurisdiction_id = c.jurisdiction_id and s.recommendation_id = c.recommendation_id;
alter table draft.clause
  drop column recommendation_id,
  alter column section_id set not null,
  -- Its place in its section; null when it is gone from the text.
  alter column number drop not null,
  drop constraint clause_text_check,
  add constraint clause_text_check check (length(text) between 1 and 4000),
  add foreign key (jurisdiction_id, section_id) references draft.section,
  add unique (jurisdiction_id, section_id, number) deferrable initially deferred;

-- What a clause comes from may also be a meeting, one point of its agenda, or evidence; it may name nothing, and is shown as such.
alter table draft.citation
  drop constraint citation_cited_kind_check,
  add constraint citation_cited_kind_check
    check (cited_kind in ('idea', 'statement', 'question', 'note', 'framing', 'meeting', 'item', 'evidence'));
create index citation_of on draft.citation (jurisdiction_id, cited_id);
grant delete on draft.citation to folkmoot_app;

-- Every version of the whole text that was saved. What is typed between two of them is working state.
create table draft.text_version (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  version integer not null check (version > 0),
  -- { "sections": [{ "id", "kind", "heading", "clauses": [{ "id", "text" }] }] }
  content jsonb not null,
  -- Letters by role of who wrote them, by id of clause: { "<id>": { "politician": 0, "citizen": 12, "staff": 0 } }
  letters jsonb not null,
  reason text not null check (length(reason) <= 2000),
  saved_by id.account,
  saved_as text not null check (saved_as in ('politician', 'citizen', 'staff', 'unknown')),
  at timestamptz not null,
  primary key (jurisdiction_id, problem_id, version),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, saved_by) references identity.account,
  check (saved_by is null or reason <> '')
);
call folkmoot.protect('draft.text_version', 'select, insert');

-- A recommendation can leave the text and come back; its number and its history stay.
alter table draft.recommendation_version
  drop constraint recommendation_version_change_check,
  add constraint recommendation_version_change_check
    check (change in ('proposed', 'revised', 'clause-added', 'withdrawn', 'returned')),
  -- The version of the whole text it came with; null before texts were saved whole, and in told cases.
  add column text_version integer;

-- Texts that still move begin with what stands: their words above the clauses become a first clause.
insert into draft.text_version (jurisdiction_id, problem_id, version, content, letters, reason, saved_by, saved_as, at)
select s.jurisdiction_id, s.problem_id, 1,
  jsonb_build_object('sections', jsonb_agg(
    jsonb_build_object('id', s.id, 'kind', 'recommendation', 'heading', s.heading, 'clauses',
      case when v.text = '' then '[]' else jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'text', v.text)) end || c.clauses)
    order by s.position)),
  coalesce((
    select jsonb_object_agg(c.id, jsonb_build_object(c.written_as, length(c.text)))
    from draft.clause c
    join draft.section o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.section_id
    where o.jurisdiction_id = s.jurisdiction_id and o.problem_id = s.problem_id
  ), '{}'),
  '', null, 'unknown', max(v.at)
from draft.section s
join draft.recommendation r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id and r.source is null
cross join lateral (
  select v.text, v.at from draft.recommendation_version v
  where v.jurisdiction_id = r.jurisdiction_id and v.recommendation_id = r.id
  order by v.version desc
  limit 1
) v
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text) order by c.number), '[]') as clauses
  from draft.clause c
  where c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id
) c
where not exists (
  select from draft.frozen f where f.jurisdiction_id = s.jurisdiction_id and f.problem_id = s.problem_id
)
group by s.jurisdiction_id, s.problem_id;

-- After the hand-over these stand still too.
create function draft.refuse_text_after_handing_over()
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
create trigger section_stands_still before insert or update on draft.section
for each row execute function draft.refuse_text_after_handing_over();
create trigger text_version_stands_still before insert on draft.text_version
for each row execute function draft.refuse_text_after_handing_over();

create function draft.refuse_clause_after_handing_over()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from draft.section s
    join draft.frozen f on f.jurisdiction_id = s.jurisdiction_id and f.problem_id = s.problem_id
    where s.jurisdiction_id = new.jurisdiction_id and s.id = new.section_id
  ) then
    raise exception 'the draft has been handed over';
  end if;
  return new;
end
$$;
create trigger clause_stands_still before insert or update on draft.clause
for each row execute function draft.refuse_clause_after_handing_over();

create function draft.refuse_citation_after_handing_over()
returns trigger
language plpgsql
as $$
declare
  about draft.citation := coalesce(new, old);
begin
  if exists (
    select from draft.clause c
    join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
    join draft.frozen f on f.jurisdiction_id = s.jurisdiction_id and f.problem_id = s.problem_id
    where c.jurisdiction_id = about.jurisdiction_id and c.id = about.clause_id
  ) then
    raise exception 'the draft has been handed over';
  end if;
  return coalesce(new, old);
end
$$;
create trigger citation_stands_still before insert or delete on draft.citation
for each row execute function draft.refuse_citation_after_handing_over();
