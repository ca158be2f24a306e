-- What becomes of what she wrote, as she chose it when she asked for her account to be deleted.
alter table identity.leaving
  add column words text not null default 'stay' check (words in ('stay', 'go'));
