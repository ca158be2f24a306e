-- What stands in the margin of a clause: changes proposed in place, comments, and an anonymous straw poll.
create domain id.amendment as uuid;
create domain id.remark as uuid;

create table draft.amendment (
  jurisdiction_id id.jurisdiction not null,
  id id.amendment not null,
  problem_id id.problem not null,
  number integer not null check (number > 0),
  -- The clause it changes, or after which it puts a new one.
  clause_id id.clause not null,
  kind text not null check (kind in ('replace', 'drop', 'add')),
  -- The words of the clause as she who proposed had them before her.
  base text not null check (length(base) between 1 and 4000),
  words text not null check (length(words) <= 2000 and (words = '') = (kind = 'drop')),
  reason text not null check (length(reason) between 1 and 2000),
  language text not null,
  proposed_by id.account not null,
  proposed_as text not null check (proposed_as in ('politician', 'citizen', 'resident')),
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  settled_by id.account,
  settled_at timestamptz,
  settled_reason text not null default '' check (length(settled_reason) <= 2000),
  -- What came into the text; differs from `words` where the clause had changed meanwhile.
  result text not null default '' check (length(result) <= 4000),
  -- Whether the mandate then in force let her decide who had proposed.
  may_proposer_decide boolean not null default false,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, problem_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, clause_id) references draft.clause,
  foreign key (jurisdiction_id, proposed_by) references identity.account,
  foreign key (jurisdiction_id, settled_by) references identity.account,
  check ((state = 'open') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  check (state not in ('accepted', 'declined') or settled_reason <> ''),
  check (state <> 'withdrawn' or settled_by = proposed_by),
  constraint nobody_accepts_her_own check (state <> 'accepted' or settled_by <> proposed_by or may_proposer_decide)
);
create index amendment_of_clause on draft.amendment (jurisdiction_id, clause_id);
call folkmoot.protect('draft.amendment', 'select, insert, update');

-- What was proposed stays as it was proposed; it is settled once.
create function draft.keep_amendment()
returns trigger
language plpgsql
as $$
declare
  settles text[] = array['state', 'settled_by', 'settled_at', 'settled_reason', 'result', 'may_proposer_decide'];
begin
  if old.state <> 'open' or to_jsonb(new) - settles <> to_jsonb(old) - settles then
    raise exception 'amendment % is settled, or other than it was proposed', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_amendment before update on draft.amendment for each row execute function draft.keep_amendment();
create trigger amendment_stands_still before insert or update on draft.amendment
for each row execute function draft.refuse_text_after_handing_over();

-- Where the mandate lets the majority decide. A voice may be changed while the amendment is open; who said what is not shown.
create table draft.amendment_voice (
  jurisdiction_id id.jurisdiction not null,
  amendment_id id.amendment not null,
  account_id id.account not null,
  choice text not null check (choice in ('accept', 'decline')),
  primary key (jurisdiction_id, amendment_id, account_id),
  foreign key (jurisdiction_id, amendment_id) references draft.amendment,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('draft.amendment_voice', 'select, insert, update');

create table draft.remark (
  jurisdiction_id id.jurisdiction not null,
  id id.remark not null,
  problem_id id.problem not null,
  clause_id id.clause not null,
  number integer not null check (number > 0),
  -- The comment it replies to, or its own number; there is no reply to a reply.
  head integer not null check (head <= number),
  text text not null check (length(text) between 1 and 2000),
  language text not null,
  written_by id.account not null,
  written_as text not null check (written_as in ('politician', 'member', 'staff', 'organisation', 'resident')),
  written_at timestamptz not null,
  resolved_by id.account,
  resolved_at timestamptz,
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, clause_id, number),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, clause_id) references draft.clause,
  foreign key (jurisdiction_id, clause_id, head) references draft.remark (jurisdiction_id, clause_id, number),
  foreign key (jurisdiction_id, written_by) references identity.account,
  foreign key (jurisdiction_id, resolved_by) references identity.account,
  check ((resolved_at is null) = (resolved_by is null)),
  check (resolved_at is null or head = number)
);
call folkmoot.protect('draft.remark', 'select, insert, update');

create function draft.refuse_remark_under_reply()
returns trigger
language plpgsql
as $$
begin
  if new.head <> new.number and not exists (
    select from draft.remark r
    where r.jurisdiction_id = new.jurisdiction_id and r.clause_id = new.clause_id and r.number = new.head and r.head = r.number
  ) then
    raise exception 'a reply stands under a comment, not under a reply';
  end if;
  return new;
end
$$;
create trigger one_level before insert on draft.remark for each row execute function draft.refuse_remark_under_reply();
create trigger remark_stands_still before insert or update on draft.remark
for each row execute function draft.refuse_text_after_handing_over();

-- A straw poll on the words of one clause. When the words change the round ends, and everybody is asked anew.
create table draft.poll_round (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  clause_id id.clause not null,
  round integer not null check (round > 0),
  -- Tells that the same member answers again. Gone with the round: then nobody can try names against what is kept.
  key bytea check (octet_length(key) = 32),
  -- What is shown: the counts of the last drawing; null while too few have answered.
  drawn_agree integer,
  drawn_can_live integer,
  drawn_against integer,
  primary key (jurisdiction_id, clause_id, round),
  foreign key (jurisdiction_id, problem_id) references problem.problem,
  foreign key (jurisdiction_id, clause_id) references draft.clause,
  check ((drawn_agree is null) = (drawn_can_live is null) and (drawn_agree is null) = (drawn_against is null))
);
create unique index one_poll_runs on draft.poll_round (jurisdiction_id, clause_id) where key is not null;
call folkmoot.protect('draft.poll_round', 'select, insert, update');
create trigger poll_stands_still before insert or update on draft.poll_round
for each row execute function draft.refuse_text_after_handing_over();

-- No account and no time: who answered what is in no row.
create table draft.poll_answer (
  jurisdiction_id id.jurisdiction not null,
  id id.vote not null,
  clause_id id.clause not null,
  round integer not null,
  voter bytea not null check (octet_length(voter) = 32),
  choice text not null check (choice in ('agree', 'can-live', 'against')),
  primary key (jurisdiction_id, id),
  unique (jurisdiction_id, clause_id, round, voter),
  foreign key (jurisdiction_id, clause_id, round) references draft.poll_round
);
call folkmoot.protect('draft.poll_answer', 'select, insert, update');

create function draft.ask_anew()
returns trigger
language plpgsql
as $$
begin
  update draft.poll_round p set key = null
  where p.jurisdiction_id = new.jurisdiction_id and p.clause_id = new.id and p.key is not null;
  return null;
end
$$;
create trigger changed_words_ask_anew after update of text on draft.clause
for each row when (old.text is distinct from new.text) execute function draft.ask_anew();
