import { nameChair } from '../../overview/index.ts'
import type { Read } from '../../platform/db/index.ts'
import {
  allSeats,
  politicianBySlug,
  type Body,
  type Jurisdiction,
  type Politician,
} from '../../platform/directory/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, placeNamed, say, type Command } from './command.ts'
import { bodyNamed } from './seats.ts'

const usage = 'chair PERSON --place SLUG [--body BODY]'

/** Files of councils often do not say who chairs; without a chair no decision of the body can be confirmed. */
export const chairCommand: Command = {
  call: ['chair'],
  usage,
  does: 'Records who chairs a body (the council when none is named), by the names in their addresses.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const named = option(place.rest, 'body')
    const slug = demand(named.rest[0], usage)
    const opened = await openConfigured(settings, 'real')
    try {
      const where = await placeNamed(opened.database, place.value)
      const read = opened.database.read(where.id)
      const body = await bodyNamed(opened.database, where, named.value)
      const person = await politicianBySlug(read, slug)
      if (!person) throw new Error(`There is no ${slug} in ${where.name}.`)
      const recorded = await nameChair(opened.database, null, { place: where, body: body.id, person: person.id })
      if (!recorded.ok) throw new Error(await whyNot(read, { person, body, place: where }))
      say(`${person.name} chairs ${body.name}.`)
    } finally {
      await opened.close()
    }
  },
}

type Asked = { readonly person: Politician; readonly body: Body; readonly place: Jurisdiction }

async function whyNot(read: Read, { person, body, place }: Asked): Promise<string> {
  const terms = (await allSeats(read)).filter((seat) => seat.person === person.id && seat.body === body.id)
  const ends = terms.flatMap(({ endsOn }) => endsOn?.toString() ?? []).toSorted()
  const since = ends.length === 0 ? '' : `: the last term ended on ${ends.at(-1)}`
  return `${person.name} has no seat in ${body.name} today${since}. To let terms go on: folkmoot seat --place ${place.slug}`
}
