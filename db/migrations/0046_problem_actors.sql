-- Who is affected and who can help, as a map: every state of what is said of an actor is kept.

-- People see a short number ("actor 3"), counted per problem.
alter table problem.actor add column number integer check (number > 0);
update problem.actor a
set number = n.number
from (
  select jurisdiction_id, id,
    row_number() over (partition by jurisdiction_id, problem_id order by added_at, name) as number
  from problem.actor
) n
where n.jurisdiction_id = a.jurisdiction_id and n.id = a.id;
alter table problem.actor alter column number set not null;
alter table problem.actor add unique (jurisdiction_id, problem_id, number);

create table problem.actor_version (
  jurisdiction_id id.jurisdiction not null,
  actor_id id.actor not null,
  number integer not null check (number > 0),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('people', 'association', 'firm', 'office', 'other')),
  relation text not null check (relation in ('affected', 'relevant', 'both')),
  -- How it is affected, or what it has to do with the problem.
  how text not null check (length(how) between 1 and 1000),
  how_much text not null check (how_much in ('a-lot', 'somewhat', 'little', 'unknown')),
  knowledge text not null default '' check (length(knowledge) <= 1000),
  resources text[] not null default '{}'
    check (resources <@ array['money', 'rooms', 'hands', 'data', 'contacts', 'authority']),
  resource_words text not null default '' check (length(resource_words) <= 1000),
  -- The person or body that speaks for it; empty while nobody does. Blanked in earlier versions when it is taken out.
  spokesperson text not null default '' check (length(spokesperson) <= 120),
  has_agreed boolean not null default false,
  standing text not null check (standing in ('takes-part', 'heard', 'not-heard', 'unknown')),
  -- What was done to reach it.
  reached text not null default '' check (length(reached) <= 1000),
  -- Why it was corrected; empty for the first.
  reason text not null default '' check (length(reason) <= 1000),
  written_by id.account,
  written_at timestamptz not null,
  primary key (jurisdiction_id, actor_id, number),
  foreign key (jurisdiction_id, actor_id) references problem.actor,
  check (spokesperson = '' or has_agreed),
  check (number = 1 or reason <> '')
);
call folkmoot.protect('problem.actor_version', 'select, insert, update (spokesperson, has_agreed)');

insert into problem.actor_version (
  jurisdiction_id, actor_id, number, name, kind, relation, how, how_much, standing, written_by, written_at
)
select jurisdiction_id, id, 1, name, 'other', relation, how, 'unknown', 'unknown', added_by, added_at
from problem.actor;

-- The name stays, as it is now: it is unique in its case.
alter table problem.actor drop column relation, drop column how;
grant update (name) on problem.actor to folkmoot_app;
