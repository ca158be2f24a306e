-- Places are a tree: no place lies in itself, however far up. One change of the tree at a time, so that two that are each
-- right do not make a circle together.
create function directory.check_tree()
returns trigger
language plpgsql
as $$
begin
  if new.parent_id is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('directory.jurisdiction tree', 0));
  if exists (
    with recursive above (id) as (
      select new.parent_id::uuid
      union
      select j.parent_id::uuid
      from directory.jurisdiction j
      join above on j.id = above.id
      where j.parent_id is not null
    )
    select from above where id = new.id
  ) then
    raise exception 'place % would lie in itself', new.slug using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_tree before insert or update of parent_id on directory.jurisdiction
  for each row execute function directory.check_tree();
