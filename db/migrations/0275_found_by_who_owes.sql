-- What she put off or passed on is looked for by who did, among all that was ever put off.
create index answer_put_off_by on decision.answer_version (jurisdiction_id, person_id, at) where kind in ('park', 'refer');
