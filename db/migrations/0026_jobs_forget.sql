-- A mail that went out holds an address, and what somebody wrote or a code to sign in: forgotten an hour later, not a week.
update pgboss.queue set deletion_seconds = 3600 where name in ('mail.send', 'notices.tell');
delete from pgboss.job where name in ('mail.send', 'notices.tell') and state = 'completed';
