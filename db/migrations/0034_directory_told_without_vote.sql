-- What a body said without a vote that anybody knows of (a communication, a note taken) is told as such: whether something
-- was carried is unknown. What is recorded here always says it.
alter table directory.resolution alter column is_carried drop not null;
alter table directory.resolution add constraint resolution_carried_known
  check (is_carried is not null or (source is not null and votes_for is null and votes_against is null and abstentions is null));

-- How many recommendations stood where, as a source counts them where it does not say which: {"of": 97, "on": "2022-06-18",
-- "source": "…", "counts": [{"standing": "done", "count": 9}]}.
alter table decision.package add column told_status jsonb;
alter table decision.package add constraint package_status_is_told check (told_status is null or source is not null);
