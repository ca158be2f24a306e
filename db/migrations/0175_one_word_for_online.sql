-- What comes by this site is `online`, as with supports: two words for one way were one too many.
alter table problem.problem
  drop constraint problem_channel_check,
  drop constraint written_down_whole;
alter table problem.problem alter column channel set default 'online';
update problem.problem set channel = 'online' where channel = 'web';
alter table problem.problem
  add constraint problem_channel_check check (channel in ('online', 'phone', 'paper', 'desk', 'parted')),
  add constraint written_down_whole check (
    (channel = 'online') = (written_down_by is null) and (channel in ('online', 'parted')) = (receipt is null)
  );

alter table draft.idea
  drop constraint idea_channel_check,
  drop constraint written_down_whole;
alter table draft.idea alter column channel set default 'online';
update draft.idea set channel = 'online' where channel = 'web';
alter table draft.idea
  add constraint idea_channel_check check (channel in ('online', 'phone', 'paper', 'desk', 'event')),
  add constraint written_down_whole check (
    (channel = 'online') = (written_down_by is null) and (written_down_by is null) = (receipt is null)
  );
