-- What came of a pledge: the day it was delivered, and how much; the proof is a file of its own. Said once, as it was said.
alter table delivery.pledge
  add column delivered_on date,
  add column delivered_much text not null default '' check (length(delivered_much) <= 200);

update delivery.pledge g
set delivered_on = (g.settled_at at time zone j.time_zone)::date, delivered_much = g.how_much
from directory.jurisdiction j
where j.id = g.jurisdiction_id and g.state = 'kept' and g.source is null;

alter table delivery.pledge
  add check (state = 'kept' or (delivered_on is null and delivered_much = '')),
  add check (source is not null or state <> 'kept' or (delivered_on is not null and delivered_much <> ''));
create index pledge_by_account on delivery.pledge (jurisdiction_id, pledged_by, number) where pledged_by is not null;

create function delivery.keep_pledged()
returns trigger
language plpgsql
as $$
declare
  moves text[] = array['state', 'settled_words', 'settled_by', 'settled_at', 'delivered_on', 'delivered_much'];
begin
  if old.state <> 'promised' or to_jsonb(new) - moves <> to_jsonb(old) - moves then
    raise exception 'pledge % is what was pledged and what came of it', old.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_pledged before update on delivery.pledge for each row execute function delivery.keep_pledged();
