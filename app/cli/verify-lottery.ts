import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import {
  findingInWords,
  readDrawFile,
  readRowsFile,
  recordedDraw,
  verifyDraw,
  verifyRecord,
  type Finding,
} from '../../stages/arena/index.ts'
import { openConfigured } from '../open-database.ts'
import type { Settings } from '../settings.ts'
import { demand, option, placeNamed, say, type Command } from './command.ts'

const usage = 'verify lottery FILE|FOLDER [ROWS] [--place SLUG]'

/** Without --place it needs no database and no network: whoever doubts a draw checks what she has downloaded. */
export const verifyLotteryCommand: Command = {
  call: ['verify', 'lottery'],
  usage,
  does: 'Checks a draw from its published draw.json: codes, shares, the number and its panel. With the rows.json of the clerk also every limit, the proof of fairness, and that the same panels come out again; with --place that the record of the place says the same, in the right order.',
  run: async (args, settings) => {
    const place = option(args, 'place')
    const [given, rowsGiven] = place.rest
    const path = demand(given, usage)
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'draw.json') : path
    const rowsPath = rowsGiven ?? join(dirname(file), 'rows.json')
    const draw = readDrawFile(textOf(file))
    if (!draw.ok) throw new Error(`${file} is no published draw. Download “Everything in one file” from its page.`)
    const rows = rowsGiven !== undefined || existsSync(rowsPath) ? readRowsFile(textOf(rowsPath)) : undefined
    if (rows?.ok === false) throw new Error(`${rowsPath} does not hold the rows of a draw.`)
    const recorded = place.value === undefined ? undefined : await recordedIn(settings, place.value, draw.value)
    const findings = [
      ...(await verifyDraw(draw.value, rows?.value, await loadSolver())),
      ...verifyRecord(draw.value, recorded),
    ]
    for (const one of findings) say(lineOf(one))
    say(summaryOf(findings))
    const wrong = findings.filter(({ is }) => is === false).length
    if (wrong > 0) throw new Error(`${wrong} of ${findings.length} checks failed. Ask the clerk, and show these lines.`)
  },
}

/** What was not checked is not fine, only unknown. */
export function summaryOf(findings: readonly Finding[]): string {
  const [good, open] = [true, null].map((wanted) => findings.filter(({ is }) => is === wanted).length)
  if (open === 0) return `All ${findings.length} checks passed: the draw is what was published.`
  return `${good} of ${findings.length} checks passed, and ${open} could not be made. They are marked with –, and say what they need.`
}

async function recordedIn(
  settings: Settings,
  slug: string,
  draw: Parameters<typeof recordedDraw>[1],
): ReturnType<typeof recordedDraw> {
  const opened = await openConfigured(settings, 'as-started')
  try {
    const place = await placeNamed(opened.database, slug)
    return await recordedDraw(opened.database.read(place.id), draw)
  } finally {
    await opened.close()
  }
}

function lineOf(finding: Finding): string {
  const mark = finding.is === null ? '–  ' : finding.is ? 'ok ' : 'NO '
  return `${mark} ${findingInWords(finding, 'en')}`
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  return readFileSync(path, 'utf8')
}
