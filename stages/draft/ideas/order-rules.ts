import type { Id } from '@folkmoot/basics/ids.ts'

/** An idea as the order sees it: its number and the stems of its words, each once. Who wrote it, and who liked it, is not here. */
export type Worded = { readonly id: Id<'idea'>; readonly number: number; readonly stems: readonly string[] }

/**
 * Told beside the list, so that anybody can sort the same ideas anew.
 * `toTheQuestion` is lambda of the paper. `window` and `remembered` bound the cost: the paper compares all with all.
 */
export const variedOrderMethod = {
  toTheQuestion: 0.5,
  window: 50,
  remembered: 20,
} as const

export type Vector = { readonly at: readonly number[]; readonly weight: readonly number[] }
type Candidate = {
  readonly idea: Worded
  readonly vector: Vector
  readonly relevance: number
  /** How like it is to each of those shown last, the oldest of them first. */
  readonly likeness: number[]
}

/**
 * What speaks to the question first, and each one as different as can be from those just before it.
 * Maximal marginal relevance (J. Carbonell and J. Goldstein, SIGIR 1998, pages 335–336): the next one is that with the most
 * `half its relevance − half its likeness to what stands already`. Relevance and likeness are cosines of word vectors in which a word
 * weighs ln(1 + ideas / ideas that have it), as in Salton and Buckley 1988. We choose among the most relevant that are left
 * (`window`) and look back on the last ones (`remembered`). Equals stand in the order they were written. The same ideas give
 * the same order, however they come. O(n log n), with at most 1 + window + remembered comparisons an idea.
 */
export function variedOrder(
  ideas: readonly Worded[],
  question: readonly string[],
  compare: (a: Vector, b: Vector) => number = cosine,
): readonly Id<'idea'>[] {
  const { toTheQuestion, window, remembered } = variedOrderMethod
  const vectors = vectorsOf(ideas)
  const asked = vectors.of(question)
  const waiting = ideas
    .map((idea) => {
      const vector = vectors.of(idea.stems)
      return { idea, vector, relevance: compare(vector, asked), likeness: [] as number[] }
    })
    .toSorted((a, b) => b.relevance - a.relevance || a.idea.number - b.idea.number)
  const near: Candidate[] = waiting.slice(0, window)
  const shown: Vector[] = []
  const order: Id<'idea'>[] = []
  for (let next = window; near.length > 0; next += 1) {
    const at = bestAt(near, toTheQuestion)
    const [chosen] = near.splice(at, 1)
    if (!chosen) break
    order.push(chosen.idea.id)
    shown.push(chosen.vector)
    if (shown.length > remembered) shown.shift()
    for (const one of near) {
      one.likeness.push(compare(one.vector, chosen.vector))
      if (one.likeness.length > remembered) one.likeness.shift()
    }
    const entering = waiting[next]
    if (entering) {
      entering.likeness.push(...shown.map((vector) => compare(entering.vector, vector)))
      near.push(entering)
    }
  }
  return order
}

function bestAt(near: readonly Candidate[], toTheQuestion: number): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  near.forEach(({ relevance, likeness, idea }, at) => {
    const worth = toTheQuestion * relevance - (1 - toTheQuestion) * Math.max(0, ...likeness)
    const isEarlier = idea.number < (near[best]?.idea.number ?? 0)
    if (worth > most || (worth === most && isEarlier)) [best, most] = [at, worth]
  })
  return best
}

/** Words by their number, so that two vectors are compared in one walk along both. */
function vectorsOf(ideas: readonly Worded[]): { readonly of: (stems: readonly string[]) => Vector } {
  const having = new Map<string, number>()
  for (const { stems } of ideas) for (const stem of new Set(stems)) having.set(stem, (having.get(stem) ?? 0) + 1)
  const numbered = new Map([...having.keys()].sort().map((stem, at) => [stem, at]))
  return {
    of: (stems) => {
      const known = [...new Set(stems)].flatMap((stem) => {
        const at = numbered.get(stem)
        return at === undefined ? [] : [{ at, weight: Math.log(1 + ideas.length / (having.get(stem) ?? 1)) }]
      })
      known.sort((a, b) => a.at - b.at)
      const length = Math.sqrt(known.reduce((sum, { weight }) => sum + weight ** 2, 0))
      return { at: known.map(({ at }) => at), weight: known.map(({ weight }) => weight / length) }
    },
  }
}

/** Of two vectors of length one: 0 for no word in common, 1 for the same words. */
export function cosine(a: Vector, b: Vector): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.at.length && j < b.at.length) {
    const [left, right] = [a.at[i] ?? 0, b.at[j] ?? 0]
    if (left === right) sum += (a.weight[i] ?? 0) * (b.weight[j] ?? 0)
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return sum
}
