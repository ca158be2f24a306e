import { holds, isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Reader, Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import type { Owed, Waiting } from '../../../platform/thread/index.ts'
import { slugsOf } from '../naming.ts'
import { questionsOfOrders } from './cards.ts'
import { evidenceWords } from './messages/words.ts'
import { nameOf } from './pages/who-answers.tsx'
import { awaited, mayRunDesk, orderStanding } from './rules.ts'
import { owedBy, stateOf } from './standing.ts'
import { ordersById, ordersWaiting, type WholeOrder } from './store.ts'
import { contestedOrders, objectionsToSettle } from './contested-store.ts'
import { wholeOrders } from './whole.ts'

/** On a desk: what I am to answer, for whom somebody has to be named, and what I contested and got a second answer to. */
export async function evidenceWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (!isSignedIn(actor) || visit.jurisdiction.isTold) return []
  const isDesk = mayRunDesk.allows(actor)
  const mayAnswer = isDesk || holds(actor, 'officer', 'organisation')
  const [waiting, contested, mine] = await Promise.all([
    mayAnswer ? ordersWaiting(read) : [],
    isDesk ? contestedOrders(read) : [],
    objectionsToSettle(read, actor.account),
  ])
  const [whole, doubted, answered] = await Promise.all([
    wholeOrders(read, waiting),
    contestedOf(read, contested),
    ordersById(read, mine),
  ])
  const all = [...whole, ...doubted, ...answered]
  const [slugs, questions] = await Promise.all([slugsOf(read, all), questionsOfOrders(read, all)])
  const say = evidenceWords.say(visit.lang)
  const at = ({ problem, number }: { readonly problem: WholeOrder['problem']; readonly number: number }): string =>
    visit.to('inquiry.ordered', { problem: slugs.get(problem) ?? '', number })
  const first = whole.flatMap((order): readonly Waiting[] => {
    const named = awaited(stateOf(order))
    const detail = questions.get(order.id) ?? ''
    const due = owedBy(order)
    if (named?.account === actor.account)
      return [
        { due, title: say('waiting.give'), detail, act: { text: say('waiting.give-it'), href: `${at(order)}#give` } },
      ]
    if (!isDesk || (named && named.account !== null)) return []
    const what = named ? 'enter' : 'name'
    const act = { text: say(`waiting.${what}-it`), href: `${at(order)}#${named ? 'give' : 'name'}` }
    return [{ due, title: say(`waiting.${what}`), detail, act }]
  })
  const then = (order: { readonly id: WholeOrder['id'] }, what: 'second' | 'settle', href: string): Waiting => ({
    due: null,
    title: say(`waiting.${what}`),
    detail: questions.get(order.id) ?? '',
    act: { text: say(what === 'second' ? 'waiting.name-it' : 'waiting.settle-it'), href },
  })
  return [
    ...first,
    ...doubted.map((order) => then(order, 'second', `${at(order)}#name`)),
    ...answered.map((order) => then(order, 'settle', `${at(order)}#answers`)),
  ]
}

/** Contested, and nobody is asked for a second answer yet. */
async function contestedOf(read: Read, ids: Parameters<typeof ordersById>[1]): Promise<readonly WholeOrder[]> {
  const orders = await wholeOrders(read, await ordersById(read, ids))
  return orders.filter((order) => orderStanding(stateOf(order)) === 'contested' && !awaited(stateOf(order)))
}

/** Every answer to an order that is owed: overdue is public. */
export async function evidenceOwed(read: Read, reader: Reader): Promise<readonly Owed[]> {
  const orders = await wholeOrders(read, await ordersWaiting(read))
  const [slugs, questions, names] = await Promise.all([
    slugsOf(read, orders),
    questionsOfOrders(read, orders),
    bylines(
      read,
      orders.flatMap(({ answerers }) => answerers.map(({ account }) => account)),
    ),
  ])
  const say = evidenceWords.say(reader.lang)
  return orders.flatMap((order) => {
    const due = owedBy(order)
    const named = order.answerers.at(-1)
    if (due === null) return []
    return [
      {
        problem: order.problem,
        due,
        title: say('owed.title', { question: questions.get(order.id) ?? '' }),
        href: reader.to('inquiry.ordered', { problem: slugs.get(order.problem) ?? '', number: order.number }),
        owner: named ? nameOf({ names, answerer: named }) : say('owed.desk'),
        isDone: false,
      },
    ]
  })
}
