import { href } from '@folkmoot/basics/addresses.ts'
import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { alikeness, isNearQuestion } from '../../../platform/near/index.ts'
import { isConfirmed } from '../../arena/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { balanceOf } from './balance.ts'
import { whoCanAnswer } from './desk-commands.ts'
import type { KeptDocument } from './form.ts'
import { evidenceWords } from './messages/words.ts'
import { DeskPage } from './pages/desk-page.tsx'
import type { OrderParts } from './pages/order-props.ts'
import { OrderPage } from './pages/order-page.tsx'
import * as deskRules from './desk-rules.ts'
import * as findingRules from './finding-rules.ts'
import * as rules from './rules.ts'
import { stateOf } from './standing.ts'
import { ordersOf, type Order, type WholeOrder } from './store.ts'
import { wholeOrder, wholeOrdersOf } from './whole.ts'

/** Zero is nobody's number: what cannot be one is not found. */
export function atOf({ params }: Visit<'inquiry.ordered'>): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : 0 }
}

const mostNear = 3

/** Orders that stand and are near to what is being typed. */
export async function nearOrders(
  { read, params }: Visit<'inquiry.evidence'>,
  question: string,
): Promise<readonly Order[]> {
  const problem = await problemBySlug(read, params.problem)
  if (!problem) return []
  const orders = (await ordersOf(read, problem.id)).filter(
    ({ withdrawnAt, mergedInto }) => withdrawnAt === null && mergedInto === null,
  )
  const hidden = await hiddenAmong(
    read,
    orders.map(({ id }) => id),
  )
  return orders
    .filter(({ id }) => !hidden.has(id))
    .map((order) => ({ order, near: alikeness(order.question, question) }))
    .filter(({ order }) => isNearQuestion(order.question, question))
    .sort((a, b) => b.near - a.near || a.order.number - b.order.number)
    .slice(0, mostNear)
    .map(({ order }) => order)
}

type DeskReply = { readonly errors?: readonly FieldError[]; readonly near?: readonly Order[] }

export async function deskPage(
  visit: Visit<'inquiry.evidence'>,
  { errors = [], near = [] }: DeskReply = {},
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [orders, isGroupConfirmed] = await Promise.all([
    wholeOrdersOf(visit.read, problem.id),
    isConfirmed(visit.read, problem.id),
  ])
  const [hidden, names] = await Promise.all([hiddenIn(visit, orders), namesIn(visit, orders)])
  const isTold = visit.jurisdiction.isTold || problem.source !== null
  const counted = orders.flatMap(({ findings }) => findings.filter(({ id }) => !hidden.has(id)).map(({ side }) => side))
  return page({
    title: evidenceWords.say(visit.lang)(isTold ? 'desk.told-title' : 'desk.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 || near.length > 0 ? 422 : 200,
    body: (
      <DeskPage
        reader={visit}
        say={evidenceWords.say(visit.lang)}
        now={visit.now}
        typed={visit.form.typed}
        mayOrder={rules.order({ problem: problem.id, isTold, isGroupConfirmed }, visit.actor).ok}
        within={rules.wantedWithin.map((days) => ({
          days,
          deadline: visit.time.day(
            deadlineAfter(visit.now, { count: Number(days), unit: 'working-days' }, visit.jurisdiction),
          ),
        }))}
        balance={balanceOf(counted)}
        {...{ problem, orders, hidden, names, errors, near, isTold }}
      />
    ),
  })
}

export type OrderReply = { readonly errors?: readonly FieldError[]; readonly kept?: KeptDocument | undefined }

export async function orderPage(
  visit: Visit<'inquiry.ordered'>,
  { errors = [], kept }: OrderReply = {},
): Promise<Reply> {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const order = problem && (await wholeOrder(visit.read, problem.id, number))
  if (!problem || !order) return notFound()
  const all = await ordersOf(visit.read, problem.id)
  const around = {
    into: all.find(({ id }) => id === order.mergedInto),
    from: all.filter((o) => o.mergedInto === order.id),
  }
  const [hidden, names, files, known] = await Promise.all([
    hiddenIn(visit, [order, ...all.map((one) => ({ ...one, findings: [], objections: [], answerers: [] }))]),
    namesIn(visit, [order]),
    filesOf(
      visit.read,
      order.findings.map(({ id }) => id),
    ),
    rules.mayRunDesk.allows(visit.actor) ? whoCanAnswer(visit.read, problem) : [],
  ])
  const say = evidenceWords.say(visit.lang)
  const parts: OrderParts = {
    files: files.map((file) => ({
      ...file,
      href: href('file', { jurisdiction: visit.jurisdiction.slug, hash: file.hash }),
    })),
    others: all.filter(
      (one) => one.id !== order.id && one.withdrawnAt === null && one.mergedInto === null && !hidden.has(one.id),
    ),
    may: mayDo(visit, problem, order),
    isVisitor: !visit.jurisdiction.isTold && !isSignedIn(visit.actor),
    today: visit.now.toZonedDateTimeISO(visit.jurisdiction.timeZone).toPlainDate().toString(),
    known,
    around,
    kept,
  }
  const list = { text: say('desk.title'), href: visit.to('inquiry.evidence', { problem: problem.slug }) }
  return page({
    title: hidden.has(order.id) ? say('desk.number', { number }) : order.question,
    crumbs: [...problemCrumbs(visit, problem), list],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <OrderPage
        reader={visit}
        say={say}
        now={visit.now}
        typed={visit.form.typed}
        {...{ errors, problem, order, hidden, names, parts }}
      />
    ),
  })
}

