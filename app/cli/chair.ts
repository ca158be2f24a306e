import { allJurisdictions, appointChair, bodies, politicianBySlug } from '../../platform/directory/index.ts'
import { append } from '../../platform/ledger/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, say, type Command } from './command.ts'

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
      const where = (await allJurisdictions(opened.database)).find((one) => one.slug === place.value)
      if (!where) throw new Error(`There is no place ${place.value ?? ''}. Usage: folkmoot ${usage}`)
      const read = opened.database.read(where.id)
      const all = await bodies(read)
      const body = named.value ? all.find((one) => one.slug === named.value) : all[0]
      const person = await politicianBySlug(read, slug)
      if (!body || !person) throw new Error(`There is no such ${body ? 'person' : 'body'} in ${where.name}.`)
      const isSeated = await opened.database.transact(where.id, null, async (tx) => {
        const isDone = await appointChair(tx, body.id, person.id)
        const told = { body: body.name, person: person.name }
        if (isDone) await append(tx, { kind: 'settings.chair-recorded', problem: null, public: told, time: 'exact' })
        return isDone
      })
      if (!isSeated) throw new Error(`${person.name} has no seat in ${body.name}.`)
      say(`${person.name} chairs ${body.name}.`)
    } finally {
      await opened.close()
    }
  },
}
