import { recount, type Recount, type RecountCheck } from '../../stages/opinion/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, placeNamed, say, type Command } from './command.ts'

const usage = 'recount PLACE CASE'

/** Votes are secret, so it is done where they are: whoever audits asks the operator to do it beside her. */
export const recountCommand: Command = {
  call: ['recount'],
  usage,
  does: 'Counts a closed vote on statements again, from every answer that was given, and compares with what was kept, with the page of results and with the public record.',
  run: async (args, settings) => {
    const slug = demand(args[0], usage)
    const problem = demand(args[1], usage)
    const opened = await openConfigured(settings, 'as-started')
    try {
      const place = await placeNamed(opened.database, slug)
      const counted = await recount(opened.database.read(place.id), problem)
      if (!counted) throw new Error(`There is no vote on statements in the case ${problem}.`)
      if (counted === 'still-open')
        throw new Error(`People still vote in the case ${problem}. Count again when voting has closed.`)
      for (const line of linesOf(counted)) say(line)
      const wrong = counted.findings.filter(({ is }) => !is).length
      if (wrong > 0) throw new Error(`${wrong} of ${counted.findings.length} checks failed. Keep these lines.`)
    } finally {
      await opened.close()
    }
  },
}

const words: Readonly<Record<RecountCheck, string>> = {
  votes: 'The votes have the hash that was kept when voting closed',
  tallies: 'Every number that was kept is that of the votes',
  voters: 'So many people voted as were kept',
  levels: 'So are the numbers of those who had proven who they are',
  page: 'The page of results says what the votes say',
  recorded: 'The public record says the same, once',
}

function linesOf({ statements, voters, counted, given, inputHash, findings }: Recount): readonly string[] {
  return [
    `${voters} people, ${statements} statements, ${counted} answers that count, of ${given} that were given.`,
    ...findings.map(({ what, is }) => `${is ? 'ok ' : 'NO '} ${words[what]}`),
    `    votes   ${inputHash}`,
  ]
}
