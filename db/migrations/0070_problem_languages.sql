-- The language people wrote in lies beside what they wrote, so that a page in another one can say so; 'und' where nobody knows.
alter table problem.framing
  add column language text not null default 'und',
  add column answer_language text not null default 'und';
-- Until now pages showed every version under the language of the first.
update problem.framing f
set language = p.language
from problem.problem p
where p.jurisdiction_id = f.jurisdiction_id and p.id = f.problem_id;
alter table problem.actor_version add column language text not null default 'und';
alter table problem.sponsorship
  add column language text not null default 'und',
  add column ended_language text not null default 'und';
grant update (language, ended_language) on problem.sponsorship to folkmoot_app;
alter table problem.body_answer add column language text not null default 'und';
alter table problem.handover_out add column answer_language text not null default 'und';
alter table problem.handover_in add column answer_language text not null default 'und';

-- As before, with the language of the answer among what the answer brings.
create or replace function problem.keep_handover()
returns trigger
language plpgsql
as $$
declare
  free text[] := array['state', 'answer', 'answer_language', 'answered_by', 'answered_by_name', 'answered_at', 'their_slug'];
begin
  if old.state in ('accepted', 'declined', 'stopped') then
    raise exception 'hand-over % is answered', old.id using errcode = 'check_violation';
  end if;
  if tg_table_name = 'handover_in' then free := free || 'problem_id'::text; end if;
  if old.state = 'sent' then free := free || 'due_at'::text; end if;
  if to_jsonb(new) - free <> to_jsonb(old) - free then
    raise exception 'what was asked in hand-over % stays as it was', old.id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
