-- The result of a closed consultation names its statements: none enters afterwards, whoever lets it through.
create function opinion.check_still_open()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from opinion.consultation c
    where c.jurisdiction_id = new.jurisdiction_id and c.id = new.consultation_id and c.closed_at is not null
  ) then
    raise exception 'voting has closed: statement % comes too late', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_still_open before insert on opinion.statement
for each row when (new.source is null) execute function opinion.check_still_open();
