import type { Visit } from '../../../platform/http/index.ts'
import { mayModerate } from '../../../platform/moderation/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { opinionWords } from '../messages/words.ts'
import { dueAfter } from './rules.ts'
import { allWaiting } from './store.ts'

/** On the desk of whoever moderates: one line for each case in which statements wait, by the day of the oldest. */
export async function opinionWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (!mayModerate.allows(visit.actor) || visit.jurisdiction.isTold) return []
  const say = opinionWords.say(visit.lang)
  const byCase = Map.groupBy(await allWaiting(visit.read), ({ slug }) => slug)
  return [...byCase].flatMap(([slug, waiting]): readonly Waiting[] => {
    const [oldest] = waiting
    if (!oldest) return []
    return [
      {
        due: dueAfter(oldest.writtenAt, oldest.closesAt, visit.jurisdiction),
        title: say('waiting.on-desk', { count: waiting.length }),
        detail: '',
        act: { text: say('waiting.on-desk-act'), href: visit.to('opinion.waiting', { problem: slug }) },
      },
    ]
  })
}
