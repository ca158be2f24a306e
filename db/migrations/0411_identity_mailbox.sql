-- One mailbox, one account, however its address is written. Null: of accounts that were there before and share one, the oldest has
-- it and the others go on as they were; and of accounts held for people without a computer.
alter table identity.account add column mailbox text check (length(mailbox) between 3 and 260);

-- As `mailboxOf` writes it, for addresses in plain letters.
with cut as (
  select jurisdiction_id, id, created_at,
    regexp_replace(split_part(email, '@', 1), '(?<=.)\+.*$', '') as name,
    replace(split_part(email, '@', 2), 'googlemail.com', 'gmail.com') as domain
  from identity.account
  where email not like '%@paper.invalid'
), whole as (
  select jurisdiction_id, id, created_at,
    case when domain = 'gmail.com' then replace(name, '.', '') else name end || '@' || domain as mailbox
  from cut
), first as (
  select *, row_number() over (partition by jurisdiction_id, mailbox order by created_at, id) as place from whole
)
update identity.account a
set mailbox = f.mailbox
from first f
where f.jurisdiction_id = a.jurisdiction_id and f.id = a.id and f.place = 1;

create unique index account_of_mailbox on identity.account (jurisdiction_id, mailbox);
