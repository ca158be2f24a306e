import type { StatementSums } from './votes.ts'

const metaPriority = 49 // 7 squared: Polis' constant for statements about who is answering

/**
 * How much is learned by showing each statement: ((1 - p) (E + 1) a (1 + 8 · 2^(-S/5)))², with p the share of passes, a that of
 * agreement (both with one more of two), E how far it sets people apart, S how often it was seen. New ones come first, then those
 * that divide. O(C).  Source: Polis' production mathematics (importance-metric, priority-metric).
 */
export function prioritiesOf(
  { agree, disagree, seen }: StatementSums,
  extremity: Float64Array,
  isMeta: (place: number) => boolean,
): Float64Array {
  return Float64Array.from(seen, (all, place) => {
    if (isMeta(place)) return metaPriority
    const [agreed, passed] = [agree[place] ?? 0, all - (agree[place] ?? 0) - (disagree[place] ?? 0)]
    const importance = (1 - (passed + 1) / (all + 2)) * ((extremity[place] ?? 0) + 1) * ((agreed + 1) / (all + 2))
    return (importance * (1 + 8 * 2 ** (all / -5))) ** 2
  })
}

/**
 * One of the unseen statements, each with its priority as its weight. Undefined when nothing is left. O(C).
 *
 * `drawOf` gives each statement a number in [0, 1) of its own, the same whenever one person asks: a race of exponential times, which
 * the one with the least time wins. One after the other it is a weighted draw without replacement; and a weight that moves a
 * little, or a statement more, seldom changes who is next.  Source: Efraimidis and Spirakis, Weighted random sampling with a
 * reservoir (2006).
 */
export function routed(
  priorities: Float64Array,
  isSeen: (place: number) => boolean,
  drawOf: (place: number) => number,
): number | undefined {
  let [first, least]: [number | undefined, number] = [undefined, Infinity]
  for (const [place, priority] of priorities.entries()) {
    if (!(priority > 0) || isSeen(place)) continue
    const time = -Math.log1p(-drawOf(place)) / priority
    if (time < least) [first, least] = [place, time]
  }
  return first
}
