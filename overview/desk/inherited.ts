import { holdsIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { bodies, membersOf, politiciansById, todayIn, type Body } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Waiting } from '../../platform/thread/index.ts'
import { openPromisesOf } from '../../stages/delivery/index.ts'
import { byClock } from '../by-clock.ts'
import { deskWords } from './messages/words.ts'

/** A promise of a body she sits in, made by somebody who holds no seat in it any more: the body owes it still. */
export type Inherited = {
  readonly due: Temporal.Instant | null
  readonly title: string
  readonly href: string
  readonly promisedBy: string
  readonly body: Id<'body'>
}

export type Inheritance = {
  /** Her bodies, for the pages of what they owe. */
  readonly bodies: readonly Body[]
  readonly all: readonly Inherited[]
  /** Of these what she may report on, when it is due soon or late. */
  readonly waiting: readonly Waiting[]
}

/** As on the stage's own list: what is due later stands in the list beside, not among what waits. */
const daysAhead = 14
const most = 200

export async function inheritanceOf(visit: Visit): Promise<Inheritance> {
  const { actor, read, jurisdiction } = visit
  const today = todayIn(jurisdiction, visit.now)
  const mine = (await bodies(read)).filter(({ id }) => holdsIn(actor, id, 'politician'))
  const perBody = await Promise.all(
    mine.map(async (body) => {
      const [promises, sitting] = await Promise.all([
        openPromisesOf(read, body.id, most),
        membersOf(read, body.id, today),
      ])
      return promises.filter(({ owner }) => !sitting.includes(owner)).map((one) => ({ ...one, body }))
    }),
  )
  const promises = perBody.flat()
  const people = await politiciansById(
    read,
    promises.map(({ owner }) => owner),
  )
  const all = byClock(
    promises.map(({ on, title, slug, number, owner, body }): Inherited => ({
      due: on && endOfDay(on, jurisdiction.timeZone),
      title,
      href: visit.to('delivery.commitment', { problem: slug, number }),
      promisedBy: people.get(owner)?.name ?? '',
      body: body.id,
    })),
  )
  return { bodies: mine, all, waiting: all.flatMap((one) => waitingOn(visit, one)) }
}

/** The chair of the body reports for it; its members read what they owe. */
function waitingOn(visit: Visit, { due, title, href, promisedBy, body }: Inherited): readonly Waiting[] {
  const soon = visit.now.add({ hours: 24 * daysAhead })
  if (due === null || Temporal.Instant.compare(due, soon) > 0 || !holdsIn(visit.actor, body, 'body-chair')) return []
  const say = deskWords.say(visit.lang)
  return [
    {
      due,
      title: say('inherited.report'),
      detail: say('inherited.detail', { title, name: promisedBy }),
      act: { text: say('inherited.report-act'), href },
    },
  ]
}
