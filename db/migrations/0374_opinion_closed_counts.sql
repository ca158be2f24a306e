-- How many had voted when a consultation closed. Whoever looks which maps are due needs not count them again, nor ask for ever after
-- one in which too few voted.
alter table opinion.consultation add column voters integer check (voters >= 0);

update opinion.consultation c
set voters = (
  select count(*) from opinion.participant p
  where p.jurisdiction_id = c.jurisdiction_id and p.consultation_id = c.id
)
where c.closed_at is not null and not c.is_hearing;

alter table opinion.consultation add check ((voters is not null) = (closed_at is not null and not is_hearing));

-- The last map is drawn after the close, from everybody, and no other: while people vote, a map of everybody would tell the newest votes.
create or replace function opinion.check_map()
returns trigger
language plpgsql
as $$
declare
  last opinion.map;
begin
  select m.* into last from opinion.map m
  where m.jurisdiction_id = new.jurisdiction_id and m.consultation_id = new.consultation_id
  order by m.version desc limit 1;
  if new.version <> coalesce(last.version, 0) + 1 or last.is_final or new.people < coalesce(last.people, 0) + 5 then
    raise exception 'map % of a consultation does not follow with five more people', new.version using errcode = 'check_violation';
  end if;
  if not exists (
    select from opinion.consultation c
    where c.jurisdiction_id = new.jurisdiction_id and c.id = new.consultation_id and new.is_final = (c.closed_at is not null)
  ) then
    raise exception 'map % of a consultation is the last one if, and only if, voting has closed', new.version
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;
