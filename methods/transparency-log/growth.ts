import { copyOf, countOf, hashSize, type TreeHashing } from './hashing.ts'
import { tileWidth, widthIn, type ReadTile, type Tile } from './tiles.ts'

/**
 * What must be remembered of a log to add to it: its size and, level by level, the hashes that fill no tile yet. A log of n leaves
 * has log256(n) levels of up to 255 hashes, so 10 million leaves need less than 32 kB.
 */
export type Edge = { readonly size: number; readonly levels: readonly Uint8Array[] }

export const emptyEdge: Edge = { size: 0, levels: [] }

const tileBytes = tileWidth * hashSize

/**
 * Adds leaf hashes (packed, 32 bytes each): the new edge, and each tile that has become full or wider, the lower levels first.
 * A partial tile replaces none: readers of the size before may still ask for it. C2SP tlog-tiles, "Partial Tiles".
 * O(leaves added): 255 hashes for 256 leaves.
 */
export function grow(
  { size, levels }: Edge,
  leaves: Uint8Array,
  hashing: TreeHashing,
): { readonly edge: Edge; readonly tiles: readonly Tile[] } {
  const tiles: Tile[] = []
  const grown: Uint8Array[] = []
  let arriving = leaves
  for (let level = 0; level < levels.length || arriving.length > 0; level += 1) {
    const before = levels[level] ?? new Uint8Array(0)
    const first = Math.floor(size / tileWidth ** (level + 1))
    const all = joined(before, arriving)
    const full = Math.floor(all.length / tileBytes)
    const above = new Uint8Array(full * hashSize)
    for (let at = 0; at < full; at += 1) {
      const hashes = copyOf(all, at * tileBytes, (at + 1) * tileBytes)
      tiles.push({ level, index: first + at, width: tileWidth, hashes })
      above.set(hashing.root(hashes), at * hashSize)
    }
    const rest = copyOf(all, full * tileBytes)
    if (rest.length > 0 && arriving.length > 0)
      tiles.push({ level, index: first + full, width: countOf(rest), hashes: rest })
    grown.push(rest)
    arriving = above
  }
  return { edge: { size: size + countOf(leaves), levels: grown }, tiles }
}

/** The root of the tree whose edge this is. O(log n) and at most 255 hashes a level. */
export function rootOfEdge({ levels }: Edge, hashing: TreeHashing): Uint8Array {
  let root: Uint8Array = new Uint8Array(0)
  // What fills no tile yet at one level is the last and smaller subtree of the level above.
  for (const hashes of levels) if (hashes.length + root.length > 0) root = hashing.root(joined(hashes, root))
  return hashing.root(root)
}

/** The edge of a tree of `size` leaves, from its tiles; undefined where one is missing or of another width. */
export function edgeFrom(size: number, read: ReadTile): Edge | undefined {
  const levels: Uint8Array[] = []
  for (let level = 0; tileWidth ** level <= size; level += 1) {
    const index = Math.floor(size / tileWidth ** (level + 1))
    const width = widthIn(size, { level, index })
    const tile = width === 0 ? new Uint8Array(0) : read(level, index)
    if (tile === undefined || countOf(tile) < width) return undefined
    levels.push(copyOf(tile, 0, width * hashSize))
  }
  return { size, levels }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
