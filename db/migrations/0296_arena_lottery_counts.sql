-- What was said of how many applied, and of how many were drawn, stays as it was said: what people told is erased later, and a number
-- counted anew from those who are left would be another one.
alter table arena.lottery_pool add column applied jsonb not null default '{}' check (jsonb_typeof(applied) = 'object');
alter table arena.lottery add column drawn_of jsonb check (jsonb_typeof(drawn_of) = 'object');
grant update (drawn_of) on arena.lottery to folkmoot_app;
alter table arena.lottery add check (drawn_of is null or step = 'drawn');
