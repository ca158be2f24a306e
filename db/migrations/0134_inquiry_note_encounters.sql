-- A note can come from a bookable talk or a visit too, which has a page of its own.
alter table inquiry.note
  add column encounter_id id.encounter,
  add foreign key (jurisdiction_id, encounter_id) references meeting.encounter,
  drop constraint note_from_kind_check,
  add constraint note_from_kind_check check (from_kind in ('meeting', 'question', 'talk', 'encounter')),
  add check ((encounter_id is not null) = (from_kind is not distinct from 'encounter'));
