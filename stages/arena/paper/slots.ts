import { holds } from '@folkmoot/basics/actor.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { loadArena } from '../arena.ts'
import { paperWords } from './messages/words.ts'
import { lettersIn } from './owing.ts'
import { casesWithLetters } from './store.ts'

/** On the bench of clerks and facilitators: who without a computer has not been told yet. */
export async function lettersWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (!holds(visit.actor, 'clerk', 'facilitator')) return []
  const problems = await problemsById(visit.read, await casesWithLetters(visit.read))
  return (await Promise.all(problems.map((problem) => waitingIn(visit, problem)))).flat()
}

async function waitingIn(visit: Visit, problem: Problem): Promise<readonly Waiting[]> {
  const arena = await loadArena(visit.read, problem)
  const letters = await lettersIn(visit.read, problem.id, { arena, now: visit.now })
  if (letters.length === 0) return []
  const say = paperWords.say(visit.lang)
  const [due = null] = letters
    .flatMap(({ offer }) => offer?.answerBy ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
  const act = { text: say('waiting.act'), href: visit.to('arena.paper-letters', { problem: problem.slug }) }
  return [{ due, title: say('waiting.title', { count: letters.length }), detail: problem.question, act }]
}
