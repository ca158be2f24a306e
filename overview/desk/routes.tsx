import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { whoever } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import { notFound, page, refused, route, type Route, type Visit } from '../../platform/http/index.ts'
import { waitingIn, type Waiting } from '../../platform/thread/index.ts'
import { missingLine, problemsSatIn } from '../../stages/arena/index.ts'
import { answeredBy } from '../../stages/decision/index.ts'
import { handsPart, politicianRecord } from '../../stages/inquiry/index.ts'
import { meetingPresence, meetingsOf, upcomingMeetings } from '../../stages/meeting/index.ts'
import { consultationOf } from '../../stages/opinion/index.ts'
import {
  namesLedBy,
  problemBySlug,
  problemsById,
  proposedFramings,
  unclaimedProblems,
  type NamedProblem,
} from '../../stages/problem/index.ts'
import { byClock } from '../by-clock.ts'
import { meetingLine } from '../meeting-line.ts'
import { peopleWords } from '../people/messages/words.ts'
import { promisedBy } from '../people/promises.ts'
import { mostWaiting, pressing, waitingFor } from '../waiting.ts'
import { briefOf, briefPoints } from './brief.ts'
import { inheritanceOf } from './inherited.ts'
import { deskWords } from './messages/words.ts'
import { BriefPage } from './pages/brief-page.tsx'
import { DeskPage, type DeskCase } from './pages/desk-page.tsx'

const most = { fresh: 5, meetings: 200, promises: 20, inherited: 10, cases: 20 } as const

export const deskRoutes: readonly Route[] = [
  route('desk', { allowed: whoever('politician'), records: 'nothing' }, (visit) =>
    visit.actor.person === null
      ? refused(visit.common('refused.not-allowed'), 403)
      : deskPage(visit, visit.actor.person),
  ),

  route('desk.brief', { allowed: whoever('politician'), records: 'nothing' }, (visit) => briefPage(visit)),
]

async function deskPage(visit: Visit<'desk'>, person: Id<'person'>) {
  const { read } = visit
  const isAll = visit.query.get('all') === 'yes'
  const mine = await namesLedBy(read, person)
  const promised = promisedBy(visit, person)
  const [hands, waiting, reframings, answered, record, presence, people, next, fresh, promises, inherited] =
    await Promise.all([
      handsPart(visit),
      waitingFor(visit, isAll),
      reframingsFor(visit, mine),
      answeredBy(read, person),
      politicianRecord(read, person),
      meetingPresence(read, person),
      politiciansById(read, [person]),
      nextMeeting(visit, { person, mine, promised }),
      unclaimedProblems(read, most.fresh),
      promised,
      inheritanceOf(visit, mostWaiting),
    ])
  const all = waitingIn([waiting, reframings, inherited.waiting], visit.now)
  const { first, count, late } = isAll ? { ...all, first: byClock(all.first) } : pressing(all, mostWaiting)
  const me = people.get(person)
  const cases = await withMissing(visit, mine.slice(0, most.cases))
  return page({
    title: deskWords.say(visit.lang)('title', { count }),
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
        recordPage={me ? visit.to('person.record', { person: me.slug }) : visit.to('people')}
        waiting={first}
        count={count}
        late={late}
        fresh={fresh}
        cases={cases}
        allCases={mine.length}
        promises={promises.slice(0, most.promises)}
        sayPeople={peopleWords.say(visit.lang)}
        inherited={{ ...inherited, first: inherited.first.slice(0, most.inherited) }}
        next={next}
        hands={hands}
      />
    ),
  })
}

/** Each case with who is missing at its table, and whether there is something to take up from votes. */
async function withMissing(visit: Visit<'desk'>, cases: readonly NamedProblem[]): Promise<readonly DeskCase[]> {
  const problems = await problemsById(
    visit.read,
    cases.map(({ id }) => id),
  )
  return Promise.all(
    cases.map(async (one) => {
      const problem = problems.find(({ id }) => id === one.id)
      const [missing, consultation] = await Promise.all([
        problem ? missingLine(visit, problem) : null,
        consultationOf(visit.read, one.id),
      ])
      return { ...one, missing, isVotedOn: consultation !== undefined && !consultation.isHearing }
    }),
  )
}

/** A sponsor answers each new way to see her problem. */
async function reframingsFor(visit: Visit<'desk'>, mine: readonly NamedProblem[]): Promise<readonly Waiting[]> {
  const say = deskWords.say(visit.lang)
  const open = await proposedFramings(
    visit.read,
    mine.map(({ id }) => id),
  )
  const slugs = new Map(mine.map(({ id, slug }) => [id, slug]))
  return open.map(({ problem, question }): Waiting => ({
    due: null,
    title: say('answer-framing'),
    detail: question,
    act: { text: say('answer-framing-act'), href: visit.to('problem.page', { problem: slugs.get(problem) ?? '' }) },
  }))
}

type Hers = {
  readonly person: Id<'person'>
  readonly mine: readonly NamedProblem[]
  readonly promised: ReturnType<typeof promisedBy>
}

/** The next meeting of a case she leads or sits in. */
async function nextMeeting(visit: Visit<'desk'>, { person, mine, promised }: Hers) {
  const meetings = await upcomingMeetings(visit.read, { from: visit.now, limit: most.meetings })
  const among = [...new Set(meetings.map(({ problem }) => problem))]
  const satIn = await problemsSatIn(visit.read, { person, among })
  const hers = new Set([...satIn, ...mine.map(({ id }) => id)])
  const meeting = meetings.find(({ problem }) => hers.has(problem))
  const [problem] = meeting ? await problemsById(visit.read, [meeting.problem]) : []
  if (!meeting || !problem) return null
  const line = meetingLine(visit, meeting, problem.slug)
  const inCase = deskWords.say(visit.lang)('in-case', { question: problem.question })
  return {
    meeting: { ...line, line: `${line.line} · ${inCase}` },
    brief: briefPoints(visit, await briefOf(visit, problem, promised)),
    page: visit.to('desk.brief', { problem: problem.slug, number: meeting.number }),
  }
}

async function briefPage(visit: Visit<'desk.brief'>) {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const number = Number(visit.params.number)
  const meeting = problem && (await meetingsOf(visit.read, problem.id)).find((one) => one.number === number)
  if (!problem || !meeting) return notFound()
  const say = deskWords.say(visit.lang)
  const title = say(isPast(visit, meeting) ? 'brief.title-past' : 'brief.title', { title: meeting.title })
  return page({
    title,
    crumbs: [{ text: say('brief.crumb'), href: visit.to('desk') }],
    body: (
      <BriefPage
        reader={visit}
        say={say}
        sayPeople={peopleWords.say(visit.lang)}
        now={visit.now}
        question={problem.question}
        language={problem.language}
        slug={problem.slug}
        meeting={meetingLine(visit, meeting, problem.slug)}
        title={title}
        brief={await briefOf(visit, problem)}
      />
    ),
  })
}

/** A told meeting may have a day and no hour; one without either is not over that we know. */
function isPast(
  { jurisdiction, now }: Visit<'desk.brief'>,
  {
    day,
    startsAt,
    endsAt,
  }: {
    readonly day: Temporal.PlainDate | null
    readonly startsAt: Temporal.Instant | null
    readonly endsAt: Temporal.Instant | null
  },
): boolean {
  const end = endsAt ?? startsAt ?? (day && endOfDay(day, jurisdiction.timeZone))
  return end !== null && Temporal.Instant.compare(end, now) < 0
}
