-- What was kept or dropped last stands on the page of what is owed, and is found without the hundred thousand before it; how many there
-- are is counted from an index of nothing else.
create index report_settled on delivery.report (jurisdiction_id, at desc, commitment_id) where standing in ('kept', 'dropped');
create index commitment_settled on delivery.commitment (jurisdiction_id)
  where source is null and confirmed_at is not null and standing in ('kept', 'dropped');
