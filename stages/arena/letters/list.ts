import { CsvError, parse } from 'csv-parse/sync'

/** What a place counts people by, as far as a list of addresses can know it. */
export type ListFeature = {
  readonly id: string
  readonly name: string
  readonly values: readonly { readonly id: string; readonly name: string; readonly code?: string | null }[]
}

export type ListedAddress = {
  readonly name: string
  /** One or two lines above the postcode. */
  readonly lines: readonly string[]
  readonly postcode: string
  readonly town: string
  readonly household: string | null
  /** In the order of the list's features: the id of a value, or '' where the register does not say. */
  readonly values: readonly string[]
}

export type AddressList = {
  readonly features: readonly ListFeature[]
  readonly addresses: readonly ListedAddress[]
}

export type ListFault = {
  readonly code:
    | 'not-a-table'
    | 'no-rows'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'missing-column'
    | 'column-twice'
    | 'blank-row'
    | 'wrong-cells'
    | 'empty-cell'
    | 'too-long'
    | 'not-text'
    | 'unknown-value'
    | 'id-twice'
    | 'two-households'
    | 'line-twice'
  /** As a spreadsheet counts: the names of the columns are row 1. */
  readonly row: number
  readonly column: string
  readonly value: string
  /** The row it does not agree with. */
  readonly other?: number
}

export type ListRead =
  | { readonly ok: true; readonly list: AddressList }
  | { readonly ok: false; readonly faults: readonly ListFault[] }

export const mostRows = 50_000
/** More than these would not be read; mended, the next ones are told. */
const mostFaults = 20
const mostLetters = 120
export const mostColumns = 60
/** Controls, and marks that turn a line around: no envelope can show them. */
// oxlint-disable-next-line no-control-regex
const unshowable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u

/** Names of the columns, the first one in English. Register extracts name them in the language of the place. */
const columns = {
  id: ['id', 'løbenummer'],
  name: ['name', 'navn'],
  address: ['address', 'adresse'],
  more: ['address2', 'adresse2', 'c/o'],
  postcode: ['postcode', 'postnummer', 'postnr'],
  town: ['town', 'city', 'by', 'postdistrikt'],
  household: ['household', 'husstand'],
} as const
type Column = keyof typeof columns
const needed: readonly Column[] = ['address', 'postcode']

/** Reads a list of addresses as a register or a spreadsheet writes it: comma, semicolon or tab, with or without a byte order mark. */
export function readList(bytes: Uint8Array, features: readonly ListFeature[]): ListRead {
  const text = decoded(bytes)
  const rows = recordsOf(text)
  if (!Array.isArray(rows)) return { ok: false, faults: [rows] }
  const [head = [], ...body] = rows
  if (head.length > mostColumns) return refusal('too-many-columns', {})
  const named = head.map(plain)
  const heading = headingOf(named, features)
  if ('faults' in heading) return { ok: false, faults: heading.faults }
  if (body.length === 0) return refusal('no-rows', { row: 2 })
  if (body.length > mostRows) return refusal('too-many-rows', { row: mostRows + 2 })
  const faults: ListFault[] = []
  const read = body.map((cells, at) => {
    if (faults.length >= mostFaults) return undefined
    const one = lineOf(cells, { ...heading, row: at + 2, width: head.length })
    faults.push(...one.faults)
    return one.line
  })
  const lines = read.filter((line) => line !== undefined)
  faults.push(...clashesOf(lines))
  if (faults.length > 0) return { ok: false, faults: faults.toSorted((a, b) => a.row - b.row).slice(0, mostFaults) }
  return { ok: true, list: { features: heading.features, addresses: lines.map(({ address }) => address) } }
}

function refusal(code: ListFault['code'], where: Partial<ListFault>): ListRead {
  return { ok: false, faults: [fault(code, where)] }
}

function fault(code: ListFault['code'], where: Partial<ListFault>): ListFault {
  return { code, row: 1, column: '', value: '', ...where }
}

