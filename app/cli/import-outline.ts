import { readFile } from 'node:fs/promises'
import { giveOutline } from '../../overview/index.ts'
import { readOutline } from '../../platform/directory/index.ts'
import { bind } from '../bindings.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, placeNamed, say, type Command } from './command.ts'

const usage = 'import outline FILE --place SLUG'

export const importOutlineCommand: Command = {
  call: ['import', 'outline'],
  usage,
  does: 'Reads the outline of a place and its named places from GeoJSON, simplifies it and keeps it: the map on which people say where. A later file takes the place of an earlier one.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const file = demand(place.rest[0], usage)
    demand(place.value, usage)
    const outline = readOutline(await readFile(file))
    if (!outline.ok) throw new Error(`Nothing was imported: ${outline.refusal}`)
    bind()
    const opened = await openConfigured(settings, 'real')
    try {
      const where = await placeNamed(opened.database, place.value)
      await giveOutline(opened.database, where.id, { actor: null, outline: outline.value })
      const { rings, places } = outline.value
      say(`${where.slug}: an outline of ${rings.flat().length} corners with ${places.length} named places.`)
    } finally {
      await opened.close()
    }
  },
}
