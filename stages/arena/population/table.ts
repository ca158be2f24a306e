import { accept, type Accepted } from '@folkmoot/basics/result.ts'
import { CsvError, parse } from 'csv-parse/sync'

/** One line of a file: its number as an editor counts them, and its fields in the order of the columns. */
export type TableRow = { readonly number: number; readonly fields: readonly string[] }

export type Table = { readonly columns: readonly string[]; readonly rows: readonly TableRow[] }

/** What is wrong, and where: the row as an editor counts lines, the column by its name, and what stands there. */
export type Fault<Code extends string> = {
  readonly code: Code
  readonly row: number
  readonly column?: string | undefined
  readonly value?: string | undefined
}

export type TableFault = Fault<
  | 'not-utf8'
  | 'not-a-table'
  | 'no-rows'
  | 'too-many-rows'
  | 'unnamed-column'
  | 'column-twice'
  | 'blank-row'
  | 'short-row'
  | 'long-row'
  | 'broken-quotes'
>

export const mostRows = 50_000
const mostColumns = 60

/**
 * Reads a table with a header as offices send it: comma, semicolon or tab, byte order mark, any line end, quotes. Titles above
 * the header, lines of one field, are passed over. Nothing is guessed where a row does not fit: it is named.
 */
export function readTable(bytes: Uint8Array): Accepted<Table> | { readonly ok: false; readonly fault: TableFault } {
  const text = decoded(bytes)
  if (text === undefined) return fault({ code: 'not-utf8', row: 1 })
  const parsed = linesOf(text)
  if ('code' in parsed) return fault(parsed)
  // A spreadsheet ends its tables with rows of nothing; between others a row of nothing is a slip.
  const lines = parsed.slice(0, parsed.findLastIndex((line) => !isBlank(line)) + 1)
  const at = lines.findIndex(({ fields }) => fields.length > 1)
  const head = lines[at]
  if (!head) return fault({ code: 'not-a-table', row: 1 })
  const columns = head.fields.map((name) => name.replaceAll(/\s+/g, ' ').trim())
  const rows = lines.slice(at + 1)
  const wrong = wrongHead(columns, head.number) ?? wrongRow(columns, rows)
  return wrong ? fault(wrong) : accept({ columns, rows })
}

function fault(found: TableFault): { readonly ok: false; readonly fault: TableFault } {
  return { ok: false, fault: found }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function linesOf(text: string): readonly TableRow[] | TableFault {
  try {
    const found = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      delimiter: delimiterOf(text),
      trim: true,
    }) as unknown as Parsed[] // as `info` shapes it
    // The parser tells the line a record ends on; breaks inside quotes lie between.
    return found.map(({ record, info }) => ({
      number: info.lines - record.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0),
      fields: record,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const lines = error['lines']
    return { code: 'broken-quotes', row: typeof lines === 'number' ? lines : 1 }
  }
}

/** What most often stands between fields in the first lines, quoted text left out. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 4000).replaceAll(/"[^"]*"/g, '')
  const often = [';', '\t', ','].map((sign) => ({ sign, times: first.split(sign).length - 1 }))
  return often.reduce((best, one) => (one.times > best.times ? one : best)).sign
}

function isBlank({ fields }: TableRow): boolean {
  return fields.every((field) => field === '')
}

function wrongHead(columns: readonly string[], row: number): TableFault | undefined {
  if (columns.length > mostColumns) return { code: 'not-a-table', row }
  const unnamed = columns.indexOf('')
  if (unnamed !== -1) return { code: 'unnamed-column', row, column: String(unnamed + 1) }
  const twice = columns.find((name, i) => columns.indexOf(name) !== i)
  return twice === undefined ? undefined : { code: 'column-twice', row, column: twice }
}

function wrongRow(columns: readonly string[], rows: readonly TableRow[]): TableFault | undefined {
  const [first] = rows
  if (!first) return { code: 'no-rows', row: 1 }
  const over = rows[mostRows]
  if (over) return { code: 'too-many-rows', row: over.number }
  const blank = rows.find(isBlank)
  if (blank) return { code: 'blank-row', row: blank.number }
  const short = rows.find(({ fields }) => fields.length !== columns.length)
  if (!short) return undefined
  return short.fields.length > columns.length
    ? { code: 'long-row', row: short.number }
    : { code: 'short-row', row: short.number, column: columns[short.fields.length] }
}
