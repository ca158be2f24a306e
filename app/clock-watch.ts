import type { Log } from './log.ts'

/** In milliseconds. What is less than this is how clocks are kept right. */
const tolerance = { back: 2_000, apart: 60_000 } as const

/**
 * Deadlines follow the clock of the database, so a step of it moves them. Asked again and again, it says in the log when that clock steps
 * back, and when it goes otherwise than that of this machine: once until it is right again.
 */
export function clockWatch(log: Pick<Log, 'error'>): (database: Temporal.Instant, here: Temporal.Instant) => void {
  let last: Temporal.Instant | undefined
  let isApart = false
  return (database, here) => {
    const back = last ? last.epochMilliseconds - database.epochMilliseconds : 0
    if (back > tolerance.back)
      log.error('the clock of the database stepped back', `by ${seconds(back)}: deadlines end later by as much`)
    const apart = Math.abs(database.epochMilliseconds - here.epochMilliseconds)
    if (apart > tolerance.apart && !isApart)
      log.error('the clock of the database is not that of this machine', `${seconds(apart)} apart: deadlines follow it`)
    isApart = apart > tolerance.apart
    last = database
  }
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1_000)} s`
}
