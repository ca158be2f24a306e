/** Work that can be laid aside between two pieces: each piece tells how many steps it took. Who drives it lets others have their turn. */
export type Pieces<Result> = Generator<number, Result>

/** About so many steps in a piece: a few milliseconds. */
export const stepsInPiece = 100_000

/** All pieces at once, where nobody waits. */
export function wholly<Result>(pieces: Pieces<Result>): Result {
  for (let piece = pieces.next(); ; piece = pieces.next()) if (piece.done) return piece.value
}

const comparesInPiece = stepsInPiece / 10
const shortRun = 256

/** Sorts as `toSorted` does, equals in the order they come: short runs, then merged two by two.  O(n log n). */
export function* sortedInPieces<One>(
  all: readonly One[],
  compare: (one: One, other: One) => number,
): Pieces<readonly One[]> {
  let runs: (readonly One[])[] = []
  let steps = 0
  const counted = (one: One, other: One): number => {
    steps += 1
    return compare(one, other)
  }
  for (let at = 0; at < all.length; at += shortRun) {
    runs.push(all.slice(at, at + shortRun).toSorted(counted))
    if (steps < comparesInPiece) continue
    yield steps
    steps = 0
  }
  while (runs.length > 1) {
    const merged: (readonly One[])[] = []
    for (let at = 0; at < runs.length; at += 2) {
      const [left = [], right = []] = runs.slice(at, at + 2)
      const both: One[] = []
      for (let [i, j] = [0, 0]; i < left.length || j < right.length;) {
        const [one, other] = [left[i], right[j]]
        const isLeft = j >= right.length || (i < left.length && counted(one as One, other as One) <= 0) // both are there
        both.push((isLeft ? one : other) as One) // one of them is
        if (isLeft) i += 1
        else j += 1
        if (steps < comparesInPiece) continue
        yield steps
        steps = 0
      }
      merged.push(both)
    }
    runs = merged
  }
  yield steps
  return runs[0] ?? []
}
