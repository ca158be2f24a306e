-- Comments in the margin come by pages, each with its replies under it; and what waits in the margins of a text is counted on each view.
create index remark_in_order on draft.remark (jurisdiction_id, clause_id, head, number);
create index remark_waiting on draft.remark (jurisdiction_id, problem_id) where head = number and resolved_at is null;
create index amendment_waiting on draft.amendment (jurisdiction_id, problem_id) where state = 'open';
