import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById } from '../../problem/index.ts'
import { forgettingWords } from './messages/words.ts'
import { warnedDays } from './rules.ts'
import { unansweredSoon, type Unanswered } from './store.ts'

/** Before the day, on the desk of those who lead and on the bench of clerks and facilitators: who still waits for an answer. */
export async function unansweredWaitingFor(
  visit: Visit,
  { led }: { readonly led: readonly Id<'problem'>[] },
): Promise<readonly Waiting[]> {
  const isStaff = holds(visit.actor, 'clerk', 'facilitator')
  if (!isStaff && led.length === 0) return []
  const soon = (await unansweredSoon(visit.read, { now: visit.now, days: warnedDays })).filter(
    ({ problem }) => isStaff || led.includes(problem),
  )
  const problems = new Map(
    (
      await problemsById(
        visit.read,
        soon.map(({ problem }) => problem),
      )
    ).map((problem) => [problem.id, problem]),
  )
  return soon.flatMap((one) => {
    const problem = problems.get(one.problem)
    return problem ? [lineOf(visit, one, { ...problem, isStaff })] : []
  })
}

function lineOf(
  visit: Visit,
  { count, dueOn, lastOn }: Unanswered,
  { slug, question, isStaff }: { readonly slug: string; readonly question: string; readonly isStaff: boolean },
): Waiting {
  const say = forgettingWords.say(visit.lang)
  const day = lastOn ?? dueOn
  return {
    due: day.toZonedDateTime(visit.jurisdiction.timeZone).toInstant(),
    title: say(lastOn === null ? 'waiting.title' : 'waiting.late', { count, day: visit.time.weekday(day) }),
    detail: question,
    act: {
      text: say(isStaff ? 'waiting.act-staff' : 'waiting.act'),
      href: visit.to('arena.applications', { problem: slug }),
    },
  }
}
