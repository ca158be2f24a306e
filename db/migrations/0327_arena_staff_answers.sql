-- What somebody who asked for a seat without a computer says later, by telephone, on paper or at the desk: yes or no to the seat
-- she is offered, that she takes her application back, that she leaves her seat. One member of staff writes it down, another one
-- confirms it (R21).

create table arena.staff_answer (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  -- Whose it is: the receipt of her application.
  receipt integer not null,
  what text not null check (what in ('yes', 'no', 'withdraw', 'leave')),
  offer_number integer,
  seat_id id.seat,
  way text not null check (way in ('phone', 'paper', 'desk')),
  -- Why she says no or leaves, if she says so: for those who lead.
  words text not null check (length(words) <= 1000),
  recorded_by id.account not null,
  -- The moment that counts for the last day to answer.
  recorded_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'returned')),
  why text not null default '' check (length(why) <= 500),
  decided_by id.account,
  decided_at timestamptz,
  primary key (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id, receipt) references arena.staff_record,
  foreign key (jurisdiction_id, problem_id, offer_number) references arena.offer,
  foreign key (jurisdiction_id, seat_id) references arena.seat,
  foreign key (jurisdiction_id, recorded_by) references identity.account,
  foreign key (jurisdiction_id, decided_by) references identity.account,
  check ((what in ('yes', 'no')) = (offer_number is not null)),
  check ((what = 'leave') = (seat_id is not null)),
  check (words = '' or what in ('no', 'leave')),
  -- Four eyes: nobody confirms what she wrote down herself.
  check (decided_by is null or decided_by <> recorded_by),
  check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'returned') = (why <> ''))
);
create unique index one_waiting_answer on arena.staff_answer (jurisdiction_id, problem_id, receipt) where state = 'waiting';
create index staff_answers_waiting on arena.staff_answer (jurisdiction_id, problem_id) where state = 'waiting';
call folkmoot.protect(
  'arena.staff_answer', 'select, insert, update (state, why, decided_by, decided_at, words)'
);

-- It is about her own offer, in time, or about her own seat.
create function arena.check_staff_answer()
returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from arena.staff_record r
    where r.jurisdiction_id = new.jurisdiction_id and r.problem_id = new.problem_id and r.number = new.receipt
      and r.state = 'confirmed'
      and (new.offer_number is null or exists (
        select from arena.offer o
        where o.jurisdiction_id = new.jurisdiction_id and o.problem_id = new.problem_id and o.number = new.offer_number
          and o.account_id = r.account_id and o.state = 'waiting' and new.recorded_at <= o.answer_by
      ))
      and (new.seat_id is null or exists (
        select from arena.seat s
        where s.jurisdiction_id = new.jurisdiction_id and s.id = new.seat_id and s.problem_id = new.problem_id
          and s.account_id = r.account_id and s.ended_at is null
      ))
  ) then
    raise exception 'nothing of receipt % waits for this answer', new.receipt using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_staff_answer before insert on arena.staff_answer
  for each row execute function arena.check_staff_answer();

-- What was written down stays but for its words, which are erased; what was decided stays decided, and happened.
create function arena.keep_staff_answer()
returns trigger
language plpgsql
as $$
begin
  if new.words not in (old.words, '')
    or (old.state <> 'waiting' and (new.state, new.decided_by) is distinct from (old.state, old.decided_by))
    or (old.state <> 'waiting' and new.why not in (old.why, '–'))
  then
    raise exception 'answer % of % stays as it was written down', old.number, old.problem_id using errcode = 'check_violation';
  end if;
  if old.state = 'waiting' and new.state = 'confirmed' and not (case new.what
    when 'withdraw' then exists (
      select from arena.application a
      join arena.staff_record r on r.jurisdiction_id = a.jurisdiction_id and r.account_id = a.account_id
      where a.jurisdiction_id = new.jurisdiction_id and a.problem_id = new.problem_id and a.state = 'withdrawn'
        and r.problem_id = new.problem_id and r.number = new.receipt
    )
    when 'leave' then exists (
      select from arena.seat s
      where s.jurisdiction_id = new.jurisdiction_id and s.id = new.seat_id and s.ended_at is not null
    )
    else exists (
      select from arena.offer o
      where o.jurisdiction_id = new.jurisdiction_id and o.problem_id = new.problem_id and o.number = new.offer_number
        and o.state = case new.what when 'yes' then 'accepted' else 'declined' end
    )
  end) then
    raise exception 'answer % of % is confirmed and did not happen', old.number, old.problem_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_staff_answer before update on arena.staff_answer
  for each row execute function arena.keep_staff_answer();
