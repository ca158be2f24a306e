-- What somebody agreed to, in the words she was asked, and when she took it back. Reading the privacy notice is no consent.
create table identity.consent (
  jurisdiction_id id.jurisdiction not null,
  account_id id.account not null,
  kind text not null check (kind in ('opinions', 'mails')),
  given_at timestamptz not null,
  wording text not null check (length(wording) between 1 and 1000),
  language text not null,
  taken_back_at timestamptz check (taken_back_at >= given_at),
  primary key (jurisdiction_id, account_id, kind, given_at),
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('identity.consent', 'select, insert, update (taken_back_at), delete');
-- Given once at a time; what was said stays as it was said.
create unique index consent_given on identity.consent (jurisdiction_id, account_id, kind) where taken_back_at is null;

-- Until now one sentence stood for all. It holds on for what she agreed to, in the words it had.
insert into identity.consent (jurisdiction_id, account_id, kind, given_at, wording, language)
select jurisdiction_id, id, 'opinions', consented_at, 'I have read this and agree that my name and my words are shown in public', 'en'
from identity.account
where consented_at is not null and email not like '%.invalid';
