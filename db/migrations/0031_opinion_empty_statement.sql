-- Exports hold comments without a word that their moderators took out: kept by number, so that every vote has its statement.
alter table opinion.statement
  drop constraint statement_text_check,
  add constraint statement_text_check check (length(text) between 1 and 1000 or (text = '' and source is not null and is_taken_out));
