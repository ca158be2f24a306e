-- A hearing told from published sources is no vote of ours: bodies and people replied in writing, for, against or unknown how.
alter table opinion.consultation add column is_hearing boolean not null default false;
alter table opinion.consultation add constraint hearing_is_told check (not is_hearing or source is not null);

-- Replies of which no source tells how they stood.
alter table opinion.tally add column unknown integer not null default 0 check (unknown >= 0);

-- How the source tells the vote on a recommendation: shares, or words where it gives neither shares nor members.
alter table draft.recommendation add column told_vote text not null default '' check (length(told_vote) <= 1000);
alter table draft.recommendation add constraint vote_words_are_told check (told_vote = '' or source is not null);
