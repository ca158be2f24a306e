import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { putOffByHer, putOffByHerIn } from '../../stages/decision/index.ts'
import { promisesBy, promisesIn } from '../../stages/delivery/index.ts'
import { questionsTo } from '../../stages/inquiry/index.ts'
import { problemNames } from '../../stages/problem/index.ts'
import { byClock } from '../by-clock.ts'
import { peopleWords } from './messages/words.ts'

/** What a politician said she would do, with its day and how it stands. */
export type PromiseLine = {
  readonly title: string
  readonly href: string
  readonly problem: Id<'problem'>
  /** The question of the case. */
  readonly question: string
  readonly due: Temporal.Instant | null
  readonly standing: 'open' | 'kept' | 'dropped'
}

/** Of each kind: a page of one person shows no more. */
const most = { promises: 60, answers: 200 } as const

/** Fewer than these are all she has: no list of them was cut off. */
export const fewestCutOff = most.promises

/** Questions that wait for her, what she put off or passed on, what she promised: the open ones by day, then those that are over. */
export async function promisedBy(
  visit: Visit,
  person: Id<'person'>,
  /** In this case alone, and then all of it. */
  problem: Id<'problem'> | null = null,
): Promise<readonly PromiseLine[]> {
  const { read } = visit
  const say = peopleWords.say(visit.lang)
  const zone = visit.jurisdiction.timeZone
  const [questions, given, promises] = await Promise.all([
    questionsTo(read, person),
    problem ? putOffByHerIn(read, { person, problem }) : putOffByHer(read, person, most.answers),
    problem ? promisesIn(read, { person, problem }) : promisesBy(read, person, most.promises),
  ])
  const waiting = questions.filter(
    (one) => !one.hasReply && one.source === null && (problem === null || one.problem === problem),
  )
  const [cases, hidden] = await Promise.all([
    problemNames(
      read,
      [...waiting, ...given, ...promises].map(({ problem }) => problem),
    ),
    hiddenAmong(
      read,
      waiting.map(({ id }) => id),
    ),
  ])
  const inCase = (problem: Id<'problem'>) => ({ problem, question: cases.get(problem)?.question ?? '' })
  const lines: readonly PromiseLine[] = [
    ...waiting.map(({ id, problem, number, question, dueAt }) => ({
      ...inCase(problem),
      title: say('promise.question', { question: hidden.has(id) ? hiddenWords : question }),
      href: visit.to('inquiry.question', { problem: cases.get(problem)?.slug ?? '', number }),
      due: dueAt,
      standing: 'open' as const,
    })),
    ...given.map(({ problem, slug, number, title, kind, on, referTo }) => ({
      ...inCase(problem),
      title:
        kind === 'park' ? say('promise.park', { number, title }) : say('promise.refer', { number, title, to: referTo }),
      href: visit.to('decision.recommendation', { problem: slug, number }),
      due: on && endOfDay(on, zone),
      standing: 'open' as const,
    })),
    ...promises.map(({ problem, slug, number, title, on, standing }) => ({
      ...inCase(problem),
      title,
      href: visit.to('delivery.commitment', { problem: slug, number }),
      due: on && endOfDay(on, zone),
      standing: standing === 'kept' || standing === 'dropped' ? standing : ('open' as const),
    })),
  ]
  const isOpen = ({ standing }: PromiseLine): boolean => standing === 'open'
  return [...byClock(lines.filter(isOpen)), ...lines.filter((line) => !isOpen(line))]
}
