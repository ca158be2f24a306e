-- How many in a locked list came by a letter and how many by the open call, as far as it may be said; worked out once, when the
-- list is locked. Null where no letters were written, and of lists locked before this was counted.
alter table arena.lottery_pool add column ways jsonb;
