import { plain } from '../plain.ts'
import type { Report, ReportTable } from './report.ts'

const width = 100

/** For the terminal. */
export function reportAsText({ title, sections }: Report): string {
  const parts = sections.map(({ title: heading, words, tables }) =>
    [heading.toUpperCase(), ...words.map(folded), ...tables.map(tableAsText)].join('\n'),
  )
  return `${[plain(title), ...parts].join('\n\n')}\n`
}

function tableAsText({ caption, columns, rows }: ReportTable): string {
  const last = columns.length - 1
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, at) => plain(at === last ? cell : cell.padEnd(widths[at] ?? 0))).join('  ')}`.trimEnd()
  return [`${caption}:`, line(columns), ...rows.map(line)].join('\n')
}

function folded(text: string): string {
  const lines = ['']
  for (const word of plain(text).split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
