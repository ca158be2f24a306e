import { countOf, hashSize, type TreeHashing } from './hashing.ts'
import { splitOf, type Range } from './ranges.ts'

/** A full tile has this many hashes. C2SP tlog-tiles, "Merkle Tree". */
export const tileWidth = 256

/** Which tile: its level (0 holds leaf hashes), its place in the level, and its hashes if it is not full. */
export type TileName = { readonly level: number | 'entries'; readonly index: number; readonly width: number }

export type Tile = TileName & { readonly level: number; readonly hashes: Uint8Array }

/** The address of a tile or of a bundle of entries under the log's own: `tile/0/x001/x234/067`, `tile/entries/000.p/7`. */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const parts = digits.match(/.{3}/g) ?? []
  const place = parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join('/')
  return `tile/${level}/${place}${width === tileWidth ? '' : `.p/${width}`}`
}

const tileAddress = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** The tile at an address; nothing where no tile can have it. */
export function tileAt(path: string): TileName | undefined {
  const found = tileAddress.exec(path)
  if (!found) return undefined
  const index = Number(found[2]?.replaceAll(/[x/]/g, ''))
  const width = found[3] === undefined ? tileWidth : Number(found[3])
  const name: TileName = { level: found[1] === 'entries' ? 'entries' : Number(found[1]), index, width }
  const isOne = (name.level === 'entries' || name.level < 64) && (width < tileWidth || found[3] === undefined)
  // One address a tile: no zeros in front that need not be there.
  return isOne && Number.isSafeInteger(index) && tilePath(name) === path ? name : undefined
}

/** How wide the tile is in a tree of `size` leaves; 0 where it is not there. */
export function widthIn(size: number, { level, index }: { readonly level: number; readonly index: number }): number {
  return Math.max(0, Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth))
}

/** Every tile of a tree of `size` leaves, level by level. */
export function* tilesOf(size: number): Generator<TileName & { readonly level: number }> {
  for (let level = 0; tileWidth ** level <= size; level += 1) {
    const hashes = Math.floor(size / tileWidth ** level)
    for (let index = 0; index * tileWidth < hashes; index += 1)
      yield { level, index, width: widthIn(size, { level, index }) }
  }
}

/** A hash of a full subtree: 2^`height` leaves from `index` · 2^`height` on. */
type Node = { readonly height: number; readonly index: number }

const levelHeight = 8

/** Full subtrees that make up a range, from left to right: a range that is no power of two is the tree's right edge. */
function nodesOf({ start, end }: Range): readonly Node[] {
  const size = end - start
  if (size === 1) return [{ height: 0, index: start }]
  const split = splitOf(size)
  if (split * 2 === size) return [{ height: Math.log2(size), index: start / size }]
  const middle = start + split
  return [...nodesOf({ start, end: middle }), ...nodesOf({ start: middle, end })]
}

function placeOf({ height, index }: Node) {
  const level = Math.floor(height / levelHeight)
  const count = 2 ** (height % levelHeight)
  const first = index * count
  return { level, index: Math.floor(first / tileWidth), from: first % tileWidth, count }
}

/** The tiles that hold what is needed for the hashes over these ranges in a tree of `size` leaves. O(log n) for a proof. */
export function tilesFor(ranges: readonly Range[], size: number): readonly (TileName & { readonly level: number })[] {
  const named = new Map<string, TileName & { readonly level: number }>()
  for (const range of ranges)
    for (const node of nodesOf(range)) {
      const { level, index } = placeOf(node)
      named.set(`${level}/${index}`, { level, index, width: widthIn(size, { level, index }) })
    }
  return [...named.values()]
}

/** The hashes of a tile, whatever width of it is at hand; undefined where it is not there. */
export type ReadTile = (level: number, index: number) => Uint8Array | undefined

/** The hash over each range, from tiles. Undefined where a tile is missing or too narrow. O(256) hashes a full subtree. */
export function hashesFrom(
  ranges: readonly Range[],
  read: ReadTile,
  hashing: TreeHashing,
): readonly Uint8Array[] | undefined {
  const hashes: Uint8Array[] = []
  for (const range of ranges) {
    const nodes = nodesOf(range).map((node) => {
      const { level, index, from, count } = placeOf(node)
      const tile = read(level, index)
      return tile && countOf(tile) >= from + count
        ? hashing.root(tile.subarray(from * hashSize, (from + count) * hashSize))
        : undefined
    })
    let over = nodes.at(-1)
    for (const node of nodes.slice(0, -1).toReversed()) over = node && over && hashing.node(node, over)
    if (!over || nodes.includes(undefined)) return undefined
    hashes.push(over)
  }
  return hashes
}
