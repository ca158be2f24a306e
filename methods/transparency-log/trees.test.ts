import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgeFrom, emptyEdge, grow, rootOfEdge, type Edge } from './growth.ts'
import { hashSize, packed } from './hashing.ts'
import { consistencyRanges, inclusionRanges, splitOf } from './ranges.ts'
import { hashing, leafOf, textbook } from './testing-trees.ts'
import { hashesFrom, tileAt, tilePath, tilesFor, tilesOf, tileWidth, widthIn, type ReadTile } from './tiles.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

const leaves = (from: number, to: number): Uint8Array =>
  packed(Array.from({ length: to - from }, (_, at) => leafOf(from + at)))

/** A log as it lies on a disk: tiles by their addresses, wider ones beside the narrower ones before. */
class Store {
  edge: Edge = emptyEdge
  readonly tiles = new Map<string, Uint8Array>()

  growTo(size: number): this {
    const grown = grow(this.edge, leaves(this.edge.size, size), hashing)
    this.edge = grown.edge
    for (const tile of grown.tiles) {
      expect(this.tiles.has(tilePath(tile))).toBe(false)
      this.tiles.set(tilePath(tile), tile.hashes)
    }
    return this
  }

  /** As a reader of the tree of `size` leaves asks. */
  readIn(size: number): ReadTile {
    return (level, index) => this.tiles.get(tilePath({ level, index, width: widthIn(size, { level, index }) }))
  }
}

describe('a tree', () => {
  it('has the root of the textbook at every size up to 600, grown leaf by leaf', () => {
    const store = new Store()
    const all: Uint8Array[] = []
    for (let size = 0; size <= 600; size += 1) {
      store.growTo(size)
      if (size > 0) all.push(leafOf(size - 1))
      if (size < 70 || size % 64 < 2) expect(rootOfEdge(store.edge, hashing)).toEqual(textbook.root(all))
    }
  })

  it('does not depend on how many leaves came at once: same tiles, same root, and every tile of each size there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 }), (batches) => {
        const store = new Store()
        for (const batch of batches) store.growTo(store.edge.size + batch)
        const { size } = store.edge
        const atOnce = new Store().growTo(size)
        expect(rootOfEdge(store.edge, hashing)).toEqual(rootOfEdge(atOnce.edge, hashing))
        for (const name of tilesOf(size))
          expect(store.tiles.get(tilePath(name))).toEqual(atOnce.tiles.get(tilePath(name)))
        expect(edgeFrom(size, store.readIn(size))).toEqual(store.edge)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves what it is given as it was, also where that is a Buffer of Node, whose slices are views', () => {
    const given = Buffer.from(leaves(0, 600))
    const before = Uint8Array.from(given)
    const { edge, tiles } = grow(emptyEdge, given, hashing)
    expect(rootOfEdge(edge, hashing)).toEqual(hashing.root(given))
    expect(Uint8Array.from(given)).toEqual(before)
    given.fill(0)
    expect(tiles.map(({ hashes }) => hashes)).toEqual(
      grow(emptyEdge, before, hashing).tiles.map(({ hashes }) => hashes),
    )
  })

  it('of 70,000 leaves has the tiles the specification counts', () => {
    const names = [...tilesOf(70_000)]
    const of = (level: number) => names.filter((name) => name.level === level).map(({ width }) => width)
    expect(of(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112])
    expect(of(1)).toEqual([256, 17])
    expect(of(2)).toEqual([1])
    expect(names).toHaveLength(277)
    expect([...tilesOf(256)].map(({ level, width }) => [level, width])).toEqual([
      [0, 256],
      [1, 1],
    ])
    expect([...tilesOf(0)]).toEqual([])
  })

  it.each([1, 255, 256, 257, 65_535, 65_536, 70_000])(
    'of %i leaves proves from its tiles alone what the textbook root demands',
    (size) => {
      const store = new Store()
      const before = Math.max(1, Math.floor(size * 0.6))
      store.growTo(before)
      const partRoot = rootOfEdge(store.edge, hashing)
      const root = rootOfEdge(store.growTo(size).edge, hashing)
      if (size < 1000) expect(root).toEqual(textbook.root(Array.from({ length: size }, (_, at) => leafOf(at))))
      for (const index of new Set([0, before - 1, size - 1, Math.floor(size / 2)])) {
        const ranges = inclusionRanges(index, { start: 0, end: size })
        expect(tilesFor(ranges, size).length).toBeLessThanOrEqual(2 * 3)
        const proof = hashesFrom(ranges, store.readIn(size), hashing) ?? []
        expect(verifyInclusion({ index, under: size, leafHash: leafOf(index), root, proof }, hashing)).toEqual({
          ok: true,
          value: true,
        })
      }
      const proof = hashesFrom(consistencyRanges({ start: 0, end: before }, size), store.readIn(size), hashing) ?? []
      expect(verifyConsistency({ part: before, partRoot, size, root, proof }, hashing)).toEqual({
        ok: true,
        value: true,
      })
    },
  )
})

