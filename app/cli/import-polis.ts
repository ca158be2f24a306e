import { basename } from 'node:path'
import { importPolis } from '../../stages/opinion/index.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { bind } from '../bindings.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, say, type Command } from './command.ts'
import { placeFor } from './place-for.ts'

const usage = 'import polis FOLDER [--place SLUG] [--name NAME] [--language TAG]'

export const importPolisCommand: Command = {
  call: ['import', 'polis'],
  usage,
  does: 'Reads an exported Polis conversation: statements and votes; the last vote of a person on a statement counts. A place that is not there yet is founded as a told one, in which nobody acts.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const name = option(place.rest, 'name')
    const language = option(name.rest, 'language')
    const folder = demand(language.rest[0], usage)
    bind()
    const opened = await openConfigured(settings, 'real-or-new')
    try {
      const slug = place.value ?? slugOf(basename(folder), 'polis')
      const { place: where, first } = await placeFor(opened.database, {
        slug,
        name: name.value ?? slug,
        timeZone: 'UTC',
        isTold: true,
      })
      const imported = await importPolis(opened.database, {
        jurisdiction: where.id,
        first,
        folder,
        language: language.value,
        onProgress: ({ step, done, total }) => say(`${step}: ${done} of ${total}`),
      })
      if (!imported.ok) throw new Error(`Nothing was imported: ${imported.refusal}, at ${imported.at}`)
      const { isNew, voters, statements, votes, cells } = imported.value
      say(
        `${slug}: ${statements} statements, ${voters} people, ${votes} votes; ${cells} cells checked. ${isNew ? 'New.' : 'It was there already; nothing was added.'}`,
      )
    } finally {
      await opened.close()
    }
  },
}
