-- A straw poll closes when its words change, when its clause leaves the text, and when the text is handed over. With it goes the
-- key that tells who answers again: from then on nobody can try names against what is kept. After a hand-over the words stand still
-- and so does what was drawn last.
alter table draft.poll_round
  add column is_closed boolean not null default false,
  add check (not is_closed or key is null);

alter table draft.poll_round disable trigger poll_stands_still;
update draft.poll_round p set key = null, is_closed = true
from draft.frozen f
where f.jurisdiction_id = p.jurisdiction_id and f.problem_id = p.problem_id and p.key is not null;
alter table draft.poll_round enable trigger poll_stands_still;

update draft.poll_round p set key = null
from draft.clause c
where c.jurisdiction_id = p.jurisdiction_id and c.id = p.clause_id and c.number is null and p.key is not null;

create trigger leaving_the_text_ends_its_poll after update of number on draft.clause
for each row when (old.number is not null and new.number is null) execute function draft.ask_anew();

create function draft.close_polls()
returns trigger
language plpgsql
as $$
begin
  update draft.poll_round p set key = null, is_closed = true
  where p.jurisdiction_id = new.jurisdiction_id and p.problem_id = new.problem_id and p.key is not null;
  return new;
end
$$;
create trigger handing_over_closes_polls before insert on draft.frozen
for each row execute function draft.close_polls();
