import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

// A table of this many pairs takes four megabytes; minutes of a thousand lines are asked about.
const mostPairs = 1_000_000

/**
 * Three-way merge of two wordings that grew from one, line by line (diff3, Khanna, Kunal & Pierce 2007). A stretch only one of
 * them changed is taken from her; where both wrote something new at the same spot, both stand, the one saved first before the
 * other; where both changed the same lines in different ways nobody but a person can say what is meant. O(lines²).
 */
export function mergeLines(base: string, mine: string, theirs: string): Result<string, 'both-changed'> {
  if (mine === base || mine === theirs) return accept(theirs)
  if (theirs === base) return accept(mine)
  const [b, m, t] = [linesOf(base), linesOf(mine), linesOf(theirs)]
  if (b.length * Math.max(m.length, t.length) > mostPairs) return refuse('both-changed')
  const [inMine, inTheirs] = [matches(b, m), matches(b, t)]
  const merged: string[] = []
  let [atB, atM, atT] = [0, 0, 0]
  for (let line = 0; line <= b.length; line += 1) {
    const isEnd = line === b.length
    const [toM, toT] = isEnd ? [m.length, t.length] : [inMine.get(line), inTheirs.get(line)]
    if (toM === undefined || toT === undefined) continue
    const stretch = stretchOf({ b: b.slice(atB, line), m: m.slice(atM, toM), t: t.slice(atT, toT) })
    if (!stretch) return refuse('both-changed')
    merged.push(...stretch, ...(isEnd ? [] : b.slice(line, line + 1)))
    ;[atB, atM, atT] = [line + 1, toM + 1, toT + 1]
  }
  return accept(merged.join('\n'))
}

type Stretch = { readonly b: readonly string[]; readonly m: readonly string[]; readonly t: readonly string[] }

function stretchOf({ b, m, t }: Stretch): readonly string[] | undefined {
  if (isSame(m, b) || isSame(m, t)) return t
  if (isSame(t, b)) return m
  return b.every((line) => line === '') && m.length > 0 && t.length > 0 ? [...t, ...m] : undefined
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at])
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}

/** Which line of the first stands where in the second, along their longest common subsequence. */
function matches(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number> {
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found = new Map<number, number>()
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      found.set(i, j)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return found
}