/** Spreadsheets of many offices still write Windows' letters; bytes that are no UTF-8 are read as those. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function recordsOf(text: string): (readonly string[])[] | ListFault {
  const [first = ''] = text.split(/\r?\n|\r/, 1)
  const delimiter = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ','
  try {
    const rows = parse(text.trimEnd(), { delimiter, relax_column_count: true, trim: true }) as string[][] // no columns, no info
    return rows.length === 0 ? fault('not-a-table', {}) : rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const records = error['records']
    return fault('not-a-table', { row: typeof records === 'number' ? records + 1 : 1 })
  }
}

type Heading = {
  readonly at: Readonly<Partial<Record<Column, number>>>
  readonly features: readonly ListFeature[]
  /** Where each feature stands in a row. */
  readonly featuresAt: readonly number[]
}

function headingOf(
  named: readonly string[],
  features: readonly ListFeature[],
): Heading | { readonly faults: readonly ListFault[] } {
  const faults: ListFault[] = named.flatMap((name, at) =>
    name !== '' && named.indexOf(name) !== at ? [fault('column-twice', { column: name })] : [],
  )
  const at: Partial<Record<Column, number>> = {}
  for (const [column, names] of Object.entries(columns) as [Column, readonly string[]][]) {
    const found = named.findIndex((name) => names.includes(name))
    if (found !== -1) at[column] = found
  }
  for (const column of needed) if (at[column] === undefined) faults.push(fault('missing-column', { column }))
  if (faults.length > 0) return { faults }
  const known = features
    .map((feature) => ({ feature, at: named.indexOf(plain(feature.name)) }))
    .filter(({ at: found }) => found !== -1)
  return { at, features: known.map(({ feature }) => feature), featuresAt: known.map(({ at: found }) => found) }
}

type Line = { readonly row: number; readonly id: string; readonly address: ListedAddress }
type Reading = Heading & { readonly row: number; readonly width: number }

function lineOf(
  cells: readonly string[],
  { row, width, at, features, featuresAt }: Reading,
): { readonly line?: Line; readonly faults: readonly ListFault[] } {
  if (cells.every((cell) => cell === '')) return { faults: [fault('blank-row', { row })] }
  if (cells.length !== width) return { faults: [fault('wrong-cells', { row, value: String(cells.length) })] }
  const faults: ListFault[] = []
  if (cells.some((cell) => unshowable.test(cell))) faults.push(fault('not-text', { row }))
  const cell = (column: Column): string => {
    const place = at[column]
    const value = place === undefined ? '' : (cells[place] ?? '').replaceAll(/\s+/g, ' ')
    if (value.length > mostLetters) faults.push(fault('too-long', { row, column }))
    if (value === '' && needed.includes(column)) faults.push(fault('empty-cell', { row, column }))
    return value
  }
  const values = features.map((feature, i) => {
    const said = plain(cells[featuresAt[i] ?? -1] ?? '')
    if (said === '') return ''
    const value = feature.values.find(({ name, code }) => plain(name) === said || (code && plain(code) === said))
    if (!value) faults.push(fault('unknown-value', { row, column: feature.name, value: said.slice(0, 60) }))
    return value?.id ?? ''
  })
  const address = {
    name: cell('name'),
    lines: [cell('more'), cell('address')].filter((line) => line !== ''),
    postcode: cell('postcode'),
    town: cell('town'),
    household: cell('household') || null,
    values,
  }
  return faults.length > 0 ? { faults } : { line: { row, id: cell('id'), address }, faults }
}

/** What each row by itself cannot show: one id twice, one person in two households, one line twice. */
function clashesOf(lines: readonly Line[]): readonly ListFault[] {
  const faults: ListFault[] = []
  const ids = new Map<string, Line>()
  const people = new Map<string, Line>()
  for (const line of lines) {
    const { row, id, address } = line
    const person = plain([address.name, ...address.lines, address.postcode].join('\n'))
    const same = (id === '' ? undefined : ids.get(id)) ?? people.get(person)
    const value = id === '' ? address.name : id
    if (!same) {
      if (id !== '') ids.set(id, line)
      people.set(person, line)
    } else if (same.address.household !== address.household)
      faults.push(fault('two-households', { row, column: 'household', value, other: same.row }))
    else if (id !== '' && same.id === id)
      faults.push(fault('id-twice', { row, column: 'id', value: id, other: same.row }))
    else faults.push(fault('line-twice', { row, column: 'address', value, other: same.row }))
    if (faults.length >= mostFaults) break
  }
  return faults
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
