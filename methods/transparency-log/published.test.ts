import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCheckpoint } from './checkpoint.ts'
import { packed } from './hashing.ts'
import { parseKey, verifyNote } from './keys.ts'
import { parseNote } from './note.ts'
import { consistencyRanges, inclusionRanges } from './ranges.ts'
import { hashing, sha256, verifyEd25519 } from './testing-trees.ts'
import { hashesFrom } from './tiles.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

/** What others published of the same formats. Skipped where the data is not there. */

const shared = join(import.meta.dirname, '../../../shared/data')
const isThere = existsSync(join(shared, 'log')) && existsSync(join(shared, 'standards/tlog'))

type Vector = {
  readonly leafIdx: number
  readonly treeSize?: number
  readonly size1: number
  readonly size2?: number
  readonly start: number
  readonly end: number
  readonly size: number
  readonly leafHash: string
  readonly root: string
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

type Trees = {
  readonly empty_root: string
  readonly leaf_hash: readonly { readonly data_hex?: string; readonly data_ascii?: string; readonly hash: string }[]
  readonly node_hash: readonly { readonly left_ascii: string; readonly right_ascii: string; readonly hash: string }[]
  readonly tree: { readonly leaves_hex: readonly string[]; readonly roots_hex: readonly string[] }
}

type Proofs = {
  readonly leaf_hashes: readonly string[]
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly proof: readonly string[] }[]
  readonly consistency: readonly { readonly old: number; readonly new: number; readonly proof: readonly string[] }[]
}

type Signed = { readonly vkey: string; readonly note_text: string; readonly signature_line: string }

const read = (path: string): string => readFileSync(join(shared, path), 'utf8')
const hex = (text: string): Uint8Array => Uint8Array.fromHex(text)
const base64 = (text: string | null): Uint8Array => Uint8Array.fromBase64(text ?? '')
const hashes = (list: readonly string[] | null): readonly Uint8Array[] => (list ?? []).map(base64)

const vectors = (kind: string): readonly (Vector & { readonly path: string })[] =>
  globSync(`log/transparency-dev-merkle/testdata/${kind}/**/*.json`, { cwd: shared }).map((path) => {
    const vector: Vector = JSON.parse(read(path))
    return { path, ...vector }
  })

describe.skipIf(!isThere)('the vectors of transparency-dev/merkle', () => {
  it.each([
    ['inclusion', 98],
    ['subtreeinclusion', 204],
  ])('%s', (kind, count) => {
    const all = vectors(kind)
    expect(all).toHaveLength(count)
    for (const { path, leafIdx, treeSize, start, end, leafHash, root, proof, wantErr } of all) {
      const under = treeSize ?? { start, end }
      const found = verifyInclusion(
        { index: leafIdx, under, leafHash: base64(leafHash), root: base64(root), proof: hashes(proof) },
        hashing,
      )
      expect([path, found.ok]).toEqual([path, !wantErr])
    }
  })

  it.each([
    ['consistency', 98],
    ['subtreeconsistency', 118],
  ])('%s', (kind, count) => {
    const all = vectors(kind)
    expect(all).toHaveLength(count)
    for (const { path, size1, size2, start, end, size, root1, root2, proof, wantErr } of all) {
      const sizes = size2 === undefined ? { part: { start, end }, size } : { part: size1, size: size2 }
      const found = verifyConsistency(
        { ...sizes, partRoot: base64(root1), root: base64(root2), proof: hashes(proof) },
        hashing,
      )
      expect([path, found.ok]).toEqual([path, !wantErr])
    }
  })
})

describe.skipIf(!isThere)('the vectors of RFC 6962', () => {
  it('hash leaves, nodes and trees of zero to eight leaves', () => {
    const { empty_root, leaf_hash, node_hash, tree }: Trees = JSON.parse(read('log/rfc6962_vectors.json'))
    const bytes = new TextEncoder()
    expect(hashing.emptyRoot()).toEqual(hex(empty_root))
    for (const one of leaf_hash)
      expect(hashing.leaf(one.data_hex === undefined ? bytes.encode(one.data_ascii) : hex(one.data_hex))).toEqual(
        hex(one.hash),
      )
    for (const one of node_hash)
      expect(hashing.node(bytes.encode(one.left_ascii), bytes.encode(one.right_ascii))).toEqual(hex(one.hash))
    const leaves = tree.leaves_hex.map((leaf) => hashing.leaf(hex(leaf)))
    for (const [size, root] of tree.roots_hex.entries())
      expect(hashing.root(packed(leaves.slice(0, size)))).toEqual(hex(root))
  })

  it('prove inclusion and consistency in the tree of eight leaves', () => {
    const { leaf_hashes, inclusion, consistency }: Proofs = JSON.parse(read('standards/tlog/rfc6962-vectors.json'))
    const tile = packed(leaf_hashes.map(hex))
    const prove = (ranges: ReturnType<typeof inclusionRanges>) => hashesFrom(ranges, () => tile, hashing)
    for (const { index, size, proof } of inclusion)
      expect(prove(inclusionRanges(index, { start: 0, end: size }))).toEqual(proof.map(hex))
    for (const one of consistency)
      expect(prove(consistencyRanges({ start: 0, end: one.old }, one.new))).toEqual(one.proof.map(hex))
  })
})

describe.skipIf(!isThere)('the notes of C2SP', () => {
  const signers = (note: string, vkey: string) => {
    const [parsed, key] = [parseNote(note), parseKey(vkey.trim(), sha256)]
    if (!parsed.ok || !key.ok) throw new Error(`${JSON.stringify(parsed)} ${JSON.stringify(key)}`)
    return verifyNote(parsed.value, [key.value], verifyEd25519)
  }

  it('the example of signed-note verifies, and does not when a letter changes', () => {
    const { vkey, note_text, signature_line }: Signed = JSON.parse(read('standards/tlog/signed-note-vector.json'))
    expect(signers(`${note_text}\n${signature_line}\n`, vkey)).toMatchObject({
      ok: true,
      value: [{ key: { name: 'example.com/foo', keyId: 0x530d903a } }],
    })
    expect(signers(`${note_text.replace('an', 'no')}\n${signature_line}\n`, vkey)).toEqual({
      ok: false,
      refusal: 'signature-wrong',
    })
  })

  it('a checkpoint over the tree of eight leaves verifies and has its root', () => {
    const note = read('standards/tlog/checkpoint-size8.txt')
    expect(signers(note, read('standards/tlog/checkpoint-size8.vkey'))).toMatchObject({ ok: true })
    const { tree }: Trees = JSON.parse(read('log/rfc6962_vectors.json'))
    const parsed = parseNote(note)
    expect(parsed.ok && parseCheckpoint(parsed.value.text)).toEqual({
      ok: true,
      value: { origin: 'participation.example/log', size: 8, root: hex(tree.roots_hex[8] ?? ''), extensions: [] },
    })
  })
})
