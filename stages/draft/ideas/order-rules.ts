import type { Id } from '@folkmoot/basics/ids.ts'
import { sortedInPieces, stepsInPiece, type Pieces } from './piece-rules.ts'
import { cosinesOver, vectorOf, wordsIn, type Vector } from './word-rules.ts'

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

type Relevant = { readonly idea: Worded; readonly vector: Vector; readonly relevance: number }
type Candidate = Relevant & {
  /** How like it is to those shown last, but for what a later one surpasses: the greatest stands first. */
  readonly likest: { readonly turn: number; readonly likeness: number }[]
}

/**
 * What speaks to the question first, and each one as different as can be from those just before it.
 * Maximal marginal relevance (J. Carbonell and J. Goldstein, SIGIR 1998, pages 335–336): the next one is that with the most
 * `half its relevance − half its likeness to what stands already`. Relevance and likeness are cosines of word vectors in which a word
 * weighs ln(1 + ideas / ideas that have it), as in Salton and Buckley 1988. We choose among the most relevant that are left
 * (`window`) and look back on the last ones (`remembered`). Equals stand in the order they were written. The same ideas give
 * the same order, however they come.  O(n log n): words and ideas are sorted once, and each idea is compared with at most
 * 1 + window + remembered others.
 *
 * In pieces, so that thousands of ideas hold up nobody.
 */
export function* variedOrder(ideas: readonly Worded[], question: readonly string[]): Pieces<readonly Id<'idea'>[]> {
  const words = yield* wordsIn(ideas.map(({ stems }) => stems))
  const cosinesTo = cosinesOver(words)
  const toQuestion = cosinesTo(vectorOf(words, question))
  const all: Relevant[] = []
  let steps = 0
  for (const idea of ideas) {
    const vector = vectorOf(words, idea.stems)
    all.push({ idea, vector, relevance: toQuestion(vector) })
    steps += 10 * idea.stems.length
    if (steps < stepsInPiece) continue
    yield steps
    steps = 0
  }
  yield steps
  const waiting = yield* sortedInPieces(all, (a, b) => b.relevance - a.relevance || a.idea.number - b.idea.number)
  return yield* chosenInTurn(waiting, cosinesTo)
}

function* chosenInTurn(
  waiting: readonly Relevant[],
  cosinesTo: ReturnType<typeof cosinesOver>,
): Pieces<readonly Id<'idea'>[]> {
  const { window, remembered } = variedOrderMethod
  const near: Candidate[] = waiting.slice(0, window).map((one) => ({ ...one, likest: [] }))
  const shown: { readonly turn: number; readonly vector: Vector }[] = []
  const order: Id<'idea'>[] = []
  let steps = 0
  for (let turn = 0; near.length > 0; turn += 1) {
    const [chosen] = near.splice(bestAt(near), 1)
    if (!chosen) break
    order.push(chosen.idea.id)
    shown.push({ turn, vector: chosen.vector })
    if (shown.length > remembered) shown.shift()
    const likenessTo = cosinesTo(chosen.vector)
    for (const { likest, vector } of near) {
      remember(likest, { turn, likeness: likenessTo(vector) })
      steps += vector.at.length
    }
    const entering = waiting[turn + window]
    if (entering) {
      const candidate: Candidate = { ...entering, likest: [] }
      const likenessOf = cosinesTo(entering.vector)
      for (const { turn: then, vector } of shown) {
        remember(candidate.likest, { turn: then, likeness: likenessOf(vector) })
        steps += vector.at.length
      }
      near.push(candidate)
    }
    if (steps < stepsInPiece) continue
    yield steps
    steps = 0
  }
  yield steps
  return order
}

/** The greatest of the last twenty without looking at all twenty: what is older and less can never be it again. */
function remember(likest: Candidate['likest'], next: Candidate['likest'][number]): void {
  while ((likest[0]?.turn ?? next.turn) <= next.turn - variedOrderMethod.remembered) likest.shift()
  while ((likest.at(-1)?.likeness ?? Number.POSITIVE_INFINITY) <= next.likeness) likest.pop()
  likest.push(next)
}

function bestAt(near: readonly Candidate[]): number {
  const { toTheQuestion } = variedOrderMethod
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  near.forEach(({ relevance, likest, idea }, at) => {
    const worth = toTheQuestion * relevance - (1 - toTheQuestion) * Math.max(0, likest[0]?.likeness ?? 0)
    const isEarlier = idea.number < (near[best]?.idea.number ?? 0)
    if (worth > most || (worth === most && isEarlier)) [best, most] = [at, worth]
  })
  return best
}
