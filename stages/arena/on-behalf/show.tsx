import { ownCalendar } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { loadArena, profileName } from '../arena.ts'
import { byStaffWords } from '../by-staff/messages/words.ts'
import { crumbsOf } from '../by-staff/show.tsx'
import { recordsOf } from '../by-staff/store.ts'
import { applicationsOf } from '../store.ts'
import { hersIn, standingOf } from './commands.ts'
import { onBehalfWords, type SayOnBehalf } from './messages/words.ts'
import { AnsweringPage } from './pages/answering-page.tsx'
import { graceEnd, possibleAnswers } from './rules.ts'
import { staffAnswersOf } from './store.ts'

export type OfAnswering = Visit<'arena.recording-answer'>

export function say(visit: Pick<Visit, 'lang'>): SayOnBehalf {
  return onBehalfWords.say(visit.lang)
}

/** The form for what this person can say now. */
export async function answeringPage(visit: OfAnswering, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const records = problem ? await recordsOf(visit.read, problem.id) : []
  const record = records.find(({ number }) => String(number) === visit.params.number)
  if (!problem || record?.state !== 'confirmed' || record.isErased) return notFound()
  const [arena, applications, answers] = await Promise.all([
    loadArena(visit.read, problem),
    applicationsOf(visit.read, problem.id),
    staffAnswersOf(visit.read, problem.id),
  ])
  const hers = hersIn(arena, applications, record)
  const words = say(visit)
  const before = byStaffWords.say(visit.lang)('page.title')
  return page({
    title: words('new.title'),
    crumbs: [
      ...crumbsOf(visit, problem),
      { text: before, href: visit.to('arena.staff-records', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AnsweringPage
        {...{ problem, record, errors, typed: visit.form.typed }}
        say={words}
        reader={visit}
        possible={possibleAnswers(standingOf(hers))}
        offered={
          hers.offer && {
            seat: profileName(arena, hers.offer.profile),
            by: hers.offer.answerBy,
            until: graceEnd(hers.offer.answerBy, await ownCalendar(visit.read)),
          }
        }
        isOneWaiting={answers.some((one) => one.receipt === record.number && one.state === 'waiting')}
      />
    ),
  })
}
