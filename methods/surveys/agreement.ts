/**
 * Van der Eijk's agreement A of answers on an ordered scale: 1 all gave the same answer, 0 answers are spread evenly,
 * −1 one half stands at either end. A mean of 4 on a scale to 7 can hide each of the three; this cannot.
 *
 * The distribution is taken apart into layers of equal height, from the lowest up; each layer has a pattern of ones and
 * zeros, and A is the mean of the layers' agreements weighted by how many answers lie in each.
 *
 * Shape: how many gave each answer, in the order of the scale, three answers or more → −1…1 without unit; undefined when nobody
 * answered. Cost: O(k³) for k answers of the scale per layer, at most k layers.
 * Source: C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35 (2001) 325–341; the worked
 * example of the R package agrmt 1.42 is in the test.
 */
export function agreementOf(counts: readonly number[]): number | undefined {
  if (counts.length < 3 || counts.some((count) => !(count >= 0)))
    throw new RangeError('a scale has three answers or more')
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  let left: readonly number[] = counts
  let sum = 0
  for (;;) {
    const standing = left.filter((count) => count > 0)
    if (standing.length === 0) return sum / total
    const height = Math.min(...standing)
    sum += height * standing.length * patternAgreement(left.map((count) => count > 0))
    left = left.map((count) => (count > 0 ? count - height : 0))
  }
}

/** Van der Eijk's formulas (1) to (3): triples that speak for one peak, against triples with a gap in the middle. */
function patternAgreement(pattern: readonly boolean[]): number {
  const all = pattern.length
  const held = pattern.filter(Boolean).length
  let [onePeak, twoPeaks] = [0, 0]
  for (let i = 0; i < all; i += 1) {
    for (let j = i + 1; j < all; j += 1) {
      for (let k = j + 1; k < all; k += 1) {
        const [a, b, c] = [pattern[i], pattern[j], pattern[k]]
        if (a && !b && c) twoPeaks += 1
        if (b && a !== c) onePeak += 1
      }
    }
  }
  const unimodality =
    onePeak + twoPeaks === 0 ? 1 : ((all - 2) * onePeak - (all - 1) * twoPeaks) / ((all - 2) * (onePeak + twoPeaks))
  return unimodality * (1 - (held - 1) / (all - 1))
}
