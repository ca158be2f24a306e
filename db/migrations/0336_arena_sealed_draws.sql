-- What the limits of a second draw leave to be met is what those who took their seats told, and they are named. So these limits, the
-- panels and the chances are not public; their codes are. The seal goes into the codes: without it the limits could be guessed from them.
alter table arena.lottery add column seal bytea check (length(seal) = 32);
grant insert (seal) on arena.lottery to folkmoot_app;

create function arena.check_lottery_seal()
returns trigger
language plpgsql
as $$
begin
  if new.replaces is not null and new.seal is null then
    raise exception 'lottery % fills free seats and has no seal', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_lottery_seal before insert on arena.lottery for each row execute function arena.check_lottery_seal();
