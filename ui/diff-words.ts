import type { DiffPart } from './word-diff.tsx'

// Beyond this many word pairs the table would cost a reader's patience; the whole text is then one change.
const mostPairs = 1_000_000

/**
 * Longest common subsequence of words (Wagner & Fischer 1974), spaces kept with the word after them.
 * The parts that are not `in` spell the original, those that are not `out` the amended text. O(n·m).
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length * b.length > mostPairs) return joined([...a.map(part('out')), ...b.map(part('in'))])
  const common = lengths(a, b)
  const at = (i: number, j: number): number => common[i * (b.length + 1) + j] ?? 0
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [out, put] = [a[i], b[j]]
    if (out !== undefined && out === put) {
      parts.push({ kind: 'same', text: out })
      i += 1
      j += 1
    } else if (out !== undefined && (put === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'out', text: out })
      i += 1
    } else if (put !== undefined) {
      parts.push({ kind: 'in', text: put })
      j += 1
    }
  }
  return joined(parts)
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? []
}

function part(kind: DiffPart['kind']) {
  return (text: string): DiffPart => ({ kind, text })
}

/** Length of the longest common subsequence of the ends of both, from each pair of places. */
function lengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  return table
}

/** Neighbours of one kind become one part. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const whole: DiffPart[] = []
  for (const { kind, text } of parts) {
    const last = whole.at(-1)
    if (last?.kind === kind) whole[whole.length - 1] = { kind, text: last.text + text }
    else whole.push({ kind, text })
  }
  return whole
}
