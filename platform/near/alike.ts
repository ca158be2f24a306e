/**
 * How alike two texts are, between 0 and 1: of all runs of three letters that stand in either of them, the share that
 * stands in both (Jaccard's index of their trigrams). Upper and lower case, marks and the kind of gap do not count.
 * A. Z. Broder, On the resemblance and containment of documents, 1997; letters instead of words, so that it holds for short
 * texts and for languages that join words. O(length).
 */
export function alikeness(one: string, other: string): number {
  return shareOf(trigramsOf(one), trigramsOf(other))
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const both = a.intersection(b).size
  return both / (a.size + b.size - both)
}

/** Two of many texts, by their place in the list, and how alike they are. */
export type Pair = { readonly one: number; readonly other: number; readonly share: number }

/**
 * Every two of these texts that are at least so alike. Each text is cut once, and two of too different a length are not
 * compared: the smaller set divided by the larger bounds the index. O(texts² × length) at worst.
 */
export function alikePairs(texts: readonly string[], from: number): readonly Pair[] {
  const cut = texts.map(trigramsOf)
  return cut.flatMap((a, one) =>
    cut.slice(one + 1).flatMap((b, at) => {
      if (Math.min(a.size, b.size) < from * Math.max(a.size, b.size)) return []
      const share = shareOf(a, b)
      return share >= from ? [{ one, other: one + 1 + at, share }] : []
    }),
  )
}

/**
 * Two answers are nearly the same from here on. Measured on examples (`alike.test.ts`): a letter with another name in it has
 * 0.94, one with another street 0.75, one that goes on in own words 0.4 to 0.55, the same matter written anew 0.3.
 */
export const nearlySameFrom = 0.7

/** Two questions are shown as near from here on: a question asked in other words has 0.5, another matter 0.1. */
const nearQuestionFrom = 0.35

export function isNearQuestion(one: string, other: string): boolean {
  return alikeness(one, other) >= nearQuestionFrom
}

function trigramsOf(text: string): ReadonlySet<string> {
  const letters = [
    ...text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ]
  // A gap at both ends, so that short words weigh as much as long ones.
  const padded = letters.length === 0 ? [] : [' ', ' ', ...letters, ' ']
  return new Set(padded.slice(2).map((_, at) => padded.slice(at, at + 3).join('')))
}
