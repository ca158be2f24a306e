import { csvOf } from '@folkmoot/basics/csv.ts'
import type { Candidate, Feature, Instance, Quota } from './instance.ts'
import { nth } from './nth.ts'

/** The rows of a CSV file as any parser gives them, the header first. Reading bytes is the caller's business. */
export type Rows = readonly (readonly string[])[]

type Place = { readonly row: number; readonly column?: string }

/** What is wrong in a file, where. `row` counts from 1, the header included, as a spreadsheet shows it. */
export type QuotaFault = Place &
  (
    | { readonly what: 'empty-file' | 'missing-column' | 'blank-row' | 'short-row' | 'no-value' | 'not-a-number' }
    | { readonly what: 'bounds' | 'flexible-bounds' | 'value-twice'; readonly found: string }
  )

export type FileFault =
  | QuotaFault
  | (Place & { readonly what: 'unknown-value' | 'duplicate-id' | 'two-households'; readonly found: string })

export type Read<Value, Fault = FileFault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** More than these are counted, not listed: whoever exported the wrong column needs to see the first, not ten thousand. */
const mostFaults = 100

/** Columns by the names the field's tools write: `category,feature,min,max`, `feature,value,…`, `category,name,…`. */
const namings = [
  { feature: 'feature', value: 'value' },
  { feature: 'category', value: 'feature' },
  { feature: 'category', value: 'name' },
] as const

/**
 * Features and quotas from `categories.csv` or `features.csv`. `min_flex` and `max_flex` may be missing: then a minimum may
 * fall to nothing and a maximum rise without bound. Rows that are wholly empty at the end of a file are left out; elsewhere
 * they are faults.
 */
export function readQuotas(rows: Rows): Read<readonly Feature[], QuotaFault> {
  const [header = [], ...body] = withoutTail(rows)
  if (body.length === 0) return { ok: false, faults: [{ row: 1, what: 'empty-file' }] }
  const columns = header.map(named)
  const naming = namings.find(({ feature, value }) => columns.includes(feature) && columns.includes(value))
  const missing = ['min', 'max', ...(naming ? [] : ['feature', 'value'])].filter((name) => !columns.includes(name))
  if (!naming || missing.length > 0)
    return { ok: false, faults: missing.map((column) => ({ row: 1, column, what: 'missing-column' })) }
  const faults: QuotaFault[] = []
  const features = new Map<string, Map<string, Quota>>()
  for (const [at, cells] of body.entries()) {
    const row = at + 2
    const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? ''
    if (isBlank(cells)) {
      faults.push({ row, what: 'blank-row' })
      continue
    }
    const bounds = ['min', 'max', 'min_flex', 'max_flex'].map((name) => boundOf(cell(name), name))
    for (const [bound, name] of bounds.map(
      (one, index) => [one, nth(['min', 'max', 'min_flex', 'max_flex'], index)] as const,
    ))
      if (bound === undefined) faults.push({ row, column: name, what: 'not-a-number' })
    const [min, max, minFlex, maxFlex] = bounds
    for (const name of [naming.feature, naming.value])
      if (cell(name) === '') faults.push({ row, column: name, what: 'no-value' })
    if (min === undefined || max === undefined || minFlex === undefined || maxFlex === undefined) continue
    const value = cell(naming.value)
    if (min > max) faults.push({ row, column: 'max', what: 'bounds', found: `${min} > ${max}` })
    else if (minFlex > min || maxFlex < max)
      faults.push({
        row,
        column: minFlex > min ? 'min_flex' : 'max_flex',
        what: 'flexible-bounds',
        found: `${minFlex > min ? minFlex : maxFlex}`,
      })
    const feature = cell(naming.feature)
    const quotas = features.get(feature) ?? new Map<string, Quota>()
    if (quotas.has(value)) faults.push({ row, column: naming.value, what: 'value-twice', found: value })
    quotas.set(value, { value, min, max, minFlex, maxFlex })
    features.set(feature, quotas)
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, mostFaults) }
  return { ok: true, value: [...features].map(([name, quotas]) => ({ name, quotas: [...quotas.values()] })) }
}

