-- Words that an update took along unseen come back in the name of who wrote them, by an update of their own. Should the server go
-- between storing the one and the other, the log still tells: what stands here was looked after, anything else is looked after then.
create table draft.live_returned (
  jurisdiction_id id.jurisdiction not null,
  problem_id id.problem not null,
  -- The update that took them along.
  seq bigint not null check (seq > 0),
  primary key (jurisdiction_id, problem_id, seq),
  foreign key (jurisdiction_id, problem_id) references problem.problem
);
call folkmoot.protect('draft.live_returned', 'select, insert, delete');

-- What came until now was looked after as it came.
insert into draft.live_returned (jurisdiction_id, problem_id, seq)
select jurisdiction_id, problem_id, seq from draft.live_update;
