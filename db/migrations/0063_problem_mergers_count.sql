-- What came by a merger counts when the merger can no longer be undone. Beginning to count, and ceasing to after an undoing,
-- leaves no support to count anew: the merger itself says that a count is due.
alter table problem.merger add column is_counted boolean not null default false;
create index merger_to_count on problem.merger (jurisdiction_id, merged_at) where not is_counted;

-- A part of a problem has the words of whoever parted it; nobody's account raised it, and there is no number to read out.
alter table problem.problem
  drop constraint problem_channel_check,
  add constraint problem_channel_check check (channel in ('web', 'phone', 'paper', 'desk', 'parted')),
  drop constraint written_down_whole,
  add constraint written_down_whole check (
    (channel = 'web') = (written_down_by is null) and (channel in ('web', 'parted')) = (receipt is null)
  );
