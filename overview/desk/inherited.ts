import { holdsIn } from '@folkmoot/basics/actor.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { bodies, membersOf, politiciansById, todayIn, type Body } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { waitingIn, type Waiting, type WaitingList } from '../../platform/thread/index.ts'
import { promisesLeftTo, type LeftPromises } from '../../stages/delivery/index.ts'
import { byClock } from '../by-clock.ts'
import { deskWords } from './messages/words.ts'

/** A promise of a body she sits in, made by somebody who holds no seat in it any more: the body owes it still. */
export type Inherited = {
  readonly due: Temporal.Instant | null
  readonly title: string
  readonly href: string
  readonly promisedBy: string
}

export type Inheritance = {
  /** Her bodies, for the pages of what they owe. */
  readonly bodies: readonly Body[]
  /** The first due of it; the pages of her bodies have the rest. */
  readonly first: readonly Inherited[]
  readonly count: number
  /** Of these what she may report on, when it is due soon or late. */
  readonly waiting: WaitingList
}

/** As on the stage's own list: what is due later stands in the list beside, not among what waits. */
const daysAhead = 14

export async function inheritanceOf(visit: Visit, most: number): Promise<Inheritance> {
  const { actor, read, jurisdiction, now } = visit
  const today = todayIn(jurisdiction, now)
  const until = today.add({ days: daysAhead })
  const mine = (await bodies(read)).filter(({ id }) => holdsIn(actor, id, 'politician'))
  const perBody = await Promise.all(
    mine.map(async (body) => {
      const left = await promisesLeftTo(read, body.id, {
        sitting: await membersOf(read, body.id, today),
        until,
        today,
        most,
      })
      return { body, left }
    }),
  )
  const people = await politiciansById(
    read,
    perBody.flatMap(({ left }) => left.first.map(({ owner }) => owner)),
  )
  const inherited = ({ on, title, slug, number, owner }: LeftPromises['first'][number]): Inherited => ({
    due: on && endOfDay(on, jurisdiction.timeZone),
    title,
    href: visit.to('delivery.commitment', { problem: slug, number }),
    promisedBy: people.get(owner)?.name ?? '',
  })
  const waiting = perBody.map(({ body, left }): WaitingList | readonly Waiting[] => {
    // The chair of the body reports for it; its members read what they owe.
    if (!holdsIn(actor, body.id, 'body-chair')) return []
    const soon = left.first.filter(
      ({ on, standing }) => on !== null && standing !== 'reopened' && Temporal.PlainDate.compare(on, until) <= 0,
    )
    return { first: soon.map((one) => reportOf(visit, inherited(one))), count: left.soon, late: left.late }
  })
  return {
    bodies: mine,
    first: byClock(perBody.flatMap(({ left }) => left.first.map(inherited))),
    count: perBody.reduce((sum, { left }) => sum + left.count, 0),
    waiting: waitingIn(waiting, now),
  }
}

function reportOf(visit: Visit, { due, title, href, promisedBy }: Inherited): Waiting {
  const say = deskWords.say(visit.lang)
  return {
    due,
    title: say('inherited.report'),
    detail: say('inherited.detail', { title, name: promisedBy }),
    act: { text: say('inherited.report-act'), href },
  }
}
