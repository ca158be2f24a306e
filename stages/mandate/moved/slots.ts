import { holds, holdsIn } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemNames } from '../../problem/index.ts'
import { movedWords } from './messages/words.ts'
import { movesWaiting } from './store.ts'

/** On the desk of a chair: votes on what moves to a group, written down by somebody else. */
export async function movesWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  if (visit.jurisdiction.isTold || !holds(actor, 'body-chair')) return []
  const mine = (await movesWaiting(read)).filter(
    ({ body, draftedBy }) => holdsIn(actor, body, 'body-chair') && draftedBy !== actor.account,
  )
  const named = await problemNames(read, [...new Set(mine.map(({ problem }) => problem))])
  const say = movedWords.say(visit.lang)
  return mine.flatMap(({ problem, number, what }) => {
    const slug = named.get(problem)?.slug
    if (slug === undefined) return []
    const href = `${visit.to('mandate.moved', { problem: slug })}#move-${number}`
    return [{ due: null, title: say('waiting.confirm'), detail: what, act: { text: say('confirm.send'), href } }]
  })
}
