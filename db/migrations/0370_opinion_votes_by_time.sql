-- Votes are appended in the order of their time: a map finds those that came since the last one in the last pages. Such an index has no
-- row that a vote touches, unlike a tree, all of whose last entries would lie on one page.
create index vote_by_time on opinion.vote using brin (at) with (pages_per_range = 32, autosummarize = on);
