-- Three indexes said nearly the same of answers that are parked or passed on. Every plan reads `answer_version_put_off`, which covers told
-- ones too; the other two were kept up for nobody.
drop index decision.answer_version_waiting;
drop index decision.answer_put_off;
