-- Experiences and ideas by the thousand: found by their words, listed in several orders, joined, commented.

create domain id.comment as uuid;

alter table draft.idea
  -- Told by phone, on paper, at the desk or on a sheet of an event, and written down by staff: then no account wrote it.
  add column channel text not null default 'web' check (channel in ('web', 'phone', 'paper', 'desk', 'event')),
  -- Which event it was.
  add column occasion text not null default '' check (length(occasion) <= 120),
  add column written_down_by id.account,
  add column receipt text check (receipt ~ '^[0-9]{3}-[0-9]{3}-[0-9]{3}$'),
  -- A thousandth of a degree, about 100 metres: a place of the town, never a door of a house; as problem.framing.
  add column latitude double precision check (latitude between -90 and 90 and latitude = round(latitude::numeric, 3)::double precision),
  add column longitude double precision check (longitude between -180 and 180 and longitude = round(longitude::numeric, 3)::double precision),
  -- The named place of the town it lies nearest to; '' where nobody said where.
  add column area text not null default '' check (length(area) <= 80),
  add foreign key (jurisdiction_id, written_down_by) references identity.account,
  add constraint idea_receipt unique (jurisdiction_id, receipt),
  add constraint point_is_whole check ((latitude is null) = (longitude is null)),
  add constraint written_down_whole check (
    (channel = 'web') = (written_down_by is null) and (written_down_by is null) = (receipt is null)
  ),
  add constraint occasion_of_event check (occasion = '' or channel = 'event'),
  drop constraint idea_check,
  add constraint written_by_somebody check (source is not null or written_by is not null or written_down_by is not null),
  add constraint staff_write_for_no_account check (written_down_by is null or written_by is null);

-- Which stem stands in which idea; as `problem.stem`.
create table draft.idea_stem (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  stem text collate "C" not null,
  idea_id id.idea not null,
  -- How much it says where it stands: 3 the title, 2 the place, 1 the text.
  weight smallint not null check (weight between 1 and 3),
  primary key (jurisdiction_id, problem_id, stem, idea_id) include (weight),
  foreign key (jurisdiction_id, idea_id) references draft.idea
);
call folkmoot.protect('draft.idea_stem', 'select, insert');

-- Where each idea stands in lists, in one row that they read: written by triggers from the rows that say so, so that no act can
-- forget it, and no page of a list asks five tables about each of ten thousand ideas.
create table draft.idea_listing (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  idea_id id.idea not null,
  number integer not null,
  kind text not null,
  area text not null,
  channel text not null,
  -- From 1, in the varied order; what came after the last sorting stands behind, in the order it came.
  place integer not null check (place > 0),
  is_cited boolean not null default false,
  -- A politician, a member of the group or staff has said something to it.
  is_heard boolean not null default false,
  comments integer not null default 0 check (comments >= 0),
  primary key (jurisdiction_id, idea_id),
  unique (jurisdiction_id, problem_id, number),
  -- At the end of the transaction: sorting anew, they change places with one another.
  unique (jurisdiction_id, problem_id, place) deferrable initially deferred,
  foreign key (jurisdiction_id, idea_id) references draft.idea
);
call folkmoot.protect('draft.idea_listing', 'select, insert, update');

