import { anyone } from '@folkmoot/basics/actor.ts'
import {
  notFound,
  page,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { packageOf } from '../../decision/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { outcomeCrumbs } from '../crumbs.ts'
import { mayPrepare, mayPrepareHere } from '../rules.ts'
import { computeLegitimacies } from './computing.ts'
import { method } from './figures.ts'
import { legitimaciesWords } from './messages/words.ts'
import { LegitimaciesPage } from './pages/legitimacies-page.tsx'
import { computedOf, figuresElsewhere } from './store.ts'
import { yearsPage, yearsTable } from './years-show.tsx'

export const legitimaciesRoutes: readonly Route[] = [
  route('legitimacies', { allowed: anyone, records: 'nothing' }, (visit) => yearsPage(visit)),
  route('legitimacies.table', { allowed: anyone, records: 'nothing' }, (visit) => yearsTable(visit)),
  route('outcome.legitimacies', { allowed: anyone, records: 'nothing' }, (visit) => show(visit)),

  route('outcome.compute', { allowed: mayPrepare, records: ['outcome.legitimacies-computed'] }, async (visit) => {
    const { problem: slug } = visit.params
    const say = legitimaciesWords.say(visit.lang)
    const computed = await computeLegitimacies(visit.database, visit.actor, slug)
    if (computed.ok)
      return redirectSaying(visit.to('outcome.legitimacies', { problem: slug }), {
        text: say('done.computed'),
        next: say('done.computed-next'),
      })
    return computed.refusal === 'no-such-problem' ? notFound() : refused(say(`refused.${computed.refusal}`))
  }),
]

async function show(visit: Visit & { readonly params: { readonly problem: string } }): Promise<Reply> {
  const { read, jurisdiction, actor } = visit
  const problem = await problemBySlug(read, visit.params.problem)
  if (!problem) return notFound()
  const [computed, elsewhere, pack] = await Promise.all([
    computedOf(read, problem.id),
    figuresElsewhere(read, { problem: problem.id, method }),
    packageOf(read, problem.id),
  ])
  const say = legitimaciesWords.say(visit.lang)
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: [
      ...outcomeCrumbs(visit, problem),
      { text: say('page.title'), href: visit.to('outcome.legitimacies', { problem: problem.slug }) },
    ],
    isWide: true,
    body: (
      <LegitimaciesPage
        reader={visit}
        {...{ say, problem, computed, elsewhere }}
        mayCompute={!jurisdiction.isTold && mayPrepareHere(pack?.body ?? null, actor)}
      />
    ),
  })
}
