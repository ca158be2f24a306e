import type { Id } from '@folkmoot/basics/ids.ts'
import { isInTransaction } from './database.ts'

/** Answers everything that was asked at once, in the same order. */
export type AnswerAll<Where, Asked, Answer> = (where: Where, asked: readonly Asked[]) => Promise<readonly Answer[]>

type Waiting<Asked, Answer> = {
  readonly asked: Asked
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** More than this at once would make one round long for who comes first. */
const mostInRound = 200

/**
 * What is asked in the same moment, or while one round is under way, goes together in the next: alone it goes at once, under load many
 * share one trip to the database and one commit. Nothing waits for a timer, nothing is kept: each answer was read or written after
 * it was asked for. One round at a time for each `where` and jurisdiction. When a round fails over a value one of them
 * brought, each is tried alone, so that nobody pays for a neighbour.
 */
export function together<Where extends object, Asked, Answer>(
  answerAll: AnswerAll<Where, Asked, Answer>,
): (where: Where, jurisdiction: Id<'jurisdiction'>, asked: Asked) => Promise<Answer> {
  type Queue = Waiting<Asked, Answer>[]
  const queues = new WeakMap<Where, Map<Id<'jurisdiction'>, Queue>>()

  async function alone(where: Where, asked: Asked): Promise<Answer> {
    const [answer] = await answerAll(where, [asked])
    return answer as Answer // as many answers as asked
  }

  async function round(where: Where, waiting: Queue): Promise<void> {
    try {
      const answers = await answerAll(
        where,
        waiting.map(({ asked }) => asked),
      )
      waiting.forEach(({ resolve }, at) => resolve(answers[at] as Answer)) // as many answers as asked
    } catch (error) {
      if (waiting.length === 1 || !isOverAValue(error)) {
        for (const { reject } of waiting) reject(error)
        return
      }
      for (const { asked, resolve, reject } of waiting) await alone(where, asked).then(resolve, reject)
    }
  }

  return (where, jurisdiction, asked) => {
    // Inside a transaction nobody else is waited for: the act belongs to it, or is refused by `transact`.
    if (isInTransaction()) return alone(where, asked)
    const ofWhere = queues.get(where) ?? new Map<Id<'jurisdiction'>, Queue>()
    queues.set(where, ofWhere)
    return new Promise<Answer>((resolve, reject) => {
      const isUnderWay = ofWhere.get(jurisdiction)
      if (isUnderWay) {
        isUnderWay.push({ asked, resolve, reject })
        return
      }
      const queue: Queue = [{ asked, resolve, reject }]
      ofWhere.set(jurisdiction, queue)
      void (async () => {
        await Promise.resolve() // what is asked in the same moment goes along
        while (queue.length > 0) await round(where, queue.splice(0, mostInRound))
        ofWhere.delete(jurisdiction)
      })()
    })
  }
}

/** Classes 22 and 23 of SQLSTATE: a value the database cannot take, or a constraint it breaks. */
function isOverAValue(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^2[23]/.test(code)
}
