import { verifyMap, type MapCheck, type MapVerified } from '../../stages/opinion/index.ts'
import { openConfigured } from '../open-database.ts'
import { demand, option, placeNamed, say, type Command } from './command.ts'

const usage = 'verify map PLACE CASE [--version NUMBER]'

/** Votes are secret, so it is done where they are: whoever audits asks the operator to do it beside her. */
export const verifyMapCommand: Command = {
  call: ['verify', 'map'],
  usage,
  does: 'Reads the votes a map of opinions was drawn from and draws it again: the same votes, the same bytes, the same as the public record says. The last map, or an earlier one with --version.',
  run: async (args, settings) => {
    const version = option(args, 'version')
    const slug = demand(version.rest[0], usage)
    const problem = demand(version.rest[1], usage)
    if (version.value !== undefined && !/^[1-9]\d{0,8}$/.test(version.value))
      throw new Error(`--version is a number from 1 on, not ${version.value}.`)
    const opened = await openConfigured(settings, 'as-started')
    try {
      const place = await placeNamed(opened.database, slug)
      const number = version.value === undefined ? null : Number(version.value)
      const verified = await verifyMap(opened.database.read(place.id), problem, number)
      if (!verified) throw new Error(`No map${number === null ? '' : ` ${number}`} of the case ${problem} was drawn.`)
      for (const line of linesOf(verified)) say(line)
      const wrong = verified.findings.filter(({ is }) => is === false).length
      if (wrong > 0) throw new Error(`${wrong} of ${verified.findings.length} checks failed. Keep these lines.`)
    } finally {
      await opened.close()
    }
  },
}

const words: Readonly<Record<MapCheck, string>> = {
  recorded: 'The public record says the same of this map, once',
  published: 'What is published has the hash of the record',
  votes: 'The votes of that time, read again, have the hash of the record',
  'drawn-again': 'Drawn again from these votes, what is published is the same, byte for byte',
  axes: 'So is what each voter is told her own place by',
}

/** What was checked, and what that does not say. */
export function linesOf({ map, method, findings }: MapVerified): readonly string[] {
  return [
    `Map ${map.version}, drawn from the votes of ${map.isFinal ? 'all' : 'all but the five newest'} who had voted${map.countedUntil === null ? '' : ` until ${map.countedUntil.toString()}`}.`,
    ...findings.map(({ what, is }) => `${is === null ? '–  ' : is ? 'ok ' : 'NO '} ${words[what]}`),
    ...(map.method === method
      ? []
      : [
          `It was drawn with ${map.method}; this release has ${method}. Take the release of its time to draw it again.`,
        ]),
    ...(map.version === 1
      ? []
      : [
          `It was laid over map ${map.version - 1}, whose letters and directions were taken as they are kept: verify that one too.`,
        ]),
    `    votes   ${map.inputHash}`,
    `    map     ${map.outputHash}`,
    `    seed    ${map.seed}`,
  ]
}