-- Cases whose ideas are to be sorted anew, and when they were sorted last.
create table draft.idea_sorting (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  is_due boolean not null,
  sorted_at timestamptz,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('draft.idea_sorting', 'select, insert, update');

create procedure draft.list_idea(one draft.idea)
language sql
as $$
  insert into draft.idea_stem (jurisdiction_id, problem_id, stem, idea_id, weight)
  select one.jurisdiction_id, one.problem_id, s.lexeme, one.id, max(w.weight)
  from (values (3, one.title), (2, one.place), (1, one.text)) as w (weight, words)
  cross join lateral unnest(
    case one.language
      when 'en' then to_tsvector('english', w.words)
      when 'da' then to_tsvector('danish', w.words)
      else to_tsvector('simple', w.words)
    end
  ) s
  where length(s.lexeme) <= 60
  group by s.lexeme;
  insert into draft.idea_listing (jurisdiction_id, problem_id, idea_id, number, kind, area, channel, place)
  select one.jurisdiction_id, one.problem_id, one.id, one.number, one.kind, one.area, one.channel, coalesce(max(l.place), 0) + 1
  from draft.idea_listing l
  where l.jurisdiction_id = one.jurisdiction_id and l.problem_id = one.problem_id;
  insert into draft.idea_sorting (jurisdiction_id, problem_id, is_due)
  values (one.jurisdiction_id, one.problem_id, true)
  on conflict (jurisdiction_id, problem_id) do update set is_due = true where not idea_sorting.is_due;
$$;
revoke all on procedure draft.list_idea from public;
grant execute on procedure draft.list_idea to folkmoot_app;

create function draft.list_new_idea()
returns trigger
language plpgsql
as $$ begin call draft.list_idea(new); return null; end $$;
create trigger list_new after insert on draft.idea for each row execute function draft.list_new_idea();

create function draft.list_cited_idea()
returns trigger
language plpgsql
as $$
declare
  one draft.citation := coalesce(new, old);
begin
  if one.cited_kind = 'idea' then
    update draft.idea_listing l
    set is_cited = exists (
      select from draft.citation c where c.jurisdiction_id = one.jurisdiction_id and c.cited_id = one.cited_id
    )
    where l.jurisdiction_id = one.jurisdiction_id and l.idea_id = one.cited_id;
  end if;
  return null;
end
$$;
create trigger list_cited after insert or delete on draft.citation for each row execute function draft.list_cited_idea();

-- "This says what I mean": counted, never listed. It has no time of its own, which would betray who it was.
create table draft.idea_joined (
  jurisdiction_id id.jurisdiction not null,
  idea_id id.idea not null,
  account_id id.account not null,
  primary key (jurisdiction_id, idea_id, account_id),
  foreign key (jurisdiction_id, idea_id) references draft.idea,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('draft.idea_joined', 'select, insert, delete');

-- What people say to an idea. A reply stands under a comment; there is no reply to a reply.
create table draft.comment (
  jurisdiction_id id.jurisdiction not null,
  id id.comment not null,
  problem_id id.problem not null,
  idea_id id.idea not null,
  number integer not null check (number > 0),
  -- The comment it replies to, or its own number: so a comment and its replies stand together.
  head integer not null check (head <= number),
  text text not null check (length(text) between 1 and 2000),
  language text not null,
  written_by id.account not null,
  -- As what she spoke then; her office may end, her words were said in it.
  written_as text not null check (written_as in ('politician', 'member', 'staff', 'organisation', 'resident')),
  written_at timestamptz not null,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, idea_id, number),
  unique (jurisdiction_id, idea_id, head, number),
  foreign key (jurisdiction_id, idea_id) references draft.idea,
  foreign key (jurisdiction_id, idea_id, head) references draft.comment (jurisdiction_id, idea_id, number),
  foreign key (jurisdiction_id, written_by) references identity.account
);
call folkmoot.protect('draft.comment', 'select, insert');

create function draft.refuse_reply_to_reply()
returns trigger
language plpgsql
as $$
begin
  if new.head <> new.number and not exists (
    select from draft.comment c
    where c.jurisdiction_id = new.jurisdiction_id and c.idea_id = new.idea_id and c.number = new.head and c.head = c.number
  ) then
    raise exception 'a reply stands under a comment, not under a reply';
  end if;
  return new;
end
$$;
create trigger one_level before insert on draft.comment for each row execute function draft.refuse_reply_to_reply();

create function draft.list_comment()
returns trigger
language plpgsql
as $$
begin
  update draft.idea_listing l
  set comments = l.comments + 1, is_heard = l.is_heard or new.written_as in ('politician', 'member', 'staff')
  where l.jurisdiction_id = new.jurisdiction_id and l.idea_id = new.idea_id;
  return null;
end
$$;
create trigger list_new after insert on draft.comment for each row execute function draft.list_comment();

-- What stands already is listed in the order it came.
do $$
declare
  one draft.idea;
begin
  for one in select * from draft.idea order by jurisdiction_id, problem_id, number loop
    call draft.list_idea(one);
  end loop;
  update draft.idea_listing l
  set is_cited = true
  where exists (
    select from draft.citation c
    where c.jurisdiction_id = l.jurisdiction_id and c.cited_id = l.idea_id and c.cited_kind = 'idea'
  );
end
$$;

create index idea_written_down on draft.idea (jurisdiction_id, written_down_by, written_at) where written_down_by is not null;
