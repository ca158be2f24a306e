/**
 * Leading from a distance and leading from within: boundary spanning works best with both (28 cases in nine countries, FAILURES F18).
 * What a politician did in one case within a while, counted in two columns. No sum and no rank: a zero is what matters.
 */
export type Hands = {
  /** Set the frame: took the case up, said or changed where she stands. */
  readonly framing: number
  /** Was there: came to meetings, answered, replied, wrote what she heard. */
  readonly presence: number
}

/** As long as two meetings of a series lie apart, and a while more. */
export const windowDays = 60

export type Nudge = 'hands-off' | 'hands-on'

/** Asked of her who leads a case or sits in it while people work in it. Both at zero: coming comes first. */
export function nudgeOf({ framing, presence }: Hands): Nudge | null {
  if (presence === 0) return 'hands-off'
  return framing === 0 ? 'hands-on' : null
}
