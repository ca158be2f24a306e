-- Asked for by a person, a case or an hour on pages and by the worker, and found until now by looking through the whole place.
create index encounter_with on meeting.encounter (jurisdiction_id, person_id, starts_at);
create index encounter_about on meeting.encounter (jurisdiction_id, problem_id, starts_at) where problem_id is not null;
create index encounter_hours on meeting.encounter (jurisdiction_id, starts_at);
create index booking_of_account on meeting.booking (jurisdiction_id, account_id);
create index substitute_account on meeting.substitute (jurisdiction_id, account_id) where ended_at is null;
create index wish_open on meeting.wish (jurisdiction_id, wished_at) where state = 'open';
create index meeting_ends on meeting.meeting (jurisdiction_id, ends_at);
create index papers_due on meeting.meeting (jurisdiction_id, papers_due_at) where papers_due_at is not null;
create index gathering_hours on meeting.gathering (jurisdiction_id, starts_at);
create index round_replied_by on inquiry.round (jurisdiction_id, replied_by_person, replied_at) where replied_by_person is not null;
create index poll_of_case on draft.poll_round (jurisdiction_id, problem_id);
