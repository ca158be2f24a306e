import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart, Waiting } from '../../platform/thread/index.ts'
import { seatsOf } from '../arena/index.ts'
import { problemsById, type Problem } from '../problem/index.ts'
import { ideaCount } from './ideas/store.ts'
import { draftWords } from './messages/words.ts'
import { recommendationsOf } from './recommendations.ts'
import * as store from './store.ts'

/** What the journey of a case says of its ideas and its draft. */
export async function draftJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = draftWords.say(visit.lang)
  const [ideas, recommendations, isFrozen] = await Promise.all([
    ideaCount(visit.read, problem.id),
    recommendationsOf(visit.read, problem.id),
    store.isFrozen(visit.read, problem.id),
  ])
  const isTold = problem.source !== null
  const address = { problem: problem.slug }
  const counts = { ideas, recommendations: recommendations.length }
  const state = recommendations.length === 0 ? (ideas === 0 ? 'coming' : 'now') : isFrozen || isTold ? 'done' : 'now'
  const act = { text: say('journey.act'), href: visit.to('draft.ideas', address), effort: say('journey.effort') }
  return {
    state,
    figure: recommendations.length === 0 ? '' : say('journey.figure', counts),
    sentences: [
      recommendations.length === 0
        ? say('journey.ideas', counts)
        : say(isTold ? 'journey.told' : isFrozen ? 'journey.handed-over' : 'journey.draft', counts),
    ],
    links: [
      { text: say('ideas.title'), href: visit.to('draft.ideas', address) },
      { text: say('page.title'), href: visit.to('draft.page', address) },
    ],
    act: isFrozen || isTold ? undefined : act,
  }
}

/** Recommendations on which a member has not said where she stands. */
export async function draftWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (!isSignedIn(visit.actor)) return []
  const { account } = visit.actor
  const say = draftWords.say(visit.lang)
  const open = await store.waitingForStand(visit.read, account)
  const problems = new Map(
    (
      await problemsById(
        visit.read,
        open.map(({ problem }) => problem),
      )
    ).map((one) => [one.id, one]),
  )
  const waiting = await Promise.all(
    open.map(async ({ problem: id, count }) => {
      const problem = problems.get(id)
      const isSeated = (await seatsOf(visit.read, id)).some((seat) => seat.account === account)
      if (!problem || !isSeated) return []
      return [
        {
          due: null,
          title: say('waiting.stand', { count }),
          detail: problem.question,
          act: { text: say('waiting.read'), href: visit.to('draft.page', { problem: problem.slug }) },
        },
      ]
    }),
  )
  return waiting.flat()
}
