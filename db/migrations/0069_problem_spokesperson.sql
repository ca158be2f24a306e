-- Who speaks for an actor is named by her own yes alone: on a link that was mailed to her, signed in as herself, or because she
-- holds an office of this place. Until then nobody reads the name, and no record holds it.
create table problem.spokesperson (
  jurisdiction_id id.jurisdiction not null,
  actor_id id.actor not null,
  name text not null check (length(name) between 1 and 120),
  how text not null check (how in ('link', 'herself', 'office')),
  -- Where the link was mailed; gone with her answer.
  email text check (length(email) between 3 and 254),
  token_hash bytea check (length(token_hash) = 32),
  account_id id.account,
  person_id id.person,
  asked_by id.account,
  asked_at timestamptz not null,
  -- Who has not answered by then is forgotten.
  expires_at timestamptz,
  agreed_at timestamptz,
  primary key (jurisdiction_id, actor_id),
  unique (jurisdiction_id, token_hash),
  foreign key (jurisdiction_id, actor_id) references problem.actor,
  foreign key (jurisdiction_id, account_id) references identity.account,
  foreign key (jurisdiction_id, asked_by) references identity.account,
  foreign key (jurisdiction_id, person_id) references directory.person,
  check ((agreed_at is null) = (email is not null) and (agreed_at is null) = (expires_at is not null)),
  check ((how = 'link') = (token_hash is not null)),
  check (how <> 'herself' or account_id is not null),
  check ((how = 'office') = (person_id is not null)),
  check (how = 'link' or agreed_at is not null)
);
call folkmoot.protect('problem.spokesperson', 'select, insert, update, delete');

-- That somebody mailed such a question, for a day: taking it back gives no room for another.
create table problem.spokesperson_mail (
  jurisdiction_id id.jurisdiction not null,
  asked_by id.account not null,
  at timestamptz not null,
  primary key (jurisdiction_id, asked_by, at),
  foreign key (jurisdiction_id, asked_by) references identity.account
);
call folkmoot.protect('problem.spokesperson_mail', 'select, insert, delete');

-- Of those named until now somebody else had ticked that they agreed: nobody had asked them. What was committed to with their
-- names is erased; the facts and their proof stay.
delete from ledger.event_secret s
using ledger.event e
where e.jurisdiction_id = s.jurisdiction_id and e.id = s.event_id
  and e.kind in ('problem.actor-added', 'problem.actor-corrected') and coalesce(s.payload ->> 'spokesperson', '') <> '';
alter table problem.actor_version drop column spokesperson, drop column has_agreed;
