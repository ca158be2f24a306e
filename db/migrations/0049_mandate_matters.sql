-- Room for influence, question by question: what is fixed and why, what is open, what is decided together, and what another level
-- decides; with the limits in money and law.

create table mandate.matter (
  jurisdiction_id id.jurisdiction not null,
  mandate_id id.mandate not null,
  position integer not null check (position > 0),
  words text not null check (length(words) between 1 and 300),
  room text not null check (room in ('fixed', 'open', 'together', 'another-level')),
  why text not null default '' check (length(why) <= 1000),
  -- Which level or authority decides, where it is not this one.
  level text not null default '' check (length(level) <= 200),
  -- In minor units of the currency (ISO 4217): øre, cents.
  money_amount bigint check (money_amount >= 0),
  money_currency text check (money_currency ~ '^[A-Z]{3}$'),
  money_words text not null default '' check (length(money_words) <= 500),
  law_kind text check (law_kind in ('forbids', 'demands')),
  law_words text not null default '' check (length(law_words) <= 1000),
  law_reference text not null default '' check (length(law_reference) <= 300),
  primary key (jurisdiction_id, mandate_id, position),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  check (room <> 'fixed' or why <> ''),
  check ((room = 'another-level') = (level <> '')),
  check ((money_amount is null) = (money_currency is null)),
  check (money_amount is not null or money_words = ''),
  check ((law_kind is null) = (law_words = '')),
  check (law_kind is not null or law_reference = '')
);
call folkmoot.protect('mandate.matter', 'select, insert, delete');
create trigger keep_frozen before insert or update or delete on mandate.matter
  for each row execute function mandate.keep_frozen_part();

-- The two texts on what can and cannot change stay where they were written before there were questions.
do $$
declare
  complete text;
begin
  select c.conname into strict complete
  from pg_constraint c
  where c.conrelid = 'mandate.mandate'::regclass and c.contype = 'c' and pg_get_constraintdef(c.oid) like '%can_change <> %';
  execute format('alter table mandate.mandate drop constraint %I', complete);
end
$$;
alter table mandate.mandate add constraint complete_when_adopted check (
  state = 'draft' or source is not null
  or (question <> '' and background <> '' and tasks <> '' and out_of_scope <> '' and economic_frame <> ''
    and parent_body_id is not null and recipient_body_id is not null
    and politicians is not null and citizens is not null and politicians + citizens > 0
    and starts_on is not null and ends_on is not null and starts_on <= ends_on and meetings is not null
    and promise is not null and answer_count is not null and resolution_id is not null and adopted_at is not null)
);

-- Where no question is open or decided together there is nothing to invite anybody to (R5).
create function mandate.check_open_matter()
returns trigger
language plpgsql
as $$
begin
  if new.source is null and old.state = 'draft' and new.state = 'adopted' and not exists (
    select from mandate.matter m
    where m.jurisdiction_id = new.jurisdiction_id and m.mandate_id = new.id and m.room in ('open', 'together')
  ) then
    raise exception 'mandate % leaves no question open', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_open_matter before update on mandate.mandate for each row execute function mandate.check_open_matter();

-- Each section of a draft as somebody saved it: who wrote what when can be read, and nobody saves over words she has not seen.
create table mandate.save (
  jurisdiction_id id.jurisdiction not null,
  mandate_id id.mandate not null,
  section text not null check (section in ('task', 'room', 'promise', 'deciders', 'group', 'time', 'working')),
  -- The save of the draft it came with.
  revision integer not null check (revision > 0),
  saved_by id.account not null,
  is_staff boolean not null,
  saved_at timestamptz not null,
  words jsonb not null,
  primary key (jurisdiction_id, mandate_id, section, revision),
  foreign key (jurisdiction_id, mandate_id) references mandate.mandate,
  foreign key (jurisdiction_id, saved_by) references identity.account
);
call folkmoot.protect('mandate.save', 'select, insert');
create trigger keep_frozen before insert on mandate.save for each row execute function mandate.keep_frozen_part();