describe('proofs', () => {
  const size = 600
  const store = new Store()
  for (let at = 0; at <= size; at += 1) store.growTo(at)
  const all = Array.from({ length: size }, (_, at) => leafOf(at))
  const rootAt = (at: number): Uint8Array => hashing.root(packed(all.slice(0, at)))
  const sizes = fc.integer({ min: 1, max: size })

  it('are those of RFC 6962, and verify', () => {
    fc.assert(
      fc.property(sizes, sizes, (one, other) => {
        const [small, great] = [Math.min(one, other), Math.max(one, other)]
        const read = store.readIn(great)
        const path = hashesFrom(inclusionRanges(small - 1, { start: 0, end: great }), read, hashing) ?? []
        expect(path).toEqual(textbook.path(small - 1, all.slice(0, great)))
        expect(
          verifyInclusion(
            { index: small - 1, under: great, leafHash: leafOf(small - 1), root: rootAt(great), proof: path },
            hashing,
          ).ok,
        ).toBe(true)
        const grown = hashesFrom(consistencyRanges({ start: 0, end: small }, great), read, hashing) ?? []
        expect(grown).toEqual(textbook.proof(small, all.slice(0, great)))
        expect(
          verifyConsistency(
            { part: small, partRoot: rootAt(small), size: great, root: rootAt(great), proof: grown },
            hashing,
          ).ok,
        ).toBe(true)
      }),
    )
  })

  it('of another leaf, place, size, root or with a hash changed, missing or added are refused', () => {
    const wrong = fc.constantFrom('leaf', 'index', 'root', 'bit', 'missing', 'added', 'order')
    fc.assert(
      fc.property(sizes, fc.nat(size), fc.nat(), wrong, (under, at, bit, fault) => {
        const index = at % under
        const proof = [
          ...(hashesFrom(inclusionRanges(index, { start: 0, end: under }), store.readIn(under), hashing) ?? []),
        ]
        const right = { index, under, leafHash: leafOf(index), root: rootAt(under), proof }
        const given = { ...right, proof: [...proof] }
        if (fault === 'leaf') given.leafHash = leafOf(index + 1)
        if (fault === 'index') given.index = (index + 1) % (under + 1)
        if (fault === 'root') given.root = flipped(right.root, bit)
        if (fault === 'bit' && proof.length > 0)
          given.proof[bit % proof.length] = flipped(proof[bit % proof.length] ?? right.root, bit)
        if (fault === 'missing') given.proof.pop()
        if (fault === 'added') given.proof.splice(bit % (proof.length + 1), 0, leafOf(bit))
        if (fault === 'order') given.proof.reverse()
        const isChanged = JSON.stringify(given, hexed) !== JSON.stringify(right, hexed)
        expect(verifyInclusion(given, hashing).ok).toBe(!isChanged)
      }),
      { numRuns: 300 },
    )
  })

  it('of a history that was rewritten do not exist: no proof for one tree serves the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: size }), fc.nat(), (great, seed) => {
        const small = 1 + (seed % (great - 1))
        const rewritten = all.slice(0, great).with(seed % small, leafOf(size + 1))
        const proof = textbook.proof(small, rewritten)
        const said = {
          part: small,
          partRoot: rootAt(small),
          size: great,
          root: textbook.root(rewritten),
          proof,
        }
        expect(verifyConsistency(said, hashing).ok).toBe(false)
      }),
    )
  })

  it('ask for no more tiles as the log grows than it has levels', () => {
    for (const huge of [1e6, 1e7, 2 ** 40 + 12_345, Number.MAX_SAFE_INTEGER]) {
      const levels = Math.ceil(Math.log2(huge) / 8) + 1
      expect(tilesFor(inclusionRanges(Math.floor(huge / 3), { start: 0, end: huge }), huge).length).toBeLessThanOrEqual(
        2 * levels,
      )
      expect(
        tilesFor(consistencyRanges({ start: 0, end: Math.floor(huge / 3) }, huge), huge).length,
      ).toBeLessThanOrEqual(3 * levels)
    }
  })

  it('are not made where a tile is missing or too narrow', () => {
    const ranges = inclusionRanges(3, { start: 0, end: 300 })
    expect(hashesFrom(ranges, () => undefined, hashing)).toBeUndefined()
    expect(hashesFrom(ranges, () => new Uint8Array(hashSize), hashing)).toBeUndefined()
    expect(edgeFrom(300, () => undefined)).toBeUndefined()
  })
})

describe('the address of a tile', () => {
  it('is that of the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: tileWidth })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 'entries', index: 7, width: 12 })).toBe('tile/entries/007.p/12')
  })

  it('is read back, and no tile has two', () => {
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const))
    const names = fc.record({ level, index: fc.nat(2 ** 40), width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(names, (name) => {
        expect(tileAt(tilePath(name))).toEqual(name)
      }),
    )
    for (const path of [
      'tile/00/000',
      'tile/64/000',
      'tile/0/x000/001',
      'tile/0/1',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/../000',
      'tile/0/000/',
      'tile/a/000',
      'tile/0/x999/x999/x999/x999/x999/999',
    ])
      expect([path, tileAt(path)]).toEqual([path, undefined])
  })
})

it('a list is split at the greatest power of two below its length', () => {
  expect([2, 3, 4, 5, 8, 9, 1025].map(splitOf)).toEqual([1, 2, 2, 4, 4, 8, 1024])
})

const flipped = (hash: Uint8Array, bit: number): Uint8Array => {
  const at = Math.floor(bit / 8) % hashSize
  return hash.with(at, (hash[at] ?? 0) ^ (1 << (bit % 8)))
}

const hexed = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? value.toHex() : value)
