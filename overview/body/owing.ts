import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import type { Body } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { openPackagesOf, packageOf, putOffBy } from '../../stages/decision/index.ts'
import { openPromisesOf } from '../../stages/delivery/index.ts'
import { leftCases, problemOwed, type LeftCase } from '../../stages/problem/index.ts'
import { bodyWords } from './messages/words.ts'

/** What a body owes, whoever sits in it. */
export type BodyDebt = {
  readonly due: Temporal.Instant
  readonly title: string
  readonly href: string
  readonly problem: Id<'problem'> | null
  /** Who gave the word for it, and when; null where the body as such owes it. */
  readonly said: {
    readonly person: Id<'person'>
    readonly at: Temporal.Instant
    readonly as: 'promised' | 'answered'
  } | null
}

/** Of each kind; a body that owes more says so. */
export const mostDebts = 200

/** Answers to recommendations and to problems, what was put off or passed on, and promises: each asked for by the body. */
export async function owedByBody(visit: Visit, body: Body): Promise<readonly BodyDebt[]> {
  const { read } = visit
  const say = bodyWords.say(visit.lang)
  const zone = visit.jurisdiction.timeZone
  const [packages, putOff, promises, debts] = await Promise.all([
    openPackagesOf(read, body.id, mostDebts),
    putOffBy(read, body.id, mostDebts),
    openPromisesOf(read, body.id, mostDebts),
    problemOwed(visit, { open: mostDebts, given: 0 }),
  ])
  return [
    ...packages.map(({ problem, slug, dueAt, open, count }) => ({
      due: dueAt,
      title: open === 0 ? say('answers-close', { count }) : say('answers', { open, count }),
      href: visit.to('decision.page', { problem: slug }),
      problem,
      said: null,
    })),
    ...putOff.map(({ problem, slug, number, title, kind, on, referTo, person, at }) => ({
      due: endOfDay(on, zone),
      title: kind === 'park' ? say('parked', { number, title }) : say('referred', { number, title, to: referTo }),
      href: visit.to('decision.recommendation', { problem: slug, number }),
      problem,
      said: { person, at, as: 'answered' as const },
    })),
    ...promises.flatMap(({ problem, slug, number, title, on, owner, promisedAt }) =>
      on === null
        ? []
        : [
            {
              due: endOfDay(on, zone),
              title,
              href: visit.to('delivery.commitment', { problem: slug, number }),
              problem,
              said: { person: owner, at: promisedAt, as: 'promised' as const },
            },
          ],
    ),
    ...debts
      .filter(({ owner }) => owner === body.name)
      .map(({ due, title, href, problem }) => ({ due, title, href, problem, said: null })),
  ]
}

/** Cases nobody who sits leads any more, without those the body has answered: what is left of these are its promises. */
export async function casesLeft(visit: Visit, today: Temporal.PlainDate): Promise<readonly LeftCase[]> {
  const left = await leftCases(visit.read, today, mostDebts)
  const packages = await Promise.all(left.map(({ problem }) => packageOf(visit.read, problem)))
  return left.filter((_, i) => packages[i]?.isClosed !== true)
}
