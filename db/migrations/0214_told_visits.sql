-- A source may tell of a study visit beside the meetings: it stands among them, and is not counted as one. A visit here is an
-- encounter, which people book.

alter table meeting.meeting
  add column is_visit boolean not null default false,
  add check (not is_visit or source is not null);
