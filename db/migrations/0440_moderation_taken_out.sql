-- Somebody deletes her account and takes her words along. Where they stood stands a stone like any other, with its rule and role;
-- nobody takes it away again, for what was written is gone.
alter table moderation.hidden
  drop constraint hidden_rule_check,
  drop constraint hidden_reason_check,
  add constraint hidden_rule_check check (
    rule in ('personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam', 'own-wish')
  ),
  add constraint hidden_reason_check check (length(reason) <= 1000 and (rule = 'own-wish') = (reason = '')),
  add constraint own_wish_is_of_who_wrote check (
    rule <> 'own-wish'
    or (hidden_by_role in ('resident', 'organisation') and not is_provisional and not never_shown and batch is null)
  );

create function moderation.keep_own_wish()
returns trigger
language plpgsql
as $$
begin
  raise exception 'what somebody took out herself is not shown again' using errcode = 'check_violation';
end
$$;
create trigger keep_own_wish before delete on moderation.hidden
for each row when (old.rule = 'own-wish') execute function moderation.keep_own_wish();

-- Whether somebody took out herself what stands under this id: only then are its words erased.
create function moderation.is_taken_out(place uuid, thing uuid)
returns boolean
language sql stable
as $$
  select exists (
    select from moderation.hidden h
    where h.jurisdiction_id = place and h.about_id = thing and h.rule = 'own-wish'
  )
$$;
revoke all on function moderation.is_taken_out from public;
grant execute on function moderation.is_taken_out to folkmoot_app;
