import { readQuotas, type QuotaFault } from '@folkmoot/sortition/files.ts'
import type { Feature } from '@folkmoot/sortition/instance.ts'
import { readTable, type Table, type TableFault } from '../population/table.ts'
import { isFixed } from './form.ts'
import type { Limit } from './limits.ts'
import type { OfferedFeature } from './offered.ts'

/** What is wrong in a file of limits, and where; what the table itself is not able to be is said as of any table. */
export type LimitsFileFault =
  | { readonly of: 'table'; readonly fault: TableFault }
  | {
      readonly of: 'limits'
      readonly what: Wrong
      readonly row: number
      readonly column: string
      readonly found: string
    }

type Wrong = QuotaFault['what'] | 'unknown-feature' | 'unknown-group' | 'missing-group'

/** Whoever chose another file needs to see the first of what is wrong. */
const mostFaults = 100

type Reading = {
  readonly offered: readonly OfferedFeature[]
  readonly seats: number
  /** What the place calls those who do not say: they are never limited. */
  readonly untoldName: string
}

/**
 * Limits from a `categories.csv` or `features.csv` of the field's tools, put into the features the place counts people by; names are
 * matched whatever their case. A feature the file does not name is not used; of one it names every group has to be there.
 */
export function readLimitsFile(
  bytes: Uint8Array,
  { offered, seats, untoldName }: Reading,
):
  | { readonly ok: true; readonly features: readonly OfferedFeature[] }
  | { readonly ok: false; readonly faults: readonly LimitsFileFault[] } {
  const table = readTable(bytes)
  if (!table.ok) return { ok: false, faults: [{ of: 'table', fault: table.fault }] }
  const { columns, rows } = table.value
  const read = readQuotas([columns, ...rows.map(({ fields }) => fields)])
  if (!read.ok) return { ok: false, faults: read.faults.map((fault) => inLines(fault, table.value)) }
  const wanted = read.value.map((feature) => ({
    ...feature,
    quotas: feature.quotas.filter(({ value }) => !isSame(value, untoldName)),
  }))
  const settable = offered.filter((feature) => !isFixed(feature))
  const faults = wanted.flatMap((feature) => mismatches(feature, { settable, table: table.value }))
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, mostFaults) }
  return {
    ok: true,
    features: offered.map((feature) => {
      if (isFixed(feature)) return feature
      const own = wanted.find(({ name }) => isSame(name, feature.name))
      if (!own) return { ...feature, isUsed: false, isSuggested: false }
      return {
        ...feature,
        isUsed: true,
        isSuggested: false,
        values: feature.values.map((value) => limited(value, own, seats)),
      }
    }),
  }
}

function limited(value: Limit, { quotas }: Feature, seats: number): Limit {
  const quota = quotas.find((one) => isSame(one.value, value.name))
  if (!quota) return value
  const { min, max, minFlex, maxFlex } = quota
  // A file without flexible bounds allows any: no more than there are seats.
  return { ...value, min, max, minFlex, maxFlex: maxFlex === Infinity ? Math.max(max, seats) : maxFlex }
}

function mismatches(
  { name, quotas }: Feature,
  { settable, table }: { readonly settable: readonly OfferedFeature[]; readonly table: Table },
): readonly LimitsFileFault[] {
  const rowOf = (...texts: readonly string[]): number =>
    table.rows.find(({ fields }) => texts.every((text) => fields.includes(text)))?.number ?? 1
  const own = settable.find((feature) => isSame(feature.name, name))
  const fault = (what: Wrong, found: string, row: number): LimitsFileFault => ({
    of: 'limits',
    what,
    row,
    column: name,
    found,
  })
  if (!own) return [fault('unknown-feature', name, rowOf(name))]
  return [
    ...quotas
      .filter(({ value }) => !own.values.some((one) => isSame(one.name, value)))
      .slice(0, mostFaults)
      .map(({ value }) => fault('unknown-group', value, rowOf(name, value))),
    ...own.values
      .filter((one) => !quotas.some(({ value }) => isSame(one.name, value)))
      .map((one) => fault('missing-group', one.name, rowOf(name))),
  ]
}

/** The rows of a fault count from the header; a reader counts the lines of her file. */
function inLines(fault: QuotaFault, { rows }: Table): LimitsFileFault {
  return {
    of: 'limits',
    what: fault.what,
    row: rows[fault.row - 2]?.number ?? fault.row,
    column: fault.column ?? '',
    found: 'found' in fault ? fault.found : '',
  }
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
