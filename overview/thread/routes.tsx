import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { file, notFound, page, route, type Route } from '../../platform/http/index.ts'
import { isFrozen } from '../../stages/draft/index.ts'
import { problemBySlug, problemCrumbs } from '../../stages/problem/index.ts'
import { countsOf } from './counts.ts'
import { fateKinds, fateOf } from './fate.ts'
import { groupPage } from './show.tsx'
import { threadWords } from './messages/words.ts'
import { FatePage } from './pages/fate-page.tsx'
import { ThreadPage } from './pages/thread-page.tsx'
import { threadCsv } from './thread-csv.ts'
import { threadGraph } from './thread-graph.ts'
import { threadOf } from './thread-of.ts'

export const threadRoutes: readonly Route[] = [
  route('thread.page', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    if (!problem) return notFound()
    const say = threadWords.say(visit.lang)
    const { matter, words, picture } = await threadOf(visit, problem)
    return page({
      title: say('thread'),
      crumbs: problemCrumbs(visit, problem),
      isWide: true,
      body: (
        <ThreadPage
          reader={visit}
          {...{ say, picture }}
          now={visit.now}
          slug={problem.slug}
          question={problem.question}
          language={problem.language}
          isTold={problem.source !== null}
          table={threadGraph(matter, words, { most: Infinity })}
          counts={countsOf(matter)}
          isOver={matter.isOver}
          sourceNames={words.source}
        />
      ),
    })
  }),

  route('thread.group', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    return problem ? groupPage(visit, problem) : notFound()
  }),

  route('thread.fate', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    const kind = fateKinds.find((one) => one === visit.params.kind)
    const id = kind && parseId(kind, visit.params.thing)
    const fate = problem && kind && id && (await fateOf(visit, { kind, id }))
    // What belongs to another case has its strand there.
    if (!fate || !isIn(problem.slug, fate.card.path)) return notFound()
    const say = threadWords.say(visit.lang)
    const isOver = problem.source !== null || (await isFrozen(visit.read, problem.id))
    return page({
      title: say('fate.became'),
      crumbs: [
        ...problemCrumbs(visit, problem),
        { text: say('crumb'), href: visit.to('thread.page', { problem: problem.slug }) },
      ],
      body: (
        <FatePage
          reader={visit}
          {...{ say, fate, isOver }}
          slug={problem.slug}
          question={problem.question}
          language={problem.language}
          isTold={problem.source !== null}
        />
      ),
    })
  }),

  route('thread.data', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    if (!problem) return notFound()
    const say = threadWords.say(visit.lang)
    const { matter, words } = await threadOf(visit, problem)
    const head = [
      say('csv.from-column'),
      say('csv.from'),
      say('csv.to-column'),
      say('csv.to'),
      say('csv.weight'),
      say('csv.state'),
    ]
    return file({
      mediaType: 'text/csv; charset=utf-8',
      downloadAs: `${problem.slug}-thread.csv`,
      body: threadCsv(threadGraph(matter, words, { most: Infinity }), {
        head,
        promised: say('csv.promised'),
        done: say('csv.done'),
      }),
    })
  }),
]

function isIn(slug: string, path: string): boolean {
  return path === `/problems/${slug}` || path.startsWith(`/problems/${slug}/`)
}
