-- A statement is never rewritten. Whoever takes her words along when she deletes her account leaves '[…]' in its place: who voted
-- on it is counted as before. What still waited is put to nobody.
alter table opinion.statement
  drop constraint statement_check1,
  add constraint statement_length check (source is not null or length(text) between 10 and 200 or text = '[…]');
grant update (text, plain_form) on opinion.statement to folkmoot_app;

create function opinion.check_taken_out()
returns trigger
language plpgsql
as $$
begin
  if new.text <> '[…]' or new.plain_form <> new.id::text or not moderation.is_taken_out(new.jurisdiction_id, new.id) then
    raise exception 'a statement is taken out by who wrote it, never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_taken_out before update of text, plain_form on opinion.statement
for each row execute function opinion.check_taken_out();

create function opinion.refuse_empty()
returns trigger
language plpgsql
as $$
begin
  raise exception 'nobody writes a statement without words' using errcode = 'check_violation';
end
$$;
create trigger refuse_empty before insert on opinion.statement
for each row when (new.text = '[…]' and new.source is null) execute function opinion.refuse_empty();

alter table opinion.waiting
  drop constraint waiting_text_check,
  add constraint waiting_text_check check (length(text) between 10 and 200 or (text = '[…]' and state in ('lapsed', 'let-through')));

create or replace function opinion.check_waiting()
returns trigger
language plpgsql
as $$
begin
  if new.text = '[…]' and new.plain_form = new.id::text and new.state = (case old.state when 'let-through' then old.state else 'lapsed' end)
    and (new.consultation_id, new.language, new.written_by, new.written_at)
      is not distinct from (old.consultation_id, old.language, old.written_by, old.written_at) then
    return new;
  end if;
  if (new.consultation_id, new.text, new.plain_form, new.language, new.written_by, new.written_at)
      is distinct from (old.consultation_id, old.text, old.plain_form, old.language, old.written_by, old.written_at)
    or not (
      old.state = 'waiting'
      or (old.state = 'refused' and new.state in ('let-through', 'lapsed'))
      or (old.state = 'refused' and new.state = 'waiting' and old.judged_at > clock_timestamp() - interval '2 hours')
    ) then
    raise exception 'a statement that waits is judged, never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- What was prepared and put to everybody is taken out with its statement.
alter table opinion.prepared
  drop constraint prepared_text_check,
  add constraint prepared_text_check check (length(text) between 10 and 200 or text = '[…]');

create or replace function opinion.check_prepared()
returns trigger
language plpgsql
as $$
declare
  row constant opinion.prepared := case when tg_op = 'DELETE' then old else new end;
  is_open constant boolean := exists (
    select from opinion.consultation c where c.jurisdiction_id = row.jurisdiction_id and c.problem_id = row.problem_id
  );
begin
  if is_open and tg_op = 'UPDATE' and row.text = '[…]' and moderation.is_taken_out(row.jurisdiction_id, row.id)
    and (old.id, old.problem_id, old.written_by) is not distinct from (row.id, row.problem_id, row.written_by) then
    return row;
  end if;
  if is_open then
    raise exception 'voting has opened: what was prepared stays as it is' using errcode = 'check_violation';
  end if;
  if tg_op <> 'DELETE' and row.text = '[…]' then
    raise exception 'nobody prepares a statement without words' using errcode = 'check_violation';
  end if;
  return row;
end
$$;
