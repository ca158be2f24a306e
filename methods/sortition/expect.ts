/** One part of a list from which letters are drawn, and what is known of how it answers. */
export type Answering = {
  /** Lines without a letter. */
  readonly left: number
  /** How many of the letters so far were answered with yes; null where that is not known, or may not be said. */
  readonly known: { readonly letters: number; readonly yes: number } | null
}

export type Expecting = {
  /** How many yeses are looked for, in all. */
  readonly wanted: number
  /** The share of letters answered with yes where nothing is known, in (0, 1]. */
  readonly usual: number
}

export type Expected = {
  /** Its part of the yeses, as large as its part of the lines. */
  readonly aim: number
  /** The share of letters to it expected to be answered with yes. */
  readonly rate: number
  readonly isKnown: boolean
  readonly letters: number
  /** It holds fewer lines than letters are needed: fewer yeses than its part are expected. */
  readonly isShort: boolean
}

/** From so few letters no share is worked out: one yes more or less would change it by too much. */
const fewestLetters = 30

/**
 * How many letters the next round needs so that each part of the list gives as many yeses as its part of the lines: the yeses it
 * should give, divided by the share of its letters that is answered with yes. A part of which nothing is known, or nothing was
 * answered with yes, is taken to answer as usual. Rounded up; no part gets more letters than it has lines.
 *
 * Shape: parts → parts. Cost: O(n). Source: the inverse-response-rate allocation of W. G. Cochran, Sampling Techniques (3rd ed.,
 * 1977), 13.2; we leave out its variance term, for the next round corrects what this one misses.
 */
export function lettersNeeded(parts: readonly Answering[], { wanted, usual }: Expecting): readonly Expected[] {
  if (!(usual > 0 && usual <= 1)) throw new RangeError(`a usual share lies in (0, 1], not ${usual}`)
  const lines = parts.reduce((sum, { left }) => sum + left, 0)
  return parts.map(({ left, known }) => {
    const isKnown = known !== null && known.letters >= fewestLetters && known.yes > 0
    const rate = isKnown ? known.yes / known.letters : usual
    const aim = lines === 0 ? 0 : (wanted * left) / lines
    // A machine's 6.000000001 is six.
    const needed = Math.ceil(aim / rate - 1e-9)
    return { aim, rate, isKnown, letters: Math.min(needed, left), isShort: needed > left }
  })
}