export type CandidateColumns = {
  /** Column with the id; without one, the row's number is the id. */
  readonly id?: string
  /** Columns that together name a household; whoever has all of them empty lives alone. */
  readonly household?: readonly string[]
}

/** Candidates from `respondents.csv`: a column for each feature, whatever else stands in it is not looked at. */
export function readCandidates(
  rows: Rows,
  features: readonly Feature[],
  { id, household = [] }: CandidateColumns = {},
): Read<readonly Candidate[]> {
  const [header = [], ...body] = withoutTail(rows)
  if (body.length === 0) return { ok: false, faults: [{ row: 1, what: 'empty-file' }] }
  const columns = header.map((name) => name.replace(/^\uFEFF/, '').trim())
  const needed = [...features.map(({ name }) => name), ...(id === undefined ? [] : [id]), ...household]
  const missing = needed.filter((name) => !columns.includes(name))
  if (missing.length > 0)
    return { ok: false, faults: missing.map((column) => ({ row: 1, column, what: 'missing-column' })) }
  const known = features.map(({ quotas }) => new Set(quotas.map(({ value }) => value)))
  const places = features.map(({ name }) => columns.indexOf(name))
  const faults: FileFault[] = []
  const homeOf = new Map<string, string>()
  const candidates = body.map((cells, at): Candidate => {
    const row = at + 2
    const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? ''
    const values = places.map((place) => cells[place]?.trim() ?? '')
    const own = id === undefined ? `${row}` : cell(id)
    if (isBlank(cells)) faults.push({ row, what: 'blank-row' })
    else {
      if (cells.length < columns.length) faults.push({ row, what: 'short-row' })
      if (own === '') faults.push({ row, ...(id === undefined ? {} : { column: id }), what: 'no-value' })
      for (const [feature, value] of values.entries())
        if (!nth(known, feature).has(value))
          faults.push(
            value === ''
              ? { row, column: nth(features, feature).name, what: 'no-value' }
              : { row, column: nth(features, feature).name, what: 'unknown-value', found: value },
          )
    }
    const parts = household.map(cell)
    const home = parts.every((part) => part === '')
      ? undefined
      : JSON.stringify(parts.map((part) => part.toLowerCase()))
    const before = homeOf.get(own)
    if (before !== undefined && own !== '' && !isBlank(cells))
      faults.push({
        row,
        ...(id === undefined ? {} : { column: id }),
        what: before === (home ?? '') ? 'duplicate-id' : 'two-households',
        found: own,
      })
    homeOf.set(own, home ?? '')
    return { id: own, values, household: home }
  })
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, mostFaults) } : { ok: true, value: candidates }
}

/** `features.csv` as the field's tools read it. */
export function writeQuotas(features: readonly Feature[]): string {
  return csvOf([
    ['feature', 'value', 'min', 'max', 'min_flex', 'max_flex'],
    ...features.flatMap(({ name, quotas }) =>
      quotas.map(({ value, min, max, minFlex, maxFlex }) => [
        name,
        value,
        ...[min, max, minFlex, maxFlex].map((bound) => (bound === Infinity ? '' : `${bound}`)),
      ]),
    ),
  ])
}

/** `respondents.csv`: the id, a column for each feature, the household where there is one. */
export function writeCandidates({ features, candidates }: Instance): string {
  return csvOf([
    ['id', ...features.map(({ name }) => name), 'household'],
    ...candidates.map(({ id, values, household }) => [id, ...values, household ?? '']),
  ])
}

const named = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

function withoutTail(rows: Rows): Rows {
  const last = rows.findLastIndex((cells) => !isBlank(cells))
  return rows.slice(0, last + 1)
}

/** A bound as written; the flexible ones may be missing. Nothing for what is no whole number from 0. */
function boundOf(written: string, column: string): number | undefined {
  if (written === '' && column === 'min_flex') return 0
  if (written === '' && column === 'max_flex') return Infinity
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined
}
