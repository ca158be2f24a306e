import { todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { deliveryWords } from '../messages/words.ts'
import { hasSeat, ownersIn, stateOf } from './commands.ts'
import { monitorWords } from './messages/words.ts'
import { MonitorsPage } from './pages/monitors-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

type AtProblem = Visit & { readonly params: { readonly problem: string } }

export async function monitorsPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { read, actor } = visit
  const today = todayIn(visit.jurisdiction, visit.now)
  const [state, followUp, monitors, reports, words, owners, isSeated] = await Promise.all([
    stateOf(read, problem.id, today),
    store.followUpOf(read, problem.id),
    store.monitorsOf(read, problem.id),
    store.statusReportsOf(read, problem.id),
    store.wordsOf(read, problem.id),
    ownersIn(read, problem.id),
    hasSeat(read, problem.id, actor),
  ])
  const [authors, hidden] = await Promise.all([
    bylines(read, [
      ...monitors,
      ...reports.map(({ by }) => by),
      ...words.flatMap(({ by, repliedBy }) => [by, repliedBy]),
    ]),
    hiddenAmong(
      read,
      words.map(({ id }) => id),
    ),
  ])
  const isMonitor = actor.account !== null && monitors.includes(actor.account)
  const [latest] = reports
  const hasSaid = words.some((word) => word.report === latest?.number && word.by === actor.account)
  const isRunning = rules.isRunning(state)
  const say = monitorWords.say(visit.lang)
  return page({
    title: `${say('title')}: ${problem.question}`,
    crumbs: [
      ...problemCrumbs(visit, problem),
      {
        text: deliveryWords.say(visit.lang)('page.title'),
        href: visit.to('delivery.page', { problem: problem.slug }),
      },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MonitorsPage
        reader={visit}
        typed={visit.form.typed}
        {...{ say, today, errors, problem, followUp, isRunning, monitors, reports, words, authors, hidden, hasSaid }}
        may={{
          lead: rules.leads(state, actor) && state.isAnswered && (isRunning || state.endsOn === null),
          stay: !isMonitor && rules.stay(state, { hasSeat: isSeated }, actor).ok,
          leave: isMonitor && isRunning,
          report: rules.report(state, { owners }, actor).ok,
          reply: rules.reports(state, owners, actor),
          speak: rules.say(state, { isMonitor, hasReport: latest !== undefined, hasSaid }, actor).ok,
        }}
      />
    ),
  })
}
