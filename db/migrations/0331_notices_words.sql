-- Notices sent before their sentence named a reason: they keep the sentence they were sent with.
update notices.notice set message = 'told.revised-before'
where stage = 'draft' and message = 'told.revised' and not values ? 'reason';
update notices.notice set message = 'told.promise-lowered-before'
where stage = 'mandate' and message = 'told.promise-lowered' and not values ? 'reason';
