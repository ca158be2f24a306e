import { anyone } from '@folkmoot/basics/actor.ts'
import {
  bodies,
  isSeatedOn,
  politicians,
  politiciansById,
  seatsIn,
  todayIn,
  type Body,
  type Seat,
} from '../../platform/directory/index.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { questionsLeft } from '../../stages/inquiry/index.ts'
import { problemNames } from '../../stages/problem/index.ts'
import { byDay } from './by-day.ts'
import { bodyWords } from './messages/words.ts'
import { casesLeft, mostDebts, owedByBody } from './owing.ts'
import { BodyPage, type DebtLine, type LeftLine } from './pages/body-page.tsx'

export const bodyRoutes: readonly Route[] = [
  route('body', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const body = (await bodies(visit.read)).find(({ slug }) => slug === visit.params.body)
    return body ? bodyPage(visit, body) : notFound()
  }),
]

/** A body that leads the place inherits what those who left have begun; a committee only what it owes itself. */
const leading: readonly Body['kind'][] = ['council', 'parliament']

async function bodyPage(visit: Visit<'body'>, body: Body) {
  const { read } = visit
  const say = bodyWords.say(visit.lang)
  const today = todayIn(visit.jurisdiction, visit.now)
  const isLeading = leading.includes(body.kind) && !visit.jurisdiction.isTold
  const [debts, seats, seated, left, asked] = await Promise.all([
    visit.jurisdiction.isTold ? [] : owedByBody(visit, body),
    seatsIn(read, body.id),
    politicians(read, today),
    isLeading ? casesLeft(visit, today) : [],
    isLeading ? questionsLeft(read, today, mostDebts) : [],
  ])
  const [cases, people, hidden] = await Promise.all([
    problemNames(
      read,
      [...debts, ...left, ...asked].flatMap(({ problem }) => problem ?? []),
    ),
    politiciansById(read, [
      ...debts.flatMap(({ said }) => said?.person ?? []),
      ...left.flatMap((one) => one.people),
      ...asked.map(({ to }) => to),
    ]),
    hiddenAmong(
      read,
      asked.map(({ id }) => id),
    ),
  ])
  const sits = new Set(seated.map(({ id }) => id))
  const nameOf = (id: Seat['person']): string => people.get(id)?.name ?? ''
  const lines = debts.map(({ problem, said, ...debt }): DebtLine => {
    const question = problem === null ? '' : (cases.get(problem)?.question ?? '')
    const word = said && { name: nameOf(said.person), day: visit.time.day(said.at) }
    return {
      ...debt,
      line: [
        question === '' ? '' : say('in-case', { question }),
        said && word ? say(sits.has(said.person) ? said.as : `${said.as}-left`, word) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    }
  })
  const leftCaseLines = left.flatMap((one): readonly LeftLine[] => {
    const known = cases.get(one.problem)
    if (!known) return []
    const names = new Intl.ListFormat(visit.lang, { type: 'conjunction' }).format(one.people.map(nameOf).toSorted())
    const href = `${visit.to('problem.page', { problem: known.slug })}#ways-in`
    return [{ text: known.question, href, line: say('left-case', { names }) }]
  })
  const leftQuestionLines = asked.map(({ id, problem, number, question, to, dueAt }): LeftLine => ({
    text: hidden.has(id) ? hiddenWords : question,
    href: visit.to('inquiry.question', { problem: cases.get(problem)?.slug ?? '', number }),
    line: say('left-question', { name: nameOf(to), day: visit.time.day(dueAt) }),
  }))
  return page({
    title: say('title', { body: body.name }),
    crumbs: [{ text: say('crumb'), href: visit.to('people') }],
    body: (
      <BodyPage
        reader={visit}
        say={say}
        now={visit.now}
        name={body.name}
        isTold={visit.jurisdiction.isTold}
        debts={byDay(lines, visit.now)}
        isMore={debts.length >= mostDebts}
        most={mostDebts}
        leftCases={leftCaseLines}
        leftQuestions={leftQuestionLines}
        members={seats.filter((seat) => isSeatedOn(seat, today))}
        gone={goneOf(seats, today)}
        newChair={newChairOf(seats, today)}
      />
    ),
  })
}

/** Who sat here within a year and does not today, by name, with her last day. */
function goneOf(seats: readonly Seat[], today: Temporal.PlainDate): readonly Seat[] {
  const yearAgo = today.subtract({ years: 1 })
  const sits = new Set(seats.filter((seat) => isSeatedOn(seat, today)).map(({ person }) => person))
  const ended = seats.filter(
    ({ person, endsOn }) =>
      !sits.has(person) &&
      endsOn !== null &&
      Temporal.PlainDate.compare(endsOn, today) < 0 &&
      Temporal.PlainDate.compare(endsOn, yearAgo) >= 0,
  )
  return [...Map.groupBy(ended, ({ person }) => person).values()].flatMap((terms) => terms.at(-1) ?? [])
}

const daysNew = 120

/** Whoever leads the body and began not long ago. */
function newChairOf(seats: readonly Seat[], today: Temporal.PlainDate): Seat | undefined {
  const since = today.subtract({ days: daysNew })
  return seats.find(
    (seat) =>
      seat.isChair &&
      isSeatedOn(seat, today) &&
      seat.startsOn !== null &&
      Temporal.PlainDate.compare(seat.startsOn, since) >= 0,
  )
}
