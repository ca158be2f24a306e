-- Asked for by the politician or the body that owes it, on desks, records and the page of a body, and found until now by looking
-- through the whole place.
create index commitment_of_owner on delivery.commitment (jurisdiction_id, owner_id) where owner_id is not null;
create index commitment_open on delivery.commitment (jurisdiction_id, problem_id) where standing in ('promised', 'late', 'reopened');
create index answer_signed_by on decision.answer_version (jurisdiction_id, person_id) where person_id is not null;
create index answer_put_off on decision.answer_version (jurisdiction_id, kind) where kind in ('park', 'refer') and source is null;
create index package_open_of_body on decision.package (jurisdiction_id, body_id, due_at) where closed_at is null and source is null;
create index membership_of_body on directory.membership (jurisdiction_id, body_id);
