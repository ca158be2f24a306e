import { anyone } from '@folkmoot/basics/actor.ts'
import { bodies, placeWord } from '../../platform/directory/index.ts'
import { page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { upcomingMeetings } from '../../stages/meeting/index.ts'
import {
  collectingLines,
  countByState,
  listed,
  problemsById,
  unclaimedProblems,
  type Problem,
} from '../../stages/problem/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { threadGraph } from '../thread/thread-graph.ts'
import { threadOf } from '../thread/thread-of.ts'
import { meetingLine } from '../meeting-line.ts'
import { inCases, owedAtHome } from '../owed/owed.ts'
import { sorted } from '../owed/sorted.ts'
import { caseLines } from './case-line.ts'
import { casesPage } from './cases.tsx'
import { changeOf, type Change } from './change-of.ts'
import { homeWords } from './messages/words.ts'
import { HomePage } from './pages/home-page.tsx'

// A card asks each stage where the case stands; so the home shows a handful and the list the rest.
const most = { cards: 6, looked: 10, fresh: 4, collecting: 3, owed: 4, changed: 3, meetings: 3 } as const

export const homeRoutes: readonly Route[] = [
  route('home', { allowed: anyone, records: 'nothing' }, (visit) => homePage(visit)),

  route('cases', { allowed: anyone, records: 'nothing' }, (visit) => casesPage(visit)),
]

async function homePage(visit: Visit<'home'>) {
  const place = visit.jurisdiction
  const say = homeWords.say(visit.lang)
  const [led, counts, meetings, fresh, collecting] = await Promise.all([
    listed(visit.read, { limit: most.looked, order: 'newest', isLed: true }),
    countByState(visit.read),
    upcomingMeetings(visit.read, { from: visit.now, limit: most.meetings }),
    unclaimedProblems(visit.read, most.fresh),
    collectingLines(visit.read, visit.now, most.collecting),
  ])
  const taken = led.map(({ problem }) => problem)
  const owed = await owedAtHome(visit, {
    limit: most.owed,
    problems: [...taken, ...fresh].map(({ id }) => id),
  })
  const looked = await caseLines(visit, taken, owed.inThese)
  const told = looked.filter((one) => one.isTold)
  // Of a case told from sources nothing is open here: it is there to be read.
  const open = looked.filter((one) => !one.isTold && one.present !== undefined)
  // What followed on what in a told case no source says: its thread shows what is joined, the home claims no change.
  const live = taken.filter((problem) => problem.source === null)
  const [changes, cases] = await Promise.all([
    changesOf(
      visit,
      live.filter((problem) => isAnswered(looked.find((one) => one.slug === problem.slug)?.step)),
    ),
    problemsById(
      visit.read,
      meetings.map((meeting) => meeting.problem),
    ).then((found) => new Map(found.map((one) => [one.id, one]))),
  ])
  const pressing = await inCases(visit, owed.pressing)
  const council = placeWord(place, 'council', visit.lang) ?? (await councilName(visit)) ?? say(`council.${place.level}`)
  const title = place.isTold ? say('title-told', { place: place.name }) : say('title', { council })
  return page({
    title,
    isWide: true,
    isHome: true,
    body: (
      <HomePage
        reader={visit}
        say={say}
        now={visit.now}
        title={title}
        isTold={place.isTold}
        total={[...counts.values()].reduce((sum, one) => sum + one, 0)}
        cases={[...open, ...told].slice(0, most.cards)}
        openCount={open.length}
        // Each stands in one list: how far it has come says more than that it is new.
        fresh={fresh.filter(({ slug }) => !collecting.some((one) => one.slug === slug))}
        collecting={collecting}
        owed={pressing}
        counts={owed.counts}
        lateBy={lateIn(owed.inThese, visit.now)}
        changes={changes}
        meetings={meetings.flatMap((meeting) => {
          const its = cases.get(meeting.problem)
          if (!its) return []
          const line = meetingLine(visit, meeting, its.slug)
          return [{ ...line, line: `${line.line} · ${say('in-case', { question: its.question })}` }]
        })}
      />
    ),
  })
}

/** Since when what is owed in a case is overdue. */
function lateIn(owed: readonly Owed[], now: Temporal.Instant): ReadonlyMap<Problem['id'], Temporal.Instant> {
  const late = sorted(owed, now).late.flatMap(({ problem, due }) => (problem === null ? [] : [[problem, due] as const]))
  return new Map(late)
}

/** As its first council is called, where the place has no word of its own. */
async function councilName({ read }: Visit<'home'>): Promise<string | undefined> {
  return (await bodies(read)).find(({ kind }) => kind === 'council' || kind === 'parliament')?.name
}

/** From the council's answer on there is something that changed. */
function isAnswered(step: number | undefined): boolean {
  return step !== undefined && step >= 5
}

async function changesOf(visit: Visit<'home'>, problems: readonly Problem[]): Promise<readonly Change[]> {
  const threads = await Promise.all(problems.slice(0, most.changed).map((problem) => threadOf(visit, problem)))
  return threads.flatMap(({ matter, words }) => changeOf(threadGraph(matter, words, { most: Infinity })) ?? [])
}
