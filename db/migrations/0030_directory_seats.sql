-- How a seat came to be here: 'given' by a file or at the founding; 'continued' by an administrator after a term that
-- had ended; 'added' by an administrator; 'changed': given, with a term an administrator has set.
alter table directory.membership
  add column origin text not null default 'given' check (origin in ('given', 'continued', 'added', 'changed')),
  -- What nobody but an administrator says has a day it begins on.
  add check (origin not in ('continued', 'added') or starts_on is not null);
