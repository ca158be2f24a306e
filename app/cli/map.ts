import { writeFile } from 'node:fs/promises'
import { analyse, readFieldFolder, reportAsPage, reportAsText, reportOf } from '../../stages/opinion/index.ts'
import { demand, option, say, type Command } from './command.ts'

const usage = 'map FOLDER [--seed SEED] [--html FILE] [--json FILE]'

/** Nothing is suppressed in it: only who runs the program may read it, as with the folder it is made from. */
const hers = { mode: 0o600 }

/** Needs no database and no network. */
export const mapCommand: Command = {
  call: ['map'],
  usage,
  does: 'Says where people agree and where they differ, from votes.csv or participants-votes.csv in a folder; comments.csv gives the words. The same as a page of its own with --html, in numbers with --json.',
  run: async (args) => {
    const seed = option(args, 'seed')
    const html = option(seed.rest, 'html')
    const json = option(html.rest, 'json')
    const folder = demand(json.rest[0], usage)
    const read = await readFieldFolder(folder)
    if (!read.ok && read.refusal === 'missing-file')
      throw new Error(`There is neither votes.csv nor participants-votes.csv in ${folder}.`)
    if (!read.ok) throw new Error(`Nothing was read. Mend these lines and try again:\n${read.at}`)
    const analysis = analyse(read.value, seed.value ?? 'map')
    const report = reportOf(analysis)
    say(reportAsText(report))
    if (html.value !== undefined) await writeFile(html.value, await reportAsPage(report, analysis.picture), hers)
    if (json.value !== undefined) await writeFile(json.value, `${JSON.stringify(analysis, null, 2)}\n`, hers)
  },
}
