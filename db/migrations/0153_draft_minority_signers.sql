-- Who stands by a minority text: each signs herself, the words as they are; new words ask anew.
create table draft.minority_signature (
  jurisdiction_id id.jurisdiction not null,
  recommendation_id id.recommendation not null,
  revision integer not null,
  account_id id.account not null,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (jurisdiction_id, recommendation_id, revision, account_id),
  foreign key (jurisdiction_id, recommendation_id, revision) references draft.minority_text,
  foreign key (jurisdiction_id, account_id) references identity.account
);
call folkmoot.protect('draft.minority_signature', 'select, insert, update');
create trigger minority_signature_stands_still before insert or update on draft.minority_signature
for each row execute function draft.refuse_after_handing_over();
