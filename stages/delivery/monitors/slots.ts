import { holds } from '@folkmoot/basics/actor.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { bodies, todayIn } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Owed, OwedAsked, Waiting } from '../../../platform/thread/index.ts'
import { packageOf } from '../../decision/index.ts'
import { problemsById } from '../../problem/index.ts'
import { hasSeat, ownersIn, stateOf } from './commands.ts'
import { monitorWords } from './messages/words.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** The next report to each follow-up group: owed by the body in public, like everything with a date. */
export async function statusOwed(visit: Visit, asked: OwedAsked): Promise<readonly Owed[]> {
  const { read, jurisdiction } = visit
  const all = await store.runningFollowUps(read, todayIn(jurisdiction, visit.now))
  const running =
    'problems' in asked ? all.filter(({ problem }) => asked.problems.includes(problem)) : all.slice(0, asked.open)
  if (running.length === 0) return []
  const [problems, allBodies, packs] = await Promise.all([
    problemsById(
      read,
      running.map(({ problem }) => problem),
    ),
    bodies(read),
    Promise.all(running.map(({ problem }) => packageOf(read, problem))),
  ])
  const [questions, names] = [
    new Map(problems.map(({ id, question }) => [id, question])),
    new Map(allBodies.map(({ id, name }) => [id, name])),
  ]
  return running.map(({ problem, slug, nextOn }, at) => {
    const body = packs[at]?.body ?? null
    return {
      problem,
      due: endOfDay(nextOn, jurisdiction.timeZone),
      title: monitorWords.say(visit.lang)('owed', { question: questions.get(problem) ?? '' }),
      href: visit.to('delivery.monitors', { problem: slug }),
      owner: (body && names.get(body)) ?? '',
      body,
      isDone: false,
    }
  })
}

/** A report waits for who answers in the case; the question whether she stays, and a word to the latest report, for members. */
export async function monitorsWaiting(visit: Visit, soon: Temporal.PlainDate): Promise<readonly Waiting[]> {
  const { actor } = visit
  if (actor.account === null) return []
  const today = todayIn(visit.jurisdiction, visit.now)
  const running = await store.followUpsFor(visit.read, actor.account, {
    today,
    soon: holds(actor, 'politician', 'clerk') ? soon : null,
  })
  return (await Promise.all(running.map((one) => waitingIn(visit, { one, today, soon })))).flat()
}

type Looking = { readonly one: store.FollowUp; readonly today: Temporal.PlainDate; readonly soon: Temporal.PlainDate }

async function waitingIn(visit: Visit, { one, today, soon }: Looking): Promise<readonly Waiting[]> {
  const { read, actor } = visit
  const [state, owners, monitors, reports, words, isSeated, problems] = await Promise.all([
    stateOf(read, one.problem, today),
    ownersIn(read, one.problem),
    store.monitorsOf(read, one.problem),
    store.statusReportsOf(read, one.problem),
    store.wordsOf(read, one.problem),
    hasSeat(read, one.problem, actor),
    problemsById(read, [one.problem]),
  ])
  const say = monitorWords.say(visit.lang)
  const isMonitor = actor.account !== null && monitors.includes(actor.account)
  const [latest] = reports
  const hasSaid = words.some((word) => word.report === latest?.number && word.by === actor.account)
  const waiting = (which: 'report' | 'word' | 'stay', due: Temporal.PlainDate | null): Waiting => ({
    due: due && endOfDay(due, visit.jurisdiction.timeZone),
    title: say(`waiting.${which}`),
    detail: problems[0]?.question ?? '',
    act: { text: say(`waiting.${which}-act`), href: visit.to('delivery.monitors', { problem: one.slug }) },
  })
  const isSoon = Temporal.PlainDate.compare(one.nextOn, soon) <= 0
  return [
    ...(isSoon && rules.report(state, { owners }, actor).ok ? [waiting('report', one.nextOn)] : []),
    ...(rules.say(state, { isMonitor, hasReport: latest !== undefined, hasSaid }, actor).ok
      ? [waiting('word', null)]
      : []),
    // Asked until the first report has come; afterwards who has not said yes has said no.
    ...(!isMonitor && latest === undefined && rules.stay(state, { hasSeat: isSeated }, actor).ok
      ? [waiting('stay', one.nextOn)]
      : []),
  ]
}
