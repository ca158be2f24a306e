import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse, type Accepted, type Refused } from '@folkmoot/basics/result.ts'
import { CsvError, parse } from 'csv-parse/sync'

/** One line of a file: its number as an editor counts them, and its fields by column name. */
export type Line = { readonly number: number; readonly fields: Readonly<Record<string, string>> }

export type Table = { readonly file: string; readonly columns: readonly string[]; readonly lines: readonly Line[] }

export type FileRefusal = 'missing-file' | 'broken-line'

/** A refusal and where: "votes.csv, line 17: vote is 7, not -1, 0 or 1". */
export type RefusedAt<Code extends string> = Refused<Code> & { readonly at: string }

export function refuseAt<const Code extends string>(code: Code, at: string): RefusedAt<Code> {
  return { ...refuse(code), at }
}

/** Reads a CSV file with a header; quoted fields may hold line breaks. A line that does not parse is named by its number. */
export async function readTable(
  folder: string,
  file: string,
  needed: readonly string[],
): Promise<Accepted<Table> | RefusedAt<FileRefusal>> {
  const rows = await readRows(folder, file)
  if (!rows.ok) return rows
  const [head, ...body] = rows.value
  const columns = head?.fields ?? []
  const missing = needed.filter((name) => !columns.includes(name))
  if (missing.length > 0) return refuseAt('broken-line', `${file}, line 1: no column ${missing.join(', ')}`)
  const short = body.find(({ fields }) => fields.length !== columns.length)
  if (short) {
    return refuseAt(
      'broken-line',
      `${file}, line ${short.number}: ${short.fields.length} fields, the header has ${columns.length}`,
    )
  }
  const lines = body.map(({ number, fields }) => ({
    number,
    fields: Object.fromEntries(columns.map((name, i) => [name, fields[i] ?? ''])),
  }))
  return accept({ file, columns, lines })
}

export type Row = { readonly number: number; readonly fields: readonly string[] }

/** Rows without a header, each with the number of the line it begins on. */
export async function readRows(
  folder: string,
  file: string,
): Promise<Accepted<readonly Row[]> | RefusedAt<FileRefusal>> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined)
  if (text === undefined) return refuseAt('missing-file', file)
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[] // as `info` shapes it
    return accept(parsed.map(({ record, info }) => ({ number: firstLine(record, info.lines), fields: record })))
  } catch (error) {
    if (error instanceof CsvError) return refuseAt('broken-line', `${file}, line ${lineOf(error)}: ${error.message}`)
    throw error
  }
}

function lineOf(error: CsvError): number {
  const lines = error['lines']
  return typeof lines === 'number' ? lines : 0
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** The parser tells the line a record ends on; breaks inside quotes lie between. */
function firstLine(record: readonly string[], last: number): number {
  return last - record.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0)
}
