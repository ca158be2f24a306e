-- Which answer gives nearly the same reason as which other one is found once, when the later of the two is given. Compared anew for every
-- reader it cost a tenth of a second of two hundred answers. Packages handed over before this rule have no such rows, and are still compared.
create table decision.repeat (
  jurisdiction_id id.jurisdiction not null,
  answer_id id.answer not null,
  version integer not null,
  other_id id.answer not null,
  other_version integer not null,
  share double precision not null check (share > 0 and share <= 1),
  primary key (jurisdiction_id, answer_id, version, other_id),
  foreign key (jurisdiction_id, answer_id, version) references decision.answer_version,
  foreign key (jurisdiction_id, other_id, other_version) references decision.answer_version,
  check (other_id <> answer_id)
);
call folkmoot.protect('decision.repeat', 'select, insert');

alter table decision.package add column keeps_repeats boolean not null default true;
alter table decision.package disable trigger user;
update decision.package set keeps_repeats = false;
alter table decision.package enable trigger user;
