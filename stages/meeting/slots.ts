import { holds } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart, Waiting } from '../../platform/thread/index.ts'
import { adoptedMandate } from '../mandate/index.ts'
import { problemsById, type Problem } from '../problem/index.ts'
import { attendanceWaitingFor } from './attendance/slots.ts'
import { encountersWaitingFor } from './encounters/slots.ts'
import { meetingWords } from './messages/words.ts'
import { whenLine } from './pages/lines.ts'
import { wishesWaitingFor } from './series/slots.ts'
import * as store from './store.ts'
import { tasksWaitingFor } from './tasks/slots.ts'

/** What the journey of a case says of its meetings. */
export async function meetingJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = meetingWords.say(visit.lang)
  const [meetings, mandate] = await Promise.all([
    store.meetingsOf(visit.read, problem.id),
    adoptedMandate(visit.read, problem.id),
  ])
  const standing = meetings.filter((meeting) => meeting.state === 'called')
  const next = nextOf(standing, visit.now)
  const visits = standing.filter(({ isVisit }) => isVisit).length
  const held = standing.filter(
    ({ day, startsAt, source, isVisit }) =>
      !isVisit && (startsAt ? Temporal.Instant.compare(startsAt, visit.now) <= 0 : day !== null || source !== null),
  ).length
  const planned = mandate?.meetings ?? null
  const series = { text: say('journey.all'), href: visit.to('meeting.series', { problem: problem.slug }) }
  const isTold = problem.source !== null
  const nextWords = next
    ? say('journey.next', {
        when: whenLine({ reader: visit, say, meeting: next }),
        place: next.place ?? visit.common('unknown'),
      })
    : say(wordsFor(standing.length, isTold), { held, visits })
  const heldWords = planned === null ? say('journey.held', { held }) : say('journey.held-of', { held, planned })
  const isDone = held > 0 && !next && (isTold || (planned !== null && held >= planned))
  return {
    state: standing.length === 0 ? 'coming' : isDone ? 'done' : 'now',
    figure: standing.length === 0 || isTold ? '' : heldWords,
    sentences: [nextWords],
    points: [
      {
        name: say('journey.meetings'),
        text: standing.length === 0 || isTold ? nextWords : `${upperFirst(heldWords)}. ${nextWords}`,
        href: series.href,
      },
    ],
    links: standing.length === 0 ? [] : [series],
  }
}

function upperFirst(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

function wordsFor(called: number, isTold: boolean) {
  if (called > 0) return isTold ? 'journey.told' : 'journey.no-next'
  return isTold ? 'journey.unknown' : 'journey.none'
}

function nextOf(meetings: readonly store.Meeting[], now: Temporal.Instant): store.Meeting | undefined {
  return meetings
    .filter(({ endsAt }) => endsAt !== null && Temporal.Instant.compare(endsAt, now) >= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt ?? now, b.startsAt ?? now))[0]
}

/** What of the meetings waits for the person who looks. */
export async function meetingWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  return (
    await Promise.all([
      encountersWaitingFor(visit),
      attendanceWaitingFor(visit),
      tasksWaitingFor(visit),
      wishesWaitingFor(visit),
      minutesWaitingFor(visit),
    ])
  ).flat()
}

/** Staff owe the minutes of what was held; two months back, then the meeting page itself shows the gap. */
async function minutesWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (!holds(visit.actor, 'facilitator', 'clerk')) return []
  const say = meetingWords.say(visit.lang)
  const since = visit.now.subtract({ hours: 60 * 24 })
  const meetings = await store.meetingsWithoutMinutes(visit.read, { since, now: visit.now })
  const problems = new Map(
    (
      await problemsById(
        visit.read,
        meetings.map((meeting) => meeting.problem),
      )
    ).map((problem) => [problem.id, problem]),
  )
  return meetings.flatMap((meeting) => {
    const problem = problems.get(meeting.problem)
    if (!problem) return []
    return [
      {
        due: null,
        title: say('waiting.minutes', { title: meeting.title }),
        detail: problem.question,
        act: {
          text: say('waiting.write'),
          href: visit.to('meeting.minutes', { problem: problem.slug, number: meeting.number }),
        },
      },
    ]
  })
}
