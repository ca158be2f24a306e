-- What came of a statement is looked up on every page that shows it, and among tens of thousands of votes on it those few links would be
-- picked out one by one. No vote touches this index.
create index link_back_named on thread.link (jurisdiction_id, to_id) where from_kind <> 'vote';
