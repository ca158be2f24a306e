/**
 * How alike two texts are, between 0 and 1: of all runs of three letters that stand in either of them, the share that
 * stands in both (Jaccard's index of their trigrams). Upper and lower case, marks and the kind of gap do not count.
 * A. Z. Broder, On the resemblance and containment of documents, 1997; letters instead of words, so that it holds for short
 * texts and for languages that join words. O(length).
 */
export function alikeness(one: string, other: string): number {
  return shareOf(runsOf(one), runsOf(other))
}

export type Runs = Int32Array

/**
 * What stands in both, counted along two lists in order. 0 as soon as so many of the one are missing in the other that the share
 * stays below `from`: texts that are not alike are mostly told apart by their first few runs.
 */
export function shareOf(a: Runs, b: Runs, from = 0): number {
  const mayMiss = a.length - (from * (a.length + b.length)) / (1 + from)
  let both = 0
  for (let one = 0, other = 0; one < a.length && other < b.length;) {
    const [left, right] = [a[one] ?? 0, b[other] ?? 0]
    if (left === right) both += 1
    if (left <= right) one += 1
    if (right <= left) other += 1
    // Half a run more than may be missed: the sum of the line above is rounded.
    if (one - both > mayMiss + 0.5) return 0
  }
  return both === 0 ? 0 : both / (a.length + b.length - both)
}

/** Two of many texts, by their place in the list, and how alike they are. */
export type Pair = { readonly one: number; readonly other: number; readonly share: number }

/**
 * Every two of these texts that are at least so alike. Each text is cut once, and two of too different a length are not
 * compared: the smaller set divided by the larger bounds the index. O(texts² × length) at worst.
 */
export function alikePairs(texts: readonly string[], from: number): readonly Pair[] {
  const cut = texts.map(runsOf)
  return cut.flatMap((a, one) =>
    cut.slice(one + 1).flatMap((b, at) => {
      if (Math.min(a.length, b.length) < from * Math.max(a.length, b.length)) return []
      const share = shareOf(a, b, from)
      return share >= from ? [{ one, other: one + 1 + at, share }] : []
    }),
  )
}

/** Of these texts those that are at least so alike to one, by their place in the list. O(texts × length). */
export function alikeTo(text: string, texts: readonly string[], from: number): readonly Omit<Pair, 'one'>[] {
  const a = runsOf(text)
  return texts.flatMap((other, at) => {
    const b = runsOf(other)
    if (Math.min(a.length, b.length) < from * Math.max(a.length, b.length)) return []
    const share = shareOf(a, b, from)
    return share >= from ? [{ other: at, share }] : []
  })
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

/** One sign can stand for eighteen letters (U+FDFA): what is longer than any text people may send is not looked at. */
const mostLetters = 24_000
const gap = 0x20

/**
 * Each run of three letters as one number, in order, none twice. Two runs in four thousand million share a number: that moves
 * no share anybody could see, and a text is cut without a table of its runs.
 */
export function runsOf(text: string): Runs {
  const letters = lettersOf(text)
  if (letters.length === 0) return new Int32Array()
  // A gap at both ends, so that short words weigh as much as long ones.
  const padded = [gap, gap, ...letters, gap]
  const runs = Int32Array.from({ length: padded.length - 2 }, (_, at) =>
    numbered(padded[at] ?? gap, padded[at + 1] ?? gap, padded[at + 2] ?? gap),
  ).sort()
  return runs.filter((run, at) => at === 0 || run !== runs[at - 1])
}

function numbered(first: number, second: number, third: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ third, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

function lettersOf(text: string): readonly number[] {
  const letters = text
    .normalize('NFKD')
    .slice(0, mostLetters)
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return Array.from(letters, (letter) => letter.codePointAt(0) ?? gap)
}
