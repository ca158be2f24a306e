import { textOf, type Item } from './item.ts'
import { firstDay, lastDay } from './partial-date.ts'
import { PopoloError } from './popolo-error.ts'

/** From which day to which day somebody has a seat; null where nobody said. */
export type Term = {
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
}

/** A membership's own dates; where it has none, those of its legislative period. */
export function termOf(membership: Item, period: Item | undefined): Term {
  const own = datesOf(membership)
  if (own.startsOn && own.endsOn && Temporal.PlainDate.compare(own.startsOn, own.endsOn) > 0) {
    throw new PopoloError(`${membership.where}: it ends before it starts`)
  }
  const whole = period ? datesOf(period) : { startsOn: null, endsOn: null }
  const startsOn = own.startsOn ?? whole.startsOn
  const endsOn = own.endsOn ?? whole.endsOn
  if (startsOn === null || endsOn === null || Temporal.PlainDate.compare(startsOn, endsOn) <= 0)
    return { startsOn, endsOn }
  // Its own date lies outside of the period: what the seat says of itself counts, the other end stays open.
  return own
}

function datesOf(item: Item): Term {
  return { startsOn: dayIn(item, 'start_date', firstDay), endsOn: dayIn(item, 'end_date', lastDay) }
}

function dayIn(item: Item, key: string, read: typeof firstDay): Temporal.PlainDate | null {
  const text = textOf(item, key)
  if (text === undefined) return null
  const day = read(text)
  if (day === undefined) throw new PopoloError(`${item.where}: ${key} ‘${text}’ is no date`)
  return day
}
