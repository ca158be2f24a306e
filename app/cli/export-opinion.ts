import { exportWhole, type ExportRefusal } from '../../stages/opinion/index.ts'
import { bind } from '../bindings.ts'
import { openConfigured } from '../open-database.ts'
import { demand, placeNamed, say, type Command } from './command.ts'

const usage = 'export opinion PLACE CASE FOLDER'

export const exportOpinionCommand: Command = {
  call: ['export', 'opinion'],
  usage,
  does: 'Writes all that was voted in a case into a new folder, in the five files of the field: for you and an auditor you appoint. Votes are secret: the folder is yours alone to read, and the public record says that it was written. `import polis` reads it again.',
  run: async ([place, slug, folder], settings) => {
    const [placeSlug, problem, into] = [demand(place, usage), demand(slug, usage), demand(folder, usage)]
    bind()
    const opened = await openConfigured(settings, 'as-started')
    try {
      const { id, languages } = await placeNamed(opened.database, placeSlug)
      const path = `${languages[0] ?? 'en'}/${placeSlug}/problems/${problem}/statements`
      const exported = await exportWhole(opened.database, {
        jurisdiction: id,
        slug: problem,
        folder: into,
        url: settings.origin && `${settings.origin}/${path}`,
      })
      if (!exported.ok) throw new Error(`Nothing was written: ${sentences[exported.refusal](into, problem)}`)
      const { statements, voters, votes } = exported.value
      say(
        `${into}: ${statements} statements, ${voters} voters, ${votes} votes. Read its README.md before you hand it on.`,
      )
    } finally {
      await opened.close()
    }
  },
}

const sentences: Readonly<Record<ExportRefusal, (folder: string, problem: string) => string>> = {
  'no-such-problem': (_folder, problem) => `there is no case ${problem} in this place.`,
  'no-votes': (_folder, problem) => `nobody was asked to vote in ${problem}.`,
  'not-empty': (folder) => `${folder} is there and not empty. Name a new folder.`,
  'no-such-parent': (folder) => `the folder ${folder} would lie in is not there. Make it first.`,
}
