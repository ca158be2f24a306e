/** One person's answers to the items of a scale; null where she did not answer. */
export type Answers = readonly (number | null)[]

export type Scale = {
  /** The lowest and highest answer that can be given. */
  readonly from: number
  readonly to: number
  /** Items, by index, in which a high answer means little of what the scale measures. */
  readonly reversed?: readonly number[]
  /** The least share of items a person must have answered to be given an index; half, unless told. */
  readonly least?: number
}

/**
 * A person's index: the mean of the items she answered, reversed ones turned round; null when she answered too few.
 *
 * Shape: answers of one person → a number on the scale. Throws a RangeError for an answer outside the scale. Cost: O(items).
 * Source: person-mean imputation with the half rule, J. Fayers and D. Machin, Quality of Life (2007), 15.4.
 */
export function indexOf(answers: Answers, { from, to, reversed = [], least = 0.5 }: Scale): number | null {
  const given = answers.flatMap((answer, item) => {
    if (answer === null) return []
    if (!(answer >= from && answer <= to)) throw new RangeError(`answer ${answer} is not on the scale ${from}–${to}`)
    return [reversed.includes(item) ? from + to - answer : answer]
  })
  if (given.length === 0 || given.length < answers.length * least) return null
  return given.reduce((sum, answer) => sum + answer, 0) / given.length
}

/**
 * Cronbach's alpha: how far the items of a scale measure one thing. Only people who answered every item count.
 *
 * Shape: people × items → at most 1, without unit; undefined with fewer than two items or people, or when nothing varies.
 * Cost: O(people × items). Source: L. J. Cronbach, Psychometrika 16 (1951) 297–334;
 * example: J. M. Bland and D. G. Altman's form of it, BMJ 314 (1997) 572.
 */
export function alphaOf(people: readonly Answers[], scale: Scale): number | undefined {
  const whole = people.filter((answers): answers is readonly number[] => answers.every((answer) => answer !== null))
  const turned = whole.map((answers) =>
    answers.map((answer, item) => (scale.reversed?.includes(item) ? scale.from + scale.to - answer : answer)),
  )
  const items = turned[0]?.length ?? 0
  if (items < 2 || turned.length < 2) return undefined
  const ofSums = varianceOf(turned.map((answers) => answers.reduce((sum, answer) => sum + answer, 0)))
  if (ofSums === 0) return undefined
  const ofItems = Array.from({ length: items }, (_, item) => varianceOf(turned.map((answers) => answers[item] ?? 0)))
  return (items / (items - 1)) * (1 - ofItems.reduce((sum, variance) => sum + variance, 0) / ofSums)
}

function varianceOf(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / (numbers.length - 1)
}
