import { holds } from '@folkmoot/basics/actor.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById } from '../../problem/index.ts'
import { onBehalfWords } from './messages/words.ts'
import { graceEnd } from './rules.ts'
import { unconfirmedFor } from './store.ts'

/** On the bench of clerks and facilitators: what a colleague wrote down and this one can confirm. */
export async function unconfirmedWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { account } = visit.actor
  if (account === null || !holds(visit.actor, 'clerk', 'facilitator')) return []
  const waiting = await unconfirmedFor(visit.read, account)
  if (waiting.length === 0) return []
  const [calendar, problems] = [
    await ownCalendar(visit.read),
    await problemsById(
      visit.read,
      waiting.map(({ problem }) => problem),
    ),
  ]
  const say = onBehalfWords.say(visit.lang)
  return waiting.flatMap(({ problem: id, count, answerBy }) => {
    const problem = problems.find((one) => one.id === id)
    if (!problem) return []
    const act = { text: say('waiting.act'), href: visit.to('arena.staff-records', { problem: problem.slug }) }
    const due = answerBy ? graceEnd(answerBy, calendar) : null
    return [{ due, title: say('waiting.title', { count }), detail: problem.question, act }]
  })
}
