-- How she wanted to hear of it when it happened: who changes her mind loses nothing of it, and who wanted no mail gets no old news.
alter table notices.notice add column mail text check (mail in ('at-once', 'digest', 'never'));
update notices.notice n
set mail = case when n.mailed_at is not null then coalesce(nullif(a.mail_frequency, 'never'), 'digest') else a.mail_frequency end
from identity.account a
where a.jurisdiction_id = n.jurisdiction_id and a.id = n.account_id;
alter table notices.notice alter column mail set not null;
create index notice_unmailed on notices.notice (jurisdiction_id, account_id)
  where mail = 'digest' and mailed_at is null and read_at is null;

-- One mail of all news for one morning, whatever crashes and whoever else is at it.
create table notices.digest (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  morning date not null,
  at timestamptz not null,
  primary key (jurisdiction_id, account_id, morning),
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('notices.digest', 'select, insert, delete');

-- The end of a link that stops the mails and can do nothing else: it stands in every mail, so it is kept as it is.
create table notices.stop_link (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  token text not null check (length(token) between 32 and 100),
  primary key (jurisdiction_id, account_id),
  unique (jurisdiction_id, token),
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('notices.stop_link', 'select, insert, delete');

-- Which mails the server took, so that one is not sent again when the worker ends before it has said so.
create table mail.sent (
  jurisdiction_id id.jurisdiction not null references directory.jurisdiction,
  id uuid not null,
  at timestamptz not null,
  primary key (jurisdiction_id, id)
);
call folkmoot.protect('mail.sent', 'select, insert, delete');

-- A mail server may be away for two days, not for four minutes; and what is to be told waits for a database that is ill.
update pgboss.queue set retry_limit = 60, retry_delay = 5, retry_delay_max = 3600 where name = 'mail.send';
update pgboss.queue set retry_limit = 30, retry_delay = 5, retry_delay_max = 3600 where name = 'notices.tell';
