-- Those who asked for a seat are counted as the other crowds are: kept, so that who reads the applications as they come cannot see
-- what each told by looking again. What is drawn in a case is letters and seats; a crowd is counted.
alter table arena.crowd_drawing rename to crowd_count;
alter table arena.crowd_count rename column drawn_at to counted_at;
alter table arena.crowd_count drop constraint crowd_drawing_crowd_check;
alter table arena.crowd_count
  add constraint crowd_count_crowd_check check (crowd in ('members', 'applicants', 'voters', 'contributors'));
