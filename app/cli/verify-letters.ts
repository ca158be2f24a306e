import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readLettersFile, readLettersRows, verifyLetters, type LettersFinding } from '../../stages/arena/index.ts'
import { demand, say, type Command } from './command.ts'

const usage = 'verify letters FILE [ROWS]'

/** Needs no database and no network: whoever doubts a draw of letters checks what she has downloaded. */
export const verifyLettersCommand: Command = {
  call: ['verify', 'letters'],
  usage,
  does: 'Checks a draw of letters from its published letters.json: that the list lay fixed before, and that each group got its share. With the rows.json of the clerk also that the list is that one, and that the very same letters come out again.',
  run: async ([given, rowsGiven]) => {
    const path = demand(given, usage)
    const rowsPath = rowsGiven ?? join(dirname(path), 'rows.json')
    const file = readLettersFile(textOf(path))
    if (!file.ok)
      throw new Error(`${path} is nothing that was published of letters. Download letters.json from the case.`)
    const rows = rowsGiven !== undefined || existsSync(rowsPath) ? readLettersRows(textOf(rowsPath)) : undefined
    if (rows?.ok === false) throw new Error(`${rowsPath} does not hold a list of addresses.`)
    const findings = verifyLetters(file.value, rows?.value)
    for (const one of findings) say(lineOf(one))
    say('Compare with the public record of the case:')
    say(`    the list ${file.value.list.hash}`)
    for (const { round, seed, hash } of file.value.rounds) say(`    round ${round}: seed ${seed}, letters ${hash}`)
    const wrong = findings.filter(({ is }) => is === false).length
    if (wrong > 0) throw new Error(`${wrong} of ${findings.length} checks failed. Ask the clerk, and show these lines.`)
    say('The letters are those that were published.')
  },
}

function lineOf({ what, is, found }: LettersFinding): string {
  const mark = is === null ? '–  ' : is ? 'ok ' : 'NO '
  return `${mark} ${what}${found === undefined ? '' : ` (${found})`}`
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  return readFileSync(path, 'utf8')
}
