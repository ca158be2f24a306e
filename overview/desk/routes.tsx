import { whoever } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import { page, refused, route, type Route, type Visit } from '../../platform/http/index.ts'
import type { Waiting } from '../../platform/thread/index.ts'
import { seatsOf } from '../../stages/arena/index.ts'
import { answeredBy } from '../../stages/decision/index.ts'
import { handsPart, politicianRecord } from '../../stages/inquiry/index.ts'
import { meetingPresence, upcomingMeetings } from '../../stages/meeting/index.ts'
import { framings, problemsById, problemsLedBy, unclaimedProblems, type Problem } from '../../stages/problem/index.ts'
import { byClock } from '../by-clock.ts'
import { meetingLine } from '../meeting-line.ts'
import { inCases, owedByPerson } from '../owed/owed.ts'
import { waitingFor } from '../waiting.ts'
import { briefFor } from './brief.ts'
import { deskWords } from './messages/words.ts'
import { DeskPage } from './pages/desk-page.tsx'

const most = { cases: 200, fresh: 5, meetings: 50 } as const

export const deskRoutes: readonly Route[] = [
  route('desk', { allowed: whoever('politician'), records: 'nothing' }, (visit) =>
    visit.actor.person === null
      ? refused(visit.common('refused.not-allowed'), 403)
      : deskPage(visit, visit.actor.person),
  ),
]

async function deskPage(visit: Visit<'desk'>, person: Id<'person'>) {
  const { read } = visit
  const mine = await problemsLedBy(read, person)
  const [hands, waiting, reframings, answered, record, presence, people, next, fresh] = await Promise.all([
    handsPart(visit, person),
    waitingFor(visit),
    reframingsFor(visit, mine),
    answeredBy(read, person),
    politicianRecord(read, person),
    meetingPresence(read, person),
    politiciansById(read, [person]),
    nextMeeting(visit, person),
    unclaimedProblems(read, most.fresh),
  ])
  const all = byClock([...waiting, ...reframings])
  const me = people.get(person)
  const promises = me ? await inCases(visit, await owedByPerson(visit, person, me.name)) : []
  return page({
    title: deskWords.say(visit.lang)('title', { count: all.length }),
    isWide: true,
    body: (
      <DeskPage
        reader={visit}
        say={deskWords.say(visit.lang)}
        now={visit.now}
        name={(visit.actor.name || me?.name || '').split(' ')[0] ?? ''}
        answered={answered}
        record={record}
        presence={presence}
        publicPage={me ? visit.to('person', { person: me.slug }) : visit.to('people')}
        waiting={all}
        fresh={fresh}
        cases={mine}
        owed={promises}
        next={next}
        hands={hands}
      />
    ),
  })
}

/** A sponsor answers each new way to see her problem. */
async function reframingsFor(visit: Visit<'desk'>, mine: readonly Problem[]): Promise<readonly Waiting[]> {
  const say = deskWords.say(visit.lang)
  const perCase = await Promise.all(
    mine.map(async (problem) => {
      const open = (await framings(visit.read, problem.id)).filter((framing) => framing.state === 'proposed')
      return open.map((framing): Waiting => ({
        due: null,
        title: say('answer-framing'),
        detail: framing.question,
        act: { text: say('answer-framing-act'), href: visit.to('problem.page', { problem: problem.slug }) },
      }))
    }),
  )
  return perCase.flat()
}

/** The next meeting of a case she leads or sits in. */
async function nextMeeting(visit: Visit<'desk'>, person: Id<'person'>) {
  const meetings = await upcomingMeetings(visit.read, { from: visit.now, limit: most.meetings })
  const problems = await problemsById(
    visit.read,
    meetings.map(({ problem }) => problem),
  )
  for (const meeting of meetings) {
    const problem = problems.find((one) => one.id === meeting.problem)
    if (!problem) continue
    const sits =
      problem.sponsors.includes(person) ||
      (await seatsOf(visit.read, problem.id)).some((seat) => seat.person === person)
    if (sits) {
      const line = meetingLine(visit, meeting, problem.slug)
      const inCase = deskWords.say(visit.lang)('in-case', { question: problem.question })
      return {
        meeting: { ...line, line: `${line.line} · ${inCase}` },
        brief: await briefFor(visit, problem),
        text: visit.to('draft.page', { problem: problem.slug }),
      }
    }
  }
  return null
}
