-- Where each problem stands, in one row that lists read: derived by triggers from the rows that say so, so that no act can
-- forget it, and no page of a list asks ten tables about each of twenty thousand problems.

create table problem.listing (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  state text not null check (state in (
    'told', 'open', 'collecting', 'waiting', 'taken-up', 'mandate', 'refused', 'lapsed', 'settled', 'merged'
  )),
  raised_at timestamptz not null,
  -- Until when supports are collected, or by when the body answers; null where no time runs.
  ends_at timestamptz,
  -- A politician leads it, or it is told: what the home of the place shows as a case.
  is_led boolean not null,
  primary key (jurisdiction_id, problem_id),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
create index listing_newest on problem.listing (jurisdiction_id, raised_at desc, problem_id desc);
create index listing_state on problem.listing (jurisdiction_id, state, raised_at desc, problem_id desc);
create index listing_time_left on problem.listing (jurisdiction_id, ends_at, problem_id) where ends_at is not null;
create index listing_state_time_left on problem.listing (jurisdiction_id, state, ends_at, problem_id) where ends_at is not null;
-- What a politician could take up, what has waited longest first.
create index listing_unclaimed on problem.listing (jurisdiction_id, raised_at, problem_id)
  where state in ('open', 'collecting', 'waiting') and not is_led;
create index listing_led on problem.listing (jurisdiction_id, is_led, raised_at desc, problem_id desc);
call folkmoot.protect('problem.listing', 'select, insert, update');

create procedure problem.list_anew(j uuid, p uuid)
language plpgsql
as $$
declare
  one problem.problem;
  rule problem.agenda;
  answer_due timestamptz;
  is_merged boolean;
  is_held boolean;
  is_led boolean;
  now_state text;
  ends timestamptz;
begin
  select * into one from problem.problem where jurisdiction_id = j and id = p;
  select * into rule from problem.agenda where jurisdiction_id = j and problem_id = p;
  is_merged := exists (
    select from problem.merger m where m.jurisdiction_id = j and m.problem_id = p and m.undone_at is null
  );
  is_held := exists (select from problem.held h where h.jurisdiction_id = j and h.problem_id = p);
  is_led := exists (
    select from problem.sponsorship s where s.jurisdiction_id = j and s.problem_id = p and s.ended_at is null
  );
  answer_due := (
    select min(o.due_at) from problem.answer_owed o
    where o.jurisdiction_id = j and o.problem_id = p and o.answered_at is null
  );
  now_state := case
    when one.source is not null then 'told'
    when is_merged then 'merged'
    when is_held then 'mandate'
    when is_led then 'taken-up'
    when answer_due is not null then 'waiting'
    when rule.lapsed_at is not null then 'lapsed'
    when exists (
      select from problem.body_answer b
      where b.jurisdiction_id = j and b.problem_id = p and b.confirmed_at is not null and b.outcome = 'refused'
    ) then 'refused'
    when rule.settled_at is not null then 'settled'
    when rule.problem_id is not null then 'collecting'
    else 'open'
  end;
  ends := case now_state when 'collecting' then rule.closes_at when 'waiting' then answer_due end;
  insert into problem.listing (jurisdiction_id, problem_id, state, raised_at, ends_at, is_led)
  values (j, p, now_state, one.raised_at, ends, not is_merged and (is_led or one.source is not null))
  on conflict (jurisdiction_id, problem_id) do update
  set state = excluded.state, ends_at = excluded.ends_at, is_led = excluded.is_led
  where (listing.state, listing.ends_at, listing.is_led)
    is distinct from (excluded.state, excluded.ends_at, excluded.is_led);
end
$$;
revoke all on procedure problem.list_anew from public;
grant execute on procedure problem.list_anew to folkmoot_app;

create function problem.list_raised()
returns trigger
language plpgsql
as $$ begin call problem.list_anew(new.jurisdiction_id, new.id); return null; end $$;

create function problem.list_changed()
returns trigger
language plpgsql
as $$ begin call problem.list_anew(new.jurisdiction_id, new.problem_id); return null; end $$;

create trigger list_raised after insert on problem.problem for each row execute function problem.list_raised();
create trigger list_changed after insert or update on problem.agenda for each row execute function problem.list_changed();
create trigger list_changed after insert or update on problem.sponsorship for each row execute function problem.list_changed();
create trigger list_changed after insert or update on problem.merger for each row execute function problem.list_changed();
create trigger list_changed after insert or update on problem.answer_owed for each row execute function problem.list_changed();
create trigger list_changed after insert or update on problem.body_answer for each row execute function problem.list_changed();
create trigger list_changed after insert on problem.held for each row execute function problem.list_changed();

do $$
declare
  one record;
begin
  for one in select jurisdiction_id, id from problem.problem loop
    call problem.list_anew(one.jurisdiction_id, one.id);
  end loop;
end
$$;
