/** A date of Popolo is "2014", "2014-11" or "2014-11-22", with a time of day in some files; the time is not looked at. */
const form = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/

/** The first day of the year, month or day; undefined when it is no date. */
export function firstDay(text: string): Temporal.PlainDate | undefined {
  const [, year, month = '01', day = '01'] = form.exec(text.trim()) ?? []
  if (year === undefined) return undefined
  try {
    return Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' })
  } catch {
    return undefined // such as 2014-02-30
  }
}

/** The last day of the year, month or day: who served "until 2014" served all of it. */
export function lastDay(text: string): Temporal.PlainDate | undefined {
  const first = firstDay(text)
  const [, , month, day] = form.exec(text.trim()) ?? []
  if (first === undefined || day !== undefined) return first
  const span = month === undefined ? { years: 1 } : { months: 1 }
  return first.add(span).subtract({ days: 1 })
}
