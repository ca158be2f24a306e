import { anyone } from '@folkmoot/basics/actor.ts'
import { file, page, route, type Reply, type Route, type Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { problemNames, type NamedProblem } from '../../stages/problem/index.ts'
import { atomFeed } from '../record/feed.ts'
import { owedCalendar } from './calendar.ts'
import { figuresTable } from './figures.ts'
import { figurePage, figuresPage } from './figures-show.tsx'
import { choicesOf, filterOf, isFiltered, queryOf, type OwedFilter } from './filter.ts'
import { owedWords } from './messages/words.ts'
import { owedNews } from './news.ts'
import { allOwed, inCases, most, owedBy, pressingOwed } from './owed.ts'
import { OwedPage, type OwedLine } from './pages/owed-page.tsx'
import { firstOf, isTooLate, sorted } from './sorted.ts'

export const owedRoutes: readonly Route[] = [
  route('owed', { allowed: anyone, records: 'nothing' }, (visit) => owedPage(visit)),

  route('owed.feed', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const filter = await filterOf(visit)
    const news = await owedNews(visit, filter)
    const query = queryOf(filter)
    return file({
      mediaType: 'application/atom+xml; charset=utf-8',
      body: atomFeed({
        lang: visit.lang,
        title: nameOf(visit, filter),
        self: `${visit.origin}${visit.to('owed.feed')}${query}`,
        home: `${visit.origin}${visit.to('owed')}${query}`,
        now: visit.now,
        items: news.map(({ path, ...one }) => ({ ...one, link: `${visit.origin}${path}` })),
      }),
    })
  }),

  route('owed.calendar', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const filter = await filterOf(visit)
    const { owed } = await (isFiltered(filter) ? owedBy(visit, filter) : allOwed(visit))
    const say = owedWords.say(visit.lang)
    // Of a told place nothing is owed by us: its dates are history.
    const open = visit.jurisdiction.isTold ? [] : owed.filter(({ isDone }) => !isDone)
    const events = (await inCases(visit, open)).map(({ title, owner, question, href, due }) => ({
      path: href.replace(`/${visit.lang}/`, '/'),
      title,
      description: [owner === '' ? say('owner-none') : say('owner', { name: owner }), say('case', { question })].join(
        '\n',
      ),
      url: `${visit.origin}${href}`,
      day: due.toZonedDateTimeISO(visit.jurisdiction.timeZone).toPlainDate(),
    }))
    return file({
      mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
      body: owedCalendar({
        name: nameOf(visit, filter),
        lang: visit.lang,
        place: visit.jurisdiction.slug,
        now: visit.now,
        events,
      }),
    })
  }),

  route('owed.figures', { allowed: anyone, records: 'nothing' }, (visit) => figuresPage(visit)),

  // The table stands before the rows of one figure.
  route('owed.table', { allowed: anyone, records: 'nothing' }, async (visit) =>
    file({ mediaType: 'text/csv; charset=utf-8', body: await figuresTable(visit), downloadAs: 'what-we-owe.csv' }),
  ),

  route('owed.figure', { allowed: anyone, records: 'nothing' }, (visit) => figurePage(visit)),
]

function nameOf(visit: Visit, { body, person }: OwedFilter): string {
  const whose = [visit.jurisdiction.name, body?.name, person?.name].filter((part) => part !== undefined).join(', ')
  return `${whose}: ${owedWords.say(visit.lang)('title')}`
}

async function owedPage(visit: Visit): Promise<Reply> {
  const say = owedWords.say(visit.lang)
  const [filter, choices] = await Promise.all([filterOf(visit), choicesOf(visit)])
  const howMuch = visit.query.get('all') === 'yes' ? most : pressingOwed
  const { owed, sum } = await (isFiltered(filter) ? owedBy(visit, filter) : allOwed(visit, howMuch))
  const { late, coming, done } = sorted(firstOf(owed, howMuch), visit.now)
  const problems = await problemNames(
    visit.read,
    [...late, ...coming, ...done].flatMap((one) => one.problem ?? []),
  )
  const lines = (list: readonly Owed[]): readonly OwedLine[] =>
    list.map((one) => lineOf(visit, one, one.problem === null ? undefined : problems.get(one.problem)))
  return page({
    title: isFiltered(filter) ? nameOf(visit, filter) : say('title'),
    body: (
      <OwedPage
        say={say}
        reader={visit}
        now={visit.now}
        isTold={visit.jurisdiction.isTold}
        filter={filter}
        choices={choices}
        late={lines(late)}
        coming={lines(coming)}
        done={lines(done)}
        sum={sum}
        moreAt={howMuch === most ? null : `${visit.to('owed')}${queryOf(filter, [['all', 'yes']])}`}
      />
    ),
  })
}

function lineOf(visit: Visit, one: Owed, problem: NamedProblem | undefined): OwedLine {
  const say = owedWords.say(visit.lang)
  const owner = one.owner === '' ? say('owner-none') : say('owner', { name: one.owner })
  const late = isTooLate(one) && one.doneAt ? [say('too-late', { day: visit.time.day(one.doneAt) })] : []
  const its = problem ? [say('case', { question: one.question ?? problem.question })] : []
  return { ...one, line: [...late, owner, ...its].join(' · ') }
}
