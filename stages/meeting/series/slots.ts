import { holds } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { problemsById } from '../../problem/index.ts'
import { seriesWords } from './messages/words.ts'
import { openWishes } from './store.ts'

/** Wishes wait for those whose yes they need: the chair for all of them, a facilitator for a meeting to be moved. */
export async function wishesWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { account } = visit.actor
  if (account === null) return []
  const say = seriesWords.say(visit.lang)
  const wishes = await openWishes(visit.read)
  const problems = await problemsById(visit.read, [...new Set(wishes.map(({ problem }) => problem))])
  const waiting = await Promise.all(
    problems.map(async (problem) => {
      const chairs = (await seatsOf(visit.read, problem.id)).some((seat) => seat.isChair && seat.account === account)
      const hers = wishes.filter(
        (wish) =>
          wish.problem === problem.id &&
          (chairs || (wish.kind === 'move' && holds(visit.actor, 'facilitator', 'clerk'))),
      )
      return hers.map(({ number }) => ({
        due: null,
        title: say('waiting.wish'),
        detail: problem.question,
        act: {
          text: say('waiting.answer'),
          href: `${visit.to('meeting.wishes', { problem: problem.slug })}#wish-${number}`,
        },
      }))
    }),
  )
  return waiting.flat()
}
