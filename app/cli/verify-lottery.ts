import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { findingInWords, readDrawFile, readRowsFile, verifyDraw, type Finding } from '../../stages/arena/index.ts'
import { demand, say, type Command } from './command.ts'

const usage = 'verify lottery FILE|FOLDER [ROWS]'

/** Needs no database and no network: whoever doubts a draw checks what she has downloaded. */
export const verifyLotteryCommand: Command = {
  call: ['verify', 'lottery'],
  usage,
  does: 'Checks a draw from its published draw.json: codes, shares, the number and its panel. With the rows.json of the clerk also every limit, the proof of fairness, and that the same panels come out again.',
  run: async ([given, rowsGiven]) => {
    const path = demand(given, usage)
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'draw.json') : path
    const rowsPath = rowsGiven ?? join(dirname(file), 'rows.json')
    const draw = readDrawFile(textOf(file))
    if (!draw.ok) throw new Error(`${file} is no published draw. Download “Everything in one file” from its page.`)
    const rows = rowsGiven !== undefined || existsSync(rowsPath) ? readRowsFile(textOf(rowsPath)) : undefined
    if (rows?.ok === false) throw new Error(`${rowsPath} does not hold the rows of a draw.`)
    const findings = await verifyDraw(draw.value, rows?.value, await loadSolver())
    for (const one of findings) say(lineOf(one))
    const wrong = findings.filter(({ is }) => is === false).length
    if (wrong > 0) throw new Error(`${wrong} of ${findings.length} checks failed. Ask the clerk, and show these lines.`)
    say('The draw is what was published.')
  },
}

function lineOf(finding: Finding): string {
  const mark = finding.is === null ? '–  ' : finding.is ? 'ok ' : 'NO '
  return `${mark} ${findingInWords(finding, 'en')}`
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  return readFileSync(path, 'utf8')
}