/** What this reader may do here now: the same rules the commands ask, with words that would do. */
function mayDo(visit: Visit, problem: Problem, order: WholeOrder): OrderParts['may'] {
  const { actor, now } = visit
  const state = stateOf(order)
  if (visit.jurisdiction.isTold || problem.source !== null || order.source !== null) return nothing
  const someday = now.add({ hours: 24 })
  const naming: deskRules.Naming = {
    kind: 'officer',
    isKnown: true,
    outside: { name: '', position: '', interest: '', hasAgreed: false },
    dueAt: someday,
    wantedBy: null,
    laterWords: '',
  }
  const words = { reason: 'to be given', source: 'to be given' }
  return {
    name: deskRules.name(state, naming, { actor, now }).ok,
    give: findingRules.give(state, { hasApproved: true }, actor).ok,
    contest: order.findings
      .filter(({ number }) => findingRules.contest(state, { finding: number, ...words }, actor).ok)
      .map(({ number }) => number),
    settle: order.objections
      .filter(({ number }) => findingRules.settle(state, number, actor).ok)
      .map(({ number }) => number),
    withdraw: rules.withdraw(state, words.reason, actor).ok,
    merge:
      rules.mayRunDesk.allows(actor) && order.findings.length === 0 && rules.withdraw(state, words.reason, actor).ok,
    part: rules.part(state, actor).ok,
  }
}

const nothing: OrderParts['may'] = {
  name: false,
  give: false,
  contest: [],
  settle: [],
  withdraw: false,
  merge: false,
  part: false,
}

function hiddenIn({ read }: Visit, orders: readonly WholeOrder[]) {
  const ids = orders.flatMap(({ id, findings, objections }) => [
    id,
    ...findings.map((one) => one.id),
    ...objections.map((one) => one.id),
  ])
  return hiddenAmong(read, ids)
}

function namesIn({ read }: Visit, orders: readonly WholeOrder[]) {
  return bylines(
    read,
    orders.flatMap(({ orderedBy, withdrawnBy, answerers, findings, objections }) => [
      orderedBy,
      withdrawnBy,
      ...answerers.map(({ account }) => account),
      ...findings.map(({ givenBy }) => givenBy),
      ...objections.map(({ contestedBy }) => contestedBy),
    ]),
  )
}
