-- Two may send the same words while a moderator reads them: a refusal would tell the second what nobody may read yet.
drop index opinion.waiting_said_once;
create unique index waiting_said_once on opinion.waiting (jurisdiction_id, consultation_id, written_by, plain_form) where state = 'waiting';
