-- Who prepares for a politician does so in the seat she held when it was agreed. With another seat, after an election or a pause, she
-- names whom she wants anew: nothing comes back by itself.
create or replace function identity.prepares_for(place uuid, preparer uuid, politician uuid, at timestamptz)
returns boolean
language sql
stable
as $$
  select exists (
    select from identity.delegation d
    join directory.jurisdiction j on j.id = d.jurisdiction_id
    where d.jurisdiction_id = place and d.account_id = preparer and d.person_id = politician
      and d.agreed_at <= at and at < d.ends_at and (d.ended_at is null or at < d.ended_at)
      and exists (
        select from directory.membership m
        join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
        where m.jurisdiction_id = d.jurisdiction_id and m.person_id = d.person_id
          and (m.starts_on is null or m.starts_on <= (d.agreed_at at time zone j.time_zone)::date)
          and (m.ends_on is null or m.ends_on >= (at at time zone j.time_zone)::date)
      )
  )
$$;
