import { basename } from 'node:path'
import { importPolis } from '../../stages/opinion/index.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { bind } from '../bindings.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, say, type Command } from './command.ts'
import { ensurePlace } from './popolo.ts'

export const importPolisCommand: Command = {
  call: ['import', 'polis'],
  usage: 'import polis FOLDER [--place SLUG]',
  does: 'Reads an exported Polis conversation: statements and votes; the last vote of a person on a statement counts.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const folder = demand(place.rest[0], 'import polis FOLDER [--place SLUG]')
    bind()
    const opened = await openConfigured(settings, 'real-or-new')
    try {
      const slug = place.value ?? slugOf(basename(folder), 'polis')
      const jurisdiction = await ensurePlace(opened.database, { slug, name: slug, timeZone: 'UTC' })
      const imported = await importPolis(opened.database, {
        jurisdiction: jurisdiction.id,
        folder,
        onProgress: ({ step, done, total }) => say(`${step}: ${done} of ${total}`),
      })
      if (!imported.ok) throw new Error(`Nothing was imported: ${imported.refusal}, at ${imported.at}`)
      say(`${slug}: the conversation is there, every cell checked.`)
    } finally {
      await opened.close()
    }
  },
}
