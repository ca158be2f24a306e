import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import * as answerStore from '../answers/store.ts'
import { record } from '../facts.ts'
import { invitedTo } from '../questions/invited.ts'
import { packagesById } from '../store.ts'
import { resultOf } from './results.ts'
import { isClosed, ratingClosesAt } from './rules.ts'
import { keepResult, ratingsOf, toKeep, type ToKeep } from './store.ts'

/** The worker's part: what a rating came to is kept when it has closed, once, with how many could rate it then. */
export async function ratingsPoll(
  database: Database,
  place: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const now = await database.now()
  for (const found of await toKeep(database.read(place), now)) {
    await patience({ id: `rating of answer ${found.answer}`, now }, () =>
      database.transact(place, null, (tx) => keep(tx, found)),
    )
  }
}

/** Under the lock that whoever rates takes, too, and by the rule that closes it for her. */
async function keep(tx: Tx, { pack: id, answer: kept }: ToKeep): Promise<void> {
  await lockExclusive(tx, id)
  const [now, calendar, [pack]] = await Promise.all([clock(tx), ownCalendar(tx), packagesById(tx, [id])])
  const item = (await answerStore.itemsOf(tx, [id])).find(({ answer }) => answer?.id === kept)
  if (!pack || !item?.answer) return
  const { answer } = item
  const closesAt = ratingClosesAt({ closedAt: pack.closedAt, answeredAt: answer.answeredAt }, calendar)
  if (closesAt === null || !isClosed({ closesAt, now })) return
  const given = await ratingsOf(tx, answer)
  const invited = await invitedTo(tx, { problem: pack.problem, recommendations: [item.recommendation] })
  const result = {
    could: Math.max(invited.size, given.length),
    rated: given.length,
    wasReasoned: resultOf(given, 'wasReasoned') ?? null,
    didAnswer: resultOf(given, 'didAnswer') ?? null,
  }
  const isShown = result.wasReasoned !== null || result.didAnswer !== null
  if (!(await keepResult(tx, answer, { ...result, closesAt, now }))) return
  await record(tx, {
    kind: 'decision.rating-closed',
    problem: pack.problem,
    // Of too few not even how many.
    public: {
      number: item.number,
      version: answer.version,
      result: isShown ? (JSON.parse(JSON.stringify(result)) as JsonObject) : null,
    },
    time: 'exact',
  })
}
