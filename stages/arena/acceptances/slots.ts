import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { loadArena } from '../arena.ts'
import { arenaWords } from '../messages/words.ts'
import { problemsSatIn } from '../store.ts'
import { fills } from './rules.ts'
import { casesLeftSince, offersTo } from './store.ts'
import { freeSeats } from './vacancy-rules.ts'

/** Seats offered to whoever looks: her yes or no is due. */
export async function offersWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { account } = visit.actor
  if (account === null) return []
  const say = arenaWords.say(visit.lang)
  const offers = (await offersTo(visit.read, account)).filter(
    ({ answerBy }) => Temporal.Instant.compare(visit.now, answerBy) <= 0,
  )
  const problems = await problemsById(
    visit.read,
    offers.map(({ problem }) => problem),
  )
  return offers.flatMap(({ problem: id, answerBy }) => {
    const problem = problems.find((one) => one.id === id)
    if (!problem) return []
    const act = { text: say('waiting.offer-act'), href: visit.to('arena.offer', { problem: problem.slug }) }
    return [{ due: answerBy, title: say('waiting.offer'), detail: problem.question, act }]
  })
}

/** A seat nobody has filled by then is left free on purpose. */
const remembered = { hours: 24 * 60 } as const

/** In groups that have begun: seats left lately that can be offered anew, and a chair that is missing. */
export async function vacanciesWaitingFor(visit: Visit, led: readonly Id<'problem'>[]): Promise<readonly Waiting[]> {
  const { person } = visit.actor
  if (person === null) return []
  const own = [...new Set([...led, ...(await problemsSatIn(visit.read, { person }))])]
  const left = await casesLeftSince(visit.read, own, visit.now.subtract(remembered))
  const problems = await problemsById(visit.read, left)
  return (await Promise.all(problems.map((problem) => vacanciesIn(visit, problem)))).flat()
}

async function vacanciesIn(visit: Visit, problem: Problem): Promise<readonly Waiting[]> {
  const arena = await loadArena(visit.read, problem)
  // Outside the pages of a case nobody carries her chair along.
  const chairs = arena.seats.some(({ isChair, account }) => isChair && account === visit.actor.account)
  const roles = [...visit.actor.roles, ...(chairs ? [{ name: 'arena-chair', scope: problem.id } as const] : [])]
  if (!arena.isConfirmed || !fills(arena, problem.id, { ...visit.actor, roles })) return []
  const say = arenaWords.say(visit.lang)
  const href = visit.to('arena.vacancies', { problem: problem.slug })
  const free = (freeSeats(arena.filling, 'politician') ?? 0) + (freeSeats(arena.filling, 'citizen') ?? 0)
  const detail = problem.question
  return [
    ...([...arena.seats, ...arena.asked].some(({ isChair }) => isChair)
      ? []
      : [{ due: null, title: say('waiting.no-chair'), detail, act: { text: say('waiting.no-chair-act'), href } }]),
    ...(free > 0
      ? [
          {
            due: null,
            title: say('waiting.vacancies', { free }),
            detail,
            act: { text: say('waiting.vacancies-act'), href },
          },
        ]
      : []),
  ]
}
