-- Asked for on every desk and record, and found until now by looking through a hundred thousand promises and forty thousand answers.
create index commitment_draft on delivery.commitment (jurisdiction_id, owner_id, written_at)
  where source is null and confirmed_at is null and discarded_at is null;
create index commitment_reopened on delivery.commitment (jurisdiction_id, next_report_on, id) where standing = 'reopened';
-- What she kept or dropped, the latest promise first.
create index commitment_settled_of_owner on delivery.commitment (jurisdiction_id, owner_id, confirmed_at desc)
  where source is null and confirmed_at is not null and standing in ('kept', 'dropped');
