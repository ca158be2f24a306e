-- Why somebody got a seat or none stands on her page, and is erased there on the announced day. What she was told, and what is on its
-- way to her, says that there is an answer and not the words of it: a notice and a finished job would keep them.
update notices.notice set values = values - 'reason' where stage = 'arena' and values ? 'reason';
update pgboss.job set data = data #- '{values,reason}'
where name = 'notices.tell' and data ->> 'stage' = 'arena' and data -> 'values' ? 'reason';
