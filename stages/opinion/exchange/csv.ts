import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Accepted, type Refused } from '@folkmoot/basics/result.ts'
import { CsvError, parse } from 'csv-parse'
import { plain } from './plain.ts'

export type FileRefusal = 'missing-file' | 'broken-line'

/** A refusal and where: "votes.csv, line 17, column vote: …"; of several faults each has a line of its own. */
export type RefusedAt<Code extends string> = Refused<Code> & { readonly at: string }

export function refuseAt<const Code extends string>(code: Code, at: string): RefusedAt<Code> {
  return { ...refuse(code), at }
}

/** A row and the number of the line it begins on, as an editor counts them. */
export type Row = { readonly number: number; readonly fields: readonly string[] }

// A quote that never ends would take the rest of a file of any size for one field.
const longestRow = 2_000_000

/**
 * Each row of a CSV file, one after the other, so that a file of any size needs the memory of one row. Quoted fields may hold line
 * breaks; lines may end as they like. A row that does not parse is named by the line it begins on.
 */
export async function eachRow(
  folder: string,
  file: string,
  take: (row: Row) => void,
): Promise<Accepted<null> | RefusedAt<FileRefusal>> {
  const bytes = createReadStream(join(folder, file))
  const isThere = await once(bytes, 'open').then(
    () => true,
    () => false,
  )
  if (!isThere) return refuseAt('missing-file', file)
  let ended = 0
  const rows = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    info: true,
    on_record: (fields, { lines }) => {
      ended = lines
      return fields
    },
  })
  bytes.once('error', (error) => rows.destroy(error))
  try {
    for await (const row of bytes.pipe(rows)) {
      const { record, info }: Parsed = row
      take({ number: info.lines - breaksIn(record), fields: record })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuseAt('broken-line', `${file}, line ${ended + 1}: ${plain(error.message)}`)
  } finally {
    bytes.destroy()
  }
  return accept(null)
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** The parser tells the line a row ends on; breaks inside quotes lie between. */
function breaksIn(fields: readonly string[]): number {
  let breaks = 0
  for (const field of fields) if (field.includes('\n')) breaks += field.split('\n').length - 1
  return breaks
}

/** What takes rows in and answers what is wrong with one, or undefined. Of a wrong row it keeps nothing. */
export type Reader = { readonly read: (row: readonly string[], line: number) => string | undefined }
export type Opened<Of extends Reader> = { readonly reader: Of } | { readonly missing: readonly string[] }

const mostFaults = 20

/** Reads a whole file through the reader its header opens; or names every fault in it, the first twenty by line. */
export async function readWith<Of extends Reader>(
  folder: string,
  file: string,
  open: (header: readonly string[]) => Opened<Of>,
): Promise<Accepted<Of> | RefusedAt<FileRefusal>> {
  const faults: string[] = []
  const header: { opened?: Opened<Of> } = {}
  let count = 0
  const found = (fault: string | undefined): void => {
    if (fault === undefined) return
    count += 1
    if (faults.length < mostFaults) faults.push(`${file}, ${plain(fault)}`)
  }
  const read = await eachRow(folder, file, ({ number, fields }) => {
    if (header.opened) {
      if ('reader' in header.opened) found(header.opened.reader.read(fields, number))
      return
    }
    const opened = open(fields)
    header.opened = opened
    if ('missing' in opened) found(`line ${number}: no column ${opened.missing.join(', ')}`)
    for (const name of repeatedIn(fields)) found(`line ${number}: column ${name} is there twice`)
  })
  if (!read.ok && read.refusal === 'missing-file') return read
  if (!read.ok) return refuseAt('broken-line', [...faults, read.at].join('\n'))
  const { opened } = header
  if (!opened) found('line 1: nothing is in it, not even a header')
  const more = count > faults.length ? [`… and ${count - faults.length} more`] : []
  if (!opened || !('reader' in opened) || count > 0) return refuseAt('broken-line', [...faults, ...more].join('\n'))
  return accept(opened.reader)
}

function repeatedIn(header: readonly string[]): readonly string[] {
  return [...new Set(header.filter((name, at) => header.indexOf(name) !== at))]
}

/** One line of a file, to the letter: nothing is put before what a spreadsheet would run (see `csvOf` of basics for those). RFC 4180. */
export function lineOf(fields: readonly (string | number | undefined)[]): string {
  return `${fields.map(fieldOf).join(',')}\n`
}

function fieldOf(field: string | number = ''): string {
  const text = `${field}`
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
