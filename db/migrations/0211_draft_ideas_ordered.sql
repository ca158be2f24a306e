-- Whether an idea has its place in the varied order, or stands behind the others until the next sorting.
alter table draft.idea_listing add column is_ordered boolean not null default false;

update draft.idea_listing l
set is_ordered = true
from draft.idea_sorting s
where s.jurisdiction_id = l.jurisdiction_id and s.problem_id = l.problem_id and not s.is_due and not l.is_merged;
