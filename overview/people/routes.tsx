import { anyone } from '@folkmoot/basics/actor.ts'
import {
  bodies,
  politicianBySlug,
  politicians,
  todayIn,
  type Politician,
  type SeatedPolitician,
} from '../../platform/directory/index.ts'
import { exportPopolo } from '../../platform/directory/exchange/index.ts'
import { file, notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { answeredBy } from '../../stages/decision/index.ts'
import { notesBy, politicianRecord, recordPart } from '../../stages/inquiry/index.ts'
import { meetingPresence } from '../../stages/meeting/index.ts'
import { statementPositionsPart } from '../../stages/opinion/index.ts'
import { problemsById, problemsLedBy } from '../../stages/problem/index.ts'
import { peopleWords } from './messages/words.ts'
import { PeoplePage } from './pages/people-page.tsx'
import { PersonPage, type NoteLine } from './pages/person-page.tsx'
import { preparedPart } from '../delegates/part.tsx'
import { promisedBy } from './promises.ts'

export const peopleRoutes: readonly Route[] = [
  route('people', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const say = peopleWords.say(visit.lang)
    const [seated, all] = await Promise.all([
      politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
      bodies(visit.read),
    ])
    return page({
      title: say('title'),
      body: (
        <PeoplePage
          say={say}
          place={visit.jurisdiction.name}
          popolo={visit.to('popolo')}
          bodyPages={new Map(all.map(({ name, slug }) => [name, visit.to('body', { body: slug })]))}
          people={seated.map((one) => ({
            name: one.name,
            href: visit.to('person', { person: one.slug }),
            line: [lineOf(visit, one), wordOf(visit, one)].filter(Boolean).join(' · '),
            body: one.bodies[0] ?? '',
          }))}
        />
      ),
    })
  }),

  route('person', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const person = await politicianBySlug(visit.read, visit.params.person)
    return person ? personPage(visit, person) : notFound()
  }),

  route('popolo', { allowed: anyone, records: 'nothing' }, async (visit) =>
    file({
      mediaType: 'application/json; charset=utf-8',
      body: JSON.stringify(await exportPopolo(visit.read), null, 2),
      downloadAs: `${visit.jurisdiction.slug}-popolo.json`,
    }),
  ),
]

async function personPage(visit: Visit<'person'>, person: Politician) {
  const say = peopleWords.say(visit.lang)
  const [more, said, answered, record, presence, problems, notes, promises, seated] = await Promise.all([
    recordPart(visit, person),
    statementPositionsPart(visit, person),
    answeredBy(visit.read, person.id),
    politicianRecord(visit.read, person.id),
    meetingPresence(visit.read, person.id),
    problemsLedBy(visit.read, person.id),
    notesOf(visit, person),
    visit.jurisdiction.isTold ? [] : promisedBy(visit, person.id),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  const seat = seated.find((one) => one.id === person.id)
  const taken = problems.filter((problem) => problem.sponsors.includes(person.id) && !problem.named.includes(person.id))
  const hidden = await hiddenAmong(
    visit.read,
    taken.map((problem) => problem.id),
  )
  return page({
    title: person.name,
    crumbs: [{ text: say('crumb'), href: visit.to('people') }],
    body: (
      <PersonPage
        say={say}
        reader={visit}
        now={visit.now}
        isTold={visit.jurisdiction.isTold}
        slug={person.slug}
        name={person.name}
        line={lineOf(visit, person)}
        bodies={
          seat
            ? [say('member-of', { bodies: list(visit, seat.bodies) }), wordOf(visit, seat)].filter(Boolean).join('. ')
            : say('now-none')
        }
        answered={answered}
        record={record}
        presence={presence}
        cases={taken
          .filter((problem) => !hidden.has(problem.id))
          .map((problem) => ({ text: problem.question, href: visit.to('journey', { problem: problem.slug }) }))}
        notes={notes}
        more={
          <>
            {said}
            {more}
          </>
        }
        promises={promises}
        prepared={await preparedPart(visit, person)}
      />
    ),
  })
}

async function notesOf(visit: Visit<'person'>, person: Politician): Promise<readonly NoteLine[]> {
  const say = peopleWords.say(visit.lang)
  const notes = await notesBy(visit.read, person.id)
  const [writers, problems, hidden] = await Promise.all([
    bylines(
      visit.read,
      notes.flatMap(({ account, onBehalf }) => (onBehalf === null ? [] : [account])),
    ),
    problemsById(visit.read, [...new Set(notes.map((note) => note.problem))]),
    hiddenAmong(
      visit.read,
      notes.map((note) => note.id),
    ),
  ])
  return notes
    .filter((note) => !hidden.has(note.id))
    .map((note) => {
      const problem = problems.find((one) => one.id === note.problem)
      const day = note.writtenOn ?? (note.source === null ? note.writtenAt : null)
      return {
        ...note,
        case: say('note-case', {
          question: problem?.question ?? '',
          day: day ? visit.time.day(day) : visit.common('unknown'),
        }),
        href: problem ? visit.to('inquiry.notes', { problem: problem.slug }) : visit.to('cases'),
        by:
          note.onBehalf === null
            ? null
            : {
                text: say('note-by', {
                  name: (note.account && writers.get(note.account)?.name) || say('note-by-somebody'),
                  politician: person.name,
                  kind: note.onBehalf,
                }),
                isStaff: note.onBehalf === 'staff',
              },
      }
    })
}

function lineOf(visit: Visit<'people'>, { role, party }: Politician): string {
  const say = peopleWords.say(visit.lang)
  return `${role || say('role')} · ${party ?? say('no-party')}`
}

/** A seat no file tells of says on whose word it is held. */
function wordOf(visit: Visit<'people'>, { origin, startsOn }: SeatedPolitician): string | undefined {
  if (origin === 'given') return undefined
  return peopleWords.say(visit.lang)(`seat-${origin}`, { day: startsOn ? visit.time.day(startsOn) : '' })
}

function list(visit: Visit<'people'>, names: readonly string[]): string {
  return new Intl.ListFormat(visit.lang, { type: 'conjunction' }).format(names)
}
