-- A clause can come from what a working group reported.
alter table draft.citation
  drop constraint citation_cited_kind_check,
  add constraint citation_cited_kind_check check (
    cited_kind in (
      'idea', 'statement', 'question', 'note', 'framing', 'meeting', 'item', 'evidence', 'gathering', 'group-report'
    )
  );
