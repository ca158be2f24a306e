-- A desk asks in which cases its owner sits.
create index seats_by_account on arena.seat (jurisdiction_id, account_id);
create index seats_by_person on arena.seat (jurisdiction_id, person_id) where person_id is not null;
