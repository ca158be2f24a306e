import { anyone } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { crowdPart, missingLine } from '../../stages/arena/index.ts'
import { shownOpinion, type ShownOpinion } from '../../stages/opinion/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../stages/problem/index.ts'
import { threadOf } from '../thread/thread-of.ts'
import { takenUp, type ThreadMatter } from '../thread/thread-matter.ts'
import { dividing, takeUpLists } from './lists.ts'
import { takeUpWords } from './messages/words.ts'
import { NothingPage } from './pages/nothing-page.tsx'
import { TakeUpPage, type TakenWhere } from './pages/take-up-page.tsx'
import { reasonsGiven } from './reasons.ts'
import { waysOn } from './ways.ts'

export const takeUpRoutes: readonly Route[] = [
  route('journey.take-up', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    if (!problem) return notFound()
    const shown = await shownOpinion(visit, problem)
    return page({
      title: takeUpWords.say(visit.lang)('title'),
      crumbs: problemCrumbs(visit, problem),
      body:
        shown?.shows === 'yes' ? (
          await wholePage(visit, problem, shown)
        ) : (
          <NothingPage reader={visit} say={takeUpWords.say(visit.lang)} {...{ problem, shown }} />
        ),
    })
  }),
]

async function wholePage(visit: Visit, problem: Problem, { results, map }: ShownOpinion) {
  const [{ matter }, reasons, ways, atTheTable, voters] = await Promise.all([
    threadOf(visit, problem),
    reasonsGiven(
      visit.read,
      dividing({ results, map }).map(({ statement }) => statement.id),
    ),
    waysOn(visit, problem),
    missingLine(visit, problem),
    crowdPart(visit, problem, 'voters'),
  ])
  const isTaken = takenUp(matter)
  const lists = takeUpLists({
    results,
    map,
    isTaken: (id) => isTaken({ thing: { kind: 'statement', id }, end: id }),
    reasons: (id) => reasons.get(id) ?? 0,
  })
  return (
    <TakeUpPage
      reader={visit}
      say={takeUpWords.say(visit.lang)}
      {...{ problem, lists, map, ways, atTheTable, voters }}
      where={(statement) => whereIn(matter, statement)}
    />
  )
}

/** The clauses that name it, in the order of the text. */
function whereIn({ recommendations, passages }: ThreadMatter, statement: Id): readonly TakenWhere[] {
  const names = ({ cites }: { readonly cites: readonly Id[] }): boolean => cites.includes(statement)
  return [
    ...recommendations.flatMap(({ number, title, lang, clauses }) =>
      clauses.filter(names).map(({ href }) => ({ recommendation: { number, title, lang }, href })),
    ),
    ...passages.filter(names).map(({ href }) => ({ recommendation: null, href })),
  ]
}
