import { continueSeats } from '../../overview/index.ts'
import type { Database } from '../../platform/db/index.ts'
import {
  allSeats,
  bodies,
  emptyBodies,
  isSeatedOn,
  todayIn,
  type Body,
  type EmptyBody,
  type Jurisdiction,
} from '../../platform/directory/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, placeNamed, say, type Command } from './command.ts'

const usage = 'seat --place SLUG [--body BODY] [--from DATE]'

/** Files of councils are often old: their terms have ended, and nobody in them could act. */
export const seatCommand: Command = {
  call: ['seat'],
  usage,
  does: 'Lets the terms that ended last in a body (the council when none is named) go on, today or from a day; shown as an administrator’s word.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const named = option(place.rest, 'body')
    const from = dayOf(option(named.rest, 'from').value)
    demand(place.value, usage)
    const opened = await openConfigured(settings, 'real')
    try {
      const where = await placeNamed(opened.database, place.value)
      const body = await bodyNamed(opened.database, where, named.value)
      await seatFrom(opened.database, { place: where, body, from })
    } finally {
      await opened.close()
    }
  },
}

/** A day as typed; null when none was. */
export function dayOf(text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw new Error(`${text} is no day. Write it as 2026-12-01.`)
  }
}

export async function bodyNamed(database: Database, place: Jurisdiction, slug: string | undefined): Promise<Body> {
  const all = await bodies(database.read(place.id))
  const body = slug === undefined ? all[0] : all.find((one) => one.slug === slug)
  if (!body) throw new Error(`There is no such body in ${place.name}.`)
  return body
}

type Seating = {
  readonly place: Jurisdiction
  readonly body: Pick<Body, 'id' | 'name'>
  readonly from: Temporal.PlainDate | null
}

const refusals = {
  'no-such-body': 'there is no such body',
  'still-seated': 'somebody still sits there on that day. End or add single terms in the settings',
  'no-term-ended': 'no term has ended there before that day',
  'day-to-come': 'that day is still to come',
} as const

export async function seatFrom(database: Database, { place, body, from }: Seating): Promise<void> {
  const day = from ?? todayIn(place, Temporal.Now.instant())
  const continued = await continueSeats(database, null, { place, body: body.id, from: day })
  if (!continued.ok) throw new Error(`${body.name}: ${refusals[continued.refusal]}.`)
  say(
    `${body.name}: ${continued.value.seats} sit from ${day.toString()}, shown as “continued by the administrator”. To end a term: settings of ${place.slug}.`,
  )
}

/** What an administrator has to know after an import: where nobody sits today, and where nobody chairs. */
export async function sayWhoSits(database: Database, place: Jurisdiction): Promise<void> {
  const seats = await allSeats(database.read(place.id))
  const today = todayIn(place, Temporal.Now.instant())
  for (const empty of emptyBodies(seats, today)) say(lineOfEmpty(empty, place))
  const sitting = Map.groupBy(
    seats.filter((seat) => isSeatedOn(seat, today)),
    (seat) => seat.bodyName,
  )
  for (const [body, these] of sitting)
    if (!these.some((seat) => seat.isChair))
      say(`Nobody chairs ${body}, so no decision of it can be confirmed: folkmoot chair PERSON --place ${place.slug}`)
}

function lineOfEmpty({ name, terms, lastDay }: EmptyBody, place: Jurisdiction): string {
  const ended = lastDay
    ? `all ${terms} terms ended, the last on ${lastDay.toString()}`
    : `none of ${terms} terms has begun`
  return `${name}: ${ended}. Nobody is seated today, so nobody can take up a problem, chair or adopt. If they still sit: folkmoot seat --place ${place.slug} --from DATE; otherwise add the members of today in the settings.`
}
