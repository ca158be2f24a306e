import { readFile, writeFile } from 'node:fs/promises'
import { slugOf } from '@folkmoot/basics/slug.ts'
import type { Database } from '../../platform/db/index.ts'
import { allJurisdictions, allSeats, emptyBodies, todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { exportPopolo, importPopolo, nameOfPopolo } from '../../platform/directory/exchange/index.ts'
import { staff } from '../../platform/identity/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, say, type Command } from './command.ts'
import { placeFor } from './place-for.ts'
import { dayOf, sayWhoSits, seatFrom } from './seats.ts'

export const importPopoloCommand: Command = {
  call: ['import', 'popolo'],
  usage: 'import popolo FILE [--place SLUG] [--time-zone ZONE] [--seat-from DATE]',
  does: 'Reads a council with its people, parties and terms into the place named, or the one place without politicians. A place that is not there yet is founded.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const zone = option(place.rest, 'time-zone')
    const seat = option(zone.rest, 'seat-from')
    const seatedFrom = dayOf(seat.value)
    const file = demand(seat.rest[0], 'import popolo FILE [--place SLUG]')
    const text = await readFile(file, 'utf8')
    const name = nameOfPopolo(text)
    const opened = await openConfigured(settings, 'real-or-new')
    try {
      const slug = place.value ?? (await slugFor(opened.database, slugOf(name, 'council')))
      const { place: jurisdiction, first } = await placeFor(opened.database, {
        slug,
        name,
        timeZone: zone.value ?? 'UTC',
        isTold: false,
      })
      if (jurisdiction.isTold)
        throw new Error(`${slug} is told from published sources: nobody acts there. Name another place with --place.`)
      const done = await importPopolo(opened.database, jurisdiction.id, text, { first })
      say(
        `${slug}: ${done.people} people, ${done.parties} parties, ${done.memberships} memberships; ${done.added} new, ${done.unchanged} as they were.`,
      )
      if (seatedFrom) await seatEmpty(opened.database, { place: jurisdiction, from: seatedFrom })
      await sayWhoSits(opened.database, jurisdiction)
      if (await isAdministered(opened.database, jurisdiction)) return
      say(
        `To set ${slug} up and become its administrator: folkmoot set-up-code, then give ${slug} as its part of the address.`,
      )
    } finally {
      await opened.close()
    }
  },
}

/**
 * Where a council goes when no place is named: where it came from the file before, else the one place that waits for its
 * politicians. A second place beside others is founded only by its name.
 */
async function slugFor(database: Database, ofFile: string): Promise<string> {
  const acting = (await allJurisdictions(database)).filter((place) => !place.isTold && !place.isFictional)
  if (acting.length === 0 || acting.some(({ slug }) => slug === ofFile)) return ofFile
  const seats = await Promise.all(acting.map(({ id }) => allSeats(database.read(id))))
  const [waiting, ...others] = acting.filter((_, at) => seats[at]?.length === 0)
  if (waiting && others.length === 0) return waiting.slug
  const named = acting.map(({ slug }) => `--place ${slug}`).join(' or ')
  throw new Error(`Say into which place: ${named}; or --place ${ofFile}, which is founded. Nothing was imported.`)
}

async function isAdministered(database: Database, { id }: Jurisdiction): Promise<boolean> {
  return (await staff(database.read(id))).some(({ role }) => role === 'administrator')
}

export const exportPopoloCommand: Command = {
  call: ['export', 'popolo'],
  usage: 'export popolo SLUG [FILE]',
  does: 'Writes council, people, terms, motions and votes of a place as Popolo JSON.',
  run: async ([slug, file], settings) => {
    const wanted = demand(slug, 'export popolo SLUG [FILE]')
    const opened = await openConfigured(settings, 'as-started')
    try {
      const place = (await allJurisdictions(opened.database)).find((one) => one.slug === wanted)
      if (!place) throw new Error(`There is no place ${wanted}.`)
      const text = JSON.stringify(await exportPopolo(opened.database.read(place.id)), null, 2)
      if (file) await writeFile(file, `${text}\n`, { flag: 'wx' })
      else say(text)
    } finally {
      await opened.close()
    }
  },
}

/** In each body of the place where nobody sits today. */
async function seatEmpty(
  database: Database,
  { place, from }: { readonly place: Jurisdiction; readonly from: Temporal.PlainDate },
): Promise<void> {
  const today = todayIn(place, Temporal.Now.instant())
  for (const { body, name } of emptyBodies(await allSeats(database.read(place.id)), today))
    await seatFrom(database, { place, body: { id: body, name }, from })
}
