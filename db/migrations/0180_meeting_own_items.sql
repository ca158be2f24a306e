-- Who put something on an agenda, or called an open event, finds on her own page what became of it, also of what was there before.
insert into notices.follow (jurisdiction_id, account_id, about_kind, about_id, as_author, since)
select i.jurisdiction_id, i.added_by, 'item', i.id, true, now()
from meeting.item i
where i.added_by is not null
union all
select g.jurisdiction_id, g.announced_by, 'gathering', g.id, true, now()
from meeting.gathering g
on conflict (jurisdiction_id, account_id, about_id) do update set as_author = true;
