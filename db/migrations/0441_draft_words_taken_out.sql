-- Ideas, experiences and comments are never rewritten. Whoever takes her words along when she deletes her account leaves '[…]' in
-- their place, and no word of hers is found by a search or held to be alike.
grant update (title, text, place, latitude, longitude) on draft.idea to folkmoot_app;
grant update (text) on draft.comment to folkmoot_app;
grant delete on draft.idea_stem to folkmoot_app;

create function draft.check_taken_out()
returns trigger
language plpgsql
as $$
begin
  if new.text <> '[…]' or not moderation.is_taken_out(new.jurisdiction_id, new.id) then
    raise exception 'words are taken out by who wrote them, never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_taken_out before update of text on draft.comment
for each row execute function draft.check_taken_out();
create trigger check_taken_out before update of title, text, place, latitude, longitude on draft.idea
for each row execute function draft.check_taken_out();

create function draft.forget_stems()
returns trigger
language plpgsql
as $$
begin
  if new.title <> '[…]' or new.place <> '' or new.latitude is not null then
    raise exception 'of an idea that is taken out no word stays' using errcode = 'check_violation';
  end if;
  delete from draft.idea_stem s
  where s.jurisdiction_id = new.jurisdiction_id and s.problem_id = new.problem_id and s.idea_id = new.id;
  return null;
end
$$;
create trigger forget_stems after update of title, text, place, latitude, longitude on draft.idea
for each row execute function draft.forget_stems();
