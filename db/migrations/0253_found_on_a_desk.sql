-- What a desk and one's own page ask each time, in a place of twenty years: the newest notices of one person among all she ever got,
-- accounts of public value that wait for a signature among all that were signed, and the few answers that were changed.
create index notice_newest on notices.notice (jurisdiction_id, account_id, at desc, id desc);
create index value_account_unsigned on outcome.value_account (jurisdiction_id, prepared_at, id)
  where signed_at is null and source is null;
create index answer_version_changed on decision.answer_version (jurisdiction_id, answer_id, version) where version > 1;
