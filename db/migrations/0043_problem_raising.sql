-- How a problem is raised and found: what a framing says besides its question, who wrote it down, and the words it is found by.

-- What she knows of it, in her words; each may be left empty. They belong to the framing: putting the problem differently keeps them.
alter table problem.framing
  add column how_often text not null default '' check (length(how_often) <= 200),
  add column since_when text not null default '' check (length(since_when) <= 200),
  add column tried text not null default '' check (length(tried) <= 2000),
  add column place text not null default '' check (length(place) <= 200),
  -- A point is rounded to a thousandth of a degree, about 100 metres: a place of the town, never a door of a house.
  add column latitude double precision check (latitude between -90 and 90 and latitude = round(latitude::numeric, 3)::double precision),
  add column longitude double precision check (longitude between -180 and 180 and longitude = round(longitude::numeric, 3)::double precision),
  add constraint point_is_whole check ((latitude is null) = (longitude is null));

-- Told by phone, on paper or at the desk, and written down by staff: then it is nobody's account that raised it, and it has a
-- number the clerk can read out.
alter table problem.problem
  add column channel text not null default 'web' check (channel in ('web', 'phone', 'paper', 'desk')),
  add column written_down_by id.account,
  add column receipt text check (receipt ~ '^[0-9]{3}-[0-9]{3}-[0-9]{3}$'),
  add foreign key (jurisdiction_id, written_down_by) references identity.account,
  add constraint one_receipt unique (jurisdiction_id, receipt),
  add constraint written_down_whole check (
    (channel = 'web') = (written_down_by is null) and (written_down_by is null) = (receipt is null)
  ),
  drop constraint problem_check,
  add constraint raised_by_somebody check (source is not null or raised_by is not null or written_down_by is not null),
  add constraint staff_raise_for_no_account check (written_down_by is null or raised_by is null);

-- How the words of a language are cut to their stems: as `stemmed` in platform/db/full-text.ts.
create function problem.vector(language text, words text)
returns tsvector
language sql
immutable
as $$
  select case language
    when 'en' then to_tsvector('english', words)
    when 'da' then to_tsvector('danish', words)
    else to_tsvector('simple', words)
  end
$$;

-- Which stem stands in which framing. Row-level security lets no index answer a text search (0038), but plain equality leaks
-- nothing, so an index on stems may answer: near problems and search read a few hundred rows instead of the place.
create table problem.stem (
  jurisdiction_id id.jurisdiction not null,
  stem text collate "C" not null,
  framing_id id.framing not null,
  problem_id id.problem not null,
  -- How much it says where it stands: 4 the question, 3 the place, 2 what happens, 1 the rest; 0 in a framing not in use.
  weight smallint not null check (weight between 0 and 4),
  primary key (jurisdiction_id, stem, framing_id) include (problem_id, weight),
  foreign key (jurisdiction_id, framing_id) references problem.framing,
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
create index stem_of_problem on problem.stem (jurisdiction_id, problem_id);
call folkmoot.protect('problem.stem', 'select, insert, delete');

-- Each stem of the place once: who looks for a part of a word looks through these, not through every problem.
create table problem.word (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  stem text collate "C" not null,
  primary key (jurisdiction_id, stem)
);
call folkmoot.protect('problem.word', 'select, insert');

-- Written anew whenever a problem gets a framing or another one comes into use.
create procedure problem.write_stems(j uuid, p uuid)
language sql
as $$
  delete from problem.stem where jurisdiction_id = j and problem_id = p;
  insert into problem.stem (jurisdiction_id, stem, framing_id, problem_id, weight)
  select j, s.lexeme, f.id, p, max(case when f.state = 'current' then w.weight else 0 end)
  from problem.framing f
  join problem.problem b on b.jurisdiction_id = f.jurisdiction_id and b.id = f.problem_id
  cross join lateral (values
    (4, f.question), (3, f.place), (2, f.what_happens),
    (1, concat_ws(' ', f.who_is_affected, f.how_often, f.since_when, f.tried))
  ) as w (weight, words)
  cross join lateral unnest(problem.vector(b.language, w.words)) as s
  where f.jurisdiction_id = j and f.problem_id = p and length(s.lexeme) <= 60
  group by s.lexeme, f.id;
  -- In the order of the stems: two that raise at once must not wait for each other.
  insert into problem.word (jurisdiction_id, stem)
  select distinct j, stem from problem.stem where jurisdiction_id = j and problem_id = p order by stem
  on conflict do nothing;
$$;
revoke all on procedure problem.write_stems from public;
grant execute on procedure problem.write_stems to folkmoot_app;

do $$
declare
  one record;
begin
  for one in select jurisdiction_id, id from problem.problem loop
    call problem.write_stems(one.jurisdiction_id, one.id);
  end loop;
end
$$;

-- Two of one instant are told apart by id, so that a page of the list begins exactly after the last one seen.
create index problem_newest on problem.problem (jurisdiction_id, raised_at desc, id desc);
drop index problem.problem_by_age;

-- What one politician has taken up, the newest first.
create index sponsored_by on problem.sponsorship (jurisdiction_id, person_id, at desc);
