-- One person, one voice in a consultation, also when she deletes her account and comes back. A key made with a secret of this
-- consultation says that somebody has voted; nothing leads from it to a name, an address or a vote. Secret and keys go at the close.

create table opinion.eligibility_secret (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  secret bytea not null check (length(secret) = 32),
  primary key (jurisdiction_id, consultation_id),
  foreign key (jurisdiction_id, consultation_id) references opinion.consultation
);
call folkmoot.protect('opinion.eligibility_secret', 'select, insert, delete');

-- No foreign key to the consultation: each first vote would lock the one row all of them share.
create table opinion.eligibility (
  jurisdiction_id id.jurisdiction not null,
  consultation_id id.consultation not null,
  key bytea not null check (length(key) = 32),
  primary key (jurisdiction_id, consultation_id, key)
);
call folkmoot.protect('opinion.eligibility', 'select, insert, delete');

-- Until the close nobody can make room for a second voice; afterwards there is nothing to keep.
create function opinion.check_keys_stay()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from gone g
    join opinion.consultation c on c.jurisdiction_id = g.jurisdiction_id and c.id = g.consultation_id
    where c.closed_at is null
  ) then
    raise exception 'voting is open: who has voted stays known' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_keys_stay after delete on opinion.eligibility
referencing old table as gone for each statement execute function opinion.check_keys_stay();
create trigger check_keys_stay after delete on opinion.eligibility_secret
referencing old table as gone for each statement execute function opinion.check_keys_stay();

-- What is open now gets its secret; who has voted in it gets her key when she leaves.
insert into opinion.eligibility_secret (jurisdiction_id, consultation_id, secret)
select c.jurisdiction_id, c.id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
from opinion.consultation c
where c.closed_at is null;

-- Who has left: her votes are counted, and nobody can say any more whose they were.
alter table opinion.participant
  add column has_left boolean not null default false,
  add check (not (has_left and account_id is not null)),
  drop constraint participant_check,
  add constraint participant_of_somebody check (account_id is not null or source_number is not null or has_left);
grant update (account_id, has_left) on opinion.participant to folkmoot_app;

create function opinion.check_leaving()
returns trigger
language plpgsql
as $$
begin
  if new.account_id is not null or not new.has_left then
    raise exception 'votes are nobody else''s: a participant only leaves' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger check_leaving before update on opinion.participant
for each row execute function opinion.check_leaving();
