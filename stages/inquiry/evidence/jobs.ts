import type { Id } from '@folkmoot/basics/ids.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { staff } from '../../../platform/identity/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { lockedProblem, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { slugsOf } from '../naming.ts'
import { newsOf } from './commands.ts'
import { fallenOverdue, putOverdue } from './overdue-store.ts'
import { awaited } from './rules.ts'
import { isOverdue, owedBy, stateOf } from './standing.ts'
import type { WholeOrder } from './store.ts'
import { wholeOrder } from './whole.ts'

/** The worker's part: the day an ordered fact falls overdue, those whose business it is hear of it, once. */
export async function overduePoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(place), await database.now()]
  const fallen = await fallenOverdue(read, now)
  const slugs = await slugsOf(read, fallen)
  for (const { id, problem, number } of fallen) {
    const slug = slugs.get(problem)
    if (slug === undefined) continue
    // One of which nobody can be told holds up no other.
    await patience({ id: `overdue fact ${id}`, now }, () =>
      database.transact(place, null, async (tx) => {
        const found = await lockedProblem(tx, slug)
        const order = found.ok ? await wholeOrder(tx, found.value.id, number) : undefined
        if (found.ok && order && isOverdue(order, tx.now)) await tellOverdue(tx, found.value, order)
      }),
    )
  }
}

async function tellOverdue(tx: Tx, problem: Problem, order: WholeOrder): Promise<void> {
  const dueAt = owedBy(order)
  if (dueAt === null || !(await putOverdue(tx, order.id, dueAt))) return
  await record(tx, {
    kind: 'inquiry.order-overdue',
    problem: problem.id,
    public: { number: order.number, dueAt: dueAt.toString() },
    time: 'exact',
  })
  const owing = await owingOf(tx, order)
  const chairs = (await seatsOf(tx, problem.id)).flatMap(({ isChair, account }) =>
    isChair && account ? [account] : [],
  )
  const waiting = [order.orderedBy, ...chairs].filter((one) => one !== null && !owing.includes(one))
  const news = async (message: 'told.overdue-yours' | 'told.overdue') =>
    newsOf(tx, problem, { ...order, message, except: null })
  await tellThese(tx, owing, await news('told.overdue-yours'))
  await tellThese(
    tx,
    waiting.filter((one) => one !== null),
    await news('told.overdue'),
  )
}

/** Who was named to answer; for somebody outside whoever named her; where nobody is named, the desk. */
async function owingOf(tx: Tx, order: WholeOrder): Promise<readonly Id<'account'>[]> {
  const named = awaited(stateOf(order))
  if (named?.account) return [named.account]
  const asked = named && order.answerers.find(({ number }) => number === named.number)
  if (asked) return [asked.namedBy]
  const desk = (await staff(tx)).filter(({ role }) => role === 'clerk' || role === 'facilitator')
  return [...new Set(desk.map(({ account }) => account))]
}
