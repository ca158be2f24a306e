-- What was handed over and is hidden where it came from is hidden here too, until it is shown there again. The stone is a copy of
-- the one that stands there; moderators of this place neither set it nor take it away.
create table problem.handover_hidden (
  jurisdiction_id id.jurisdiction not null,
  handover_id id.handover not null,
  rule text not null check (rule in ('personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam')),
  reason text not null check (length(reason) between 1 and 1000),
  role text not null,
  -- When it was hidden there, and when that was known here.
  hidden_at timestamptz not null,
  arrived_at timestamptz not null,
  primary key (jurisdiction_id, handover_id),
  foreign key (jurisdiction_id, handover_id) references problem.handover_in
);
call folkmoot.protect('problem.handover_hidden', 'select, insert, delete');

-- The last guard: what is hidden where it came from is taken up by nobody.
create function problem.take_up_nothing_hidden()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from problem.handover_hidden h where h.jurisdiction_id = new.jurisdiction_id and h.handover_id = new.id
  ) then
    raise exception 'hand-over % is hidden where it came from', new.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger take_up_nothing_hidden before update on problem.handover_in for each row
  when (new.state = 'accepted' and old.state <> 'accepted') execute function problem.take_up_nothing_hidden();
