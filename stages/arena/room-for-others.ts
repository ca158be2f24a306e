/** A least share of women and of men that takes every seat, and what would leave one for somebody of another gender. */
export type NoRoom = {
  readonly share: number
  readonly seats: number
  /** So many women, and so many men. */
  readonly least: number
  /** The next number of seats that leaves one; null where no number does. */
  readonly enough: number | null
  /** The highest share in whole percents that leaves one of these seats; null where none does. */
  readonly lower: number | null
}

/** Nobody sets up a larger group. */
const mostSeats = 1000
const percents = 100

/** A share of 0.4 of 10 seats is never quite 4. */
export function leastOf(share: number, seats: number): number {
  return Math.max(0, Math.ceil(share * seats - 1e-9))
}

/** Null where a seat is left, and where there is no such share at all. */
export function noRoom(share: number, seats: number): NoRoom | null {
  const least = leastOf(share, seats)
  if (least === 0 || isRoom(share, seats)) return null
  const more = Array.from({ length: mostSeats - seats }, (_, at) => seats + at + 1)
  const enough = more.find((one) => isRoom(share, one)) ?? null
  const fewer = Array.from({ length: Math.floor(share * percents) }, (_, at) => Math.floor(share * percents) - at)
  const lower = fewer.find((one) => one < share * percents && isRoom(one / percents, seats)) ?? null
  return { share, seats, least, enough, lower: lower === null ? null : lower / percents }
}

function isRoom(share: number, seats: number): boolean {
  return 2 * leastOf(share, seats) < seats
}
