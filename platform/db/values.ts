import { types } from 'pg'

/** How PostgreSQL's values read in the house, and how ours are written. One place, so that no query differs. */

const oid = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700, dates: 1182 } as const

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: Number,
  [oid.numeric]: Number,
  [oid.date]: (text) => Temporal.PlainDate.from(text),
  [oid.dates]: (text) =>
    text
      .slice(1, -1)
      .split(',')
      .filter(Boolean)
      .map((day) => Temporal.PlainDate.from(day)),
  [oid.timestamptz]: (text) => Temporal.Instant.from(withMinutesInOffset(text)),
}

/** Type parsers for `pg`: Temporal for time, number for counts; everything else as the driver has it. */
export const valueTypes = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    return parsers[id] ?? types.getTypeParser(id, format)
  },
}

/** Temporal values would be sent as quoted JSON; the database reads their plain text. */
export function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter)
  const isTemporal = value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
  return isTemporal ? value.toString() : value
}

/** PostgreSQL prints `+00` where Temporal wants `+00:00`. */
function withMinutesInOffset(text: string): string {
  return /[+-]\d\d$/.test(text) ? `${text}:00` : text
}
