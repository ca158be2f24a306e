import { holds } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { problemsById } from '../../problem/index.ts'
import { upcomingMeetings } from '../store.ts'
import { attendanceWords } from './messages/words.ts'
import { attendanceIn } from './show.tsx'
import { repliesTo, substitutingBy } from './store.ts'

/** Meetings this far ahead are asked about and warned of. */
const mostMeetings = 50

/** An answer whether she comes, a substitution to answer, and for chair and facilitator the early warning (R29). */
export async function attendanceWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (visit.actor.account === null) return []
  const meetings = await upcomingMeetings(visit.read, { from: visit.now, limit: mostMeetings })
  const ids = [...new Set(meetings.map(({ problem }) => problem))]
  const problems = await problemsById(visit.read, ids)
  const [asked, perCase] = await Promise.all([
    substitutionsFor(visit),
    Promise.all(
      problems.map(async (problem) => {
        const next = meetings.find((one) => one.problem === problem.id)
        const seats = await seatsOf(visit.read, problem.id)
        const own = seats.find(({ account }) => account === visit.actor.account)
        const isRunning = own?.isChair === true || holds(visit.actor, 'facilitator')
        return [
          ...(own && next ? await replyFor(visit, { problem, next, seat: own.id }) : []),
          ...(isRunning && seats.length > 0 ? await warningFor(visit, problem) : []),
        ]
      }),
    ),
  ])
  return [...asked, ...perCase.flat()]
}

type Problem = Awaited<ReturnType<typeof problemsById>>[number]
type Replying = {
  readonly problem: Problem
  readonly next: Awaited<ReturnType<typeof upcomingMeetings>>[number]
  readonly seat: string
}

async function replyFor(visit: Visit, { problem, next, seat }: Replying): Promise<readonly Waiting[]> {
  const isSaid = (await repliesTo(visit.read, [next.id])).some((one) => one.seat === seat)
  const isOver = next.startsAt === null || Temporal.Instant.compare(next.startsAt, visit.now) <= 0
  if (isSaid || isOver) return []
  const say = attendanceWords.say(visit.lang)
  const page = visit.to('meeting.page', { problem: problem.slug, number: next.number })
  return [
    {
      due: next.startsAt,
      title: say('waiting.reply', { title: next.title }),
      detail: problem.question,
      act: { text: say('waiting.reply-act'), href: `${page}#presence` },
    },
  ]
}

async function warningFor(visit: Visit, problem: Problem): Promise<readonly Waiting[]> {
  const { warnings, next } = await attendanceIn(visit.read, problem, visit.now)
  if (warnings.length === 0) return []
  const say = attendanceWords.say(visit.lang)
  return [
    {
      due: next?.startsAt ?? null,
      title: say('waiting.warning', { warnings: warnings.length }),
      detail: problem.question,
      act: { text: say('waiting.warning-act'), href: visit.to('meeting.attendance', { problem: problem.slug }) },
    },
  ]
}

async function substitutionsFor(visit: Visit): Promise<readonly Waiting[]> {
  const { account } = visit.actor
  if (account === null) return []
  const say = attendanceWords.say(visit.lang)
  const asked = (await substitutingBy(visit.read, account)).filter(({ acceptedAt }) => acceptedAt === null)
  const problems = await problemsById(
    visit.read,
    asked.map(({ problem }) => problem),
  )
  return problems.map((problem) => ({
    due: null,
    title: say('waiting.substitute'),
    detail: problem.question,
    act: { text: say('waiting.substitute-act'), href: visit.to('meeting.substitutes', { problem: problem.slug }) },
  }))
}
