-- What an author says against a merger is words like any other: they can be reported, hidden and restored by themselves.

create domain id.idea_objection as uuid;
alter table draft.idea_merger add column objection_id id.idea_objection;
update draft.idea_merger set objection_id = gen_random_uuid() where objection <> '';
alter table draft.idea_merger add constraint objection_has_its_name check ((objection <> '') = (objection_id is not null));
create unique index one_objection_a_name on draft.idea_merger (jurisdiction_id, objection_id) where objection_id is not null;
