/**
 * Four legitimacies of a case (D11): what went into it, how it was done, what was decided, what came of it. No sum of them is made: a
 * good result does not make up for an unfair way, nor the other way round.
 */

/** The way from inputs to figures. Who changes it gives it another name: what was computed names its own. */
export const method = 'folkmoot-legitimacies/2'

export const legitimacies = ['input', 'throughput', 'output', 'outcome'] as const
export type Legitimacy = (typeof legitimacies)[number]

/** So many of so many; null where it is not known, which is not nought. */
export type Count = { readonly count: number; readonly of: number } | null

/** Where the mean of all who were asked lies, with 95 % confidence; null where too few answered, or nobody was asked. */
export type Mean = { readonly low: number; readonly high: number; readonly from: number; readonly to: number } | null

/** Everything the figures are made from: counts of public acts, and what surveys published. Kept with them, so that anyone can replay it. */
export type Inputs = {
  readonly counts: {
    /** Seats of people who are not elected, of all seats of the confirmed group. */
    readonly 'citizen-seats': Count
    /** Meetings open to the public, of those that were held. */
    readonly 'open-meetings': Count
    /** Questions to politicians that have an answer, of all that were asked. */
    readonly 'answered-questions': Count
    /** Facts the group ordered and got, of all it ordered and did not take back. */
    readonly 'answered-facts': Count
    /** Recommendations the body answered; parked is not answered (R34). */
    readonly 'answered-recommendations': Count
    /** Recommendations answered by the day of the mandate, of those that are due or were answered before it. */
    readonly 'answered-in-time': Count
    /** Recommendations the body accepted, as they were or with changes. */
    readonly 'accepted-recommendations': Count
    /** Promises kept, of all that were made. */
    readonly 'kept-promises': Count
    /** Targets reached by the last measurement, of all targets. */
    readonly 'reached-targets': Count
  }
  readonly means: {
    readonly 'right-mix': Mean
    readonly voice: Mean
    readonly 'equal-chance': Mean
    readonly 'all-heard': Mean
    readonly 'proposals-ours': Mean
    readonly 'answer-meets': Mean
    readonly 'accept-anyway': Mean
    readonly 'useful-chance': Mean
    readonly 'useful-risk': Mean
  }
}

export type FigureKey = keyof Inputs['counts'] | keyof Inputs['means']

/** Which figure stands for which legitimacy. */
export const definitions: Readonly<Record<Legitimacy, readonly FigureKey[]>> = {
  input: ['citizen-seats', 'right-mix', 'voice'],
  throughput: ['open-meetings', 'answered-questions', 'answered-facts', 'equal-chance', 'all-heard'],
  output: [
    'answered-recommendations',
    'answered-in-time',
    'accepted-recommendations',
    'proposals-ours',
    'answer-meets',
  ],
  outcome: ['kept-promises', 'reached-targets', 'useful-chance', 'useful-risk', 'accept-anyway'],
}

/**
 * `share`: 0–1, exact. `mean`: on the scale it was asked on, between two numbers. `unknown`: nothing is known, or there was nothing
 * of which it could be a share.
 */
export type Figure = { readonly key: FigureKey; readonly legitimacy: Legitimacy } & (
  | { readonly kind: 'share'; readonly share: number; readonly count: number; readonly of: number }
  | ({ readonly kind: 'mean' } & NonNullable<Mean>)
  | { readonly kind: 'unknown' }
)

/** The same inputs give the same figures, here and anywhere. Throws a RangeError for counts that cannot be. */
export function figuresOf({ counts, means }: Inputs): readonly Figure[] {
  return legitimacies.flatMap((legitimacy) =>
    definitions[legitimacy].map((key): Figure => {
      const at = { key, legitimacy }
      if (isMean(means, key)) {
        const mean = means[key]
        return mean === null ? { ...at, kind: 'unknown' } : { ...at, kind: 'mean', ...mean }
      }
      const counted = counts[key]
      if (counted === null || counted.of === 0) return { ...at, kind: 'unknown' }
      const { count, of } = counted
      if (!(count >= 0 && count <= of)) throw new RangeError(`${count} of ${of} ${key}`)
      return { ...at, kind: 'share', share: count / of, count, of }
    }),
  )
}

function isMean(means: Inputs['means'], key: FigureKey): key is keyof Inputs['means'] {
  return Object.hasOwn(means, key)
}
