-- Who was asked is needed while a survey runs: to let nobody else in, and to remind. When it is closed the numbers stand in what is
-- published, and the names go with the answers.
grant delete on outcome.survey_asked to folkmoot_app;

create function outcome.forget_survey_asked()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select from outcome.survey_round r
    where r.jurisdiction_id = old.jurisdiction_id and r.problem_id = old.problem_id and r.moment = old.moment
      and r.closed_at is null
  ) then
    raise exception 'nobody is taken out of a survey that runs' using errcode = 'check_violation';
  end if;
  return old;
end
$$;
create trigger forget_survey_asked before delete on outcome.survey_asked
for each row execute function outcome.forget_survey_asked();

delete from outcome.survey_asked a
using outcome.survey_round r
where r.jurisdiction_id = a.jurisdiction_id and r.problem_id = a.problem_id and r.moment = a.moment
  and r.closed_at is not null;

-- Those who had not answered were told so by name: a notice said who was silent. They are reminded like everybody now.
delete from notices.notice where message = 'told.survey-reminder';
