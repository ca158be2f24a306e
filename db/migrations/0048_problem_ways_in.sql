-- How politicians come in and go out, how a problem is put differently, and when it has become a body's business.

-- A sponsor can step back, with a reason that is public, and take the problem up again later.
alter table problem.sponsorship
  add column ended_at timestamptz,
  add column ended_words text not null default '' check (length(ended_words) <= 2000),
  add check ((ended_at is null) = (ended_words = '')),
  drop constraint sponsorship_pkey,
  add primary key (jurisdiction_id, problem_id, person_id, at);
create unique index one_sponsorship_held on problem.sponsorship (jurisdiction_id, problem_id, person_id)
  where ended_at is null;
grant update (ended_at, ended_words) on problem.sponsorship to folkmoot_app;

-- One politician asks another to take a problem up with her. Between the two of them: nobody else reads it.
create table problem.sponsor_invitation (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  person_id id.person not null,
  invited_by id.person not null,
  words text not null check (length(words) <= 2000),
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
  answered_at timestamptz,
  primary key (jurisdiction_id, problem_id, person_id, at),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, person_id) references directory.person,
  foreign key (jurisdiction_id, invited_by) references directory.person,
  check (person_id <> invited_by),
  check ((state = 'waiting') = (answered_at is null))
);
create unique index one_waiting_invitation on problem.sponsor_invitation (jurisdiction_id, problem_id, person_id)
  where state = 'waiting';
call folkmoot.protect('problem.sponsor_invitation', 'select, insert, update (state, answered_at)');

alter table problem.framing
  -- Other words for the same problem, or another problem behind it.
  add column kind text not null default 'words' check (kind in ('words', 'another-problem')),
  -- The group in whose name it was put forward; empty for one person's.
  add column proposed_for text not null default '' check (length(proposed_for) <= 200),
  -- How many members of the group stood behind it.
  add column supported_inside integer check (supported_inside > 0),
  add column answered_as text check (answered_as in ('raiser', 'sponsor')),
  add check ((proposed_for = '') = (supported_inside is null));
update problem.framing f
set answered_as = case
  when exists (
    select from problem.sponsorship s
    where s.jurisdiction_id = f.jurisdiction_id and s.problem_id = f.problem_id and s.account_id = f.answered_by
  ) then 'sponsor'
  else 'raiser'
end
where f.answered_by is not null;

-- From here on the problem is a body's business: it has adopted a mandate on it, or must answer it.
create table problem.body_business (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  why text not null check (why in ('mandate', 'list')),
  body_id id.body not null,
  -- The words the body had before it.
  framing_number integer not null check (framing_number > 0),
  since timestamptz not null,
  primary key (jurisdiction_id, problem_id, why),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, body_id) references directory.body
);
call folkmoot.protect('problem.body_business', 'select, insert, update');

insert into problem.body_business (jurisdiction_id, problem_id, why, body_id, framing_number, since)
select m.jurisdiction_id, m.problem_id, 'mandate', r.body_id,
  coalesce((
    select max(f.number)
    from problem.framing f
    where f.jurisdiction_id = m.jurisdiction_id and f.problem_id = m.problem_id and f.state in ('current', 'earlier')
      and coalesce(f.answered_at, f.proposed_at) <= m.adopted_at
  ), 1),
  m.adopted_at
from mandate.mandate m
join directory.resolution r on r.jurisdiction_id = m.jurisdiction_id and r.id = m.resolution_id
where m.state = 'adopted' and m.source is null;
