import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCheckpoint } from './checkpoint.ts'
import { packed } from './hashing.ts'
import { signNote } from './keys.ts'
import { writeNote } from './note.ts'
import { hashing, leafOf, signerOf, textbook, verifyEd25519, type Signer } from './testing-trees.ts'
import { judge, parseAddCheckpoint, writeAddCheckpoint, type Judgement, type Seen } from './witness.ts'

const origin = 'town.example/log'
const log = signerOf(origin, 'note')

type Tree = readonly Uint8Array[]
const first: Tree = Array.from({ length: 40 }, (_, at) => leafOf(at))
const rootOf = (tree: Tree): Uint8Array => hashing.root(packed(tree))

function note(tree: Tree, by: Signer = log): string {
  const text = writeCheckpoint({ origin: by.key.name, size: tree.length, root: rootOf(tree), extensions: [] })
  return writeNote({ text, signatures: [signNote(text, by)] })
}

const asked = (from: number, tree: Tree): string =>
  writeAddCheckpoint({
    from,
    proof: from === 0 ? [] : textbook.proof(from, tree),
    checkpoint: note(tree),
  })

const seenIn = (tree: Tree): Seen | undefined =>
  tree.length > 0 ? { size: tree.length, root: rootOf(tree) } : undefined

const judged = (body: string, seen: Seen | undefined): Judgement =>
  judge(body, {
    keysOf: (name) => (name === origin ? [log.key] : []),
    seenOf: () => seen,
    hashing,
    verify: verifyEd25519,
  })

describe('a witness', () => {
  it('cosigns what it sees first, what has grown, and the same again', () => {
    for (const [before, after] of [
      [0, 1],
      [0, 40],
      [1, 2],
      [8, 40],
      [17, 17],
    ] as const)
      expect(judged(asked(before, first.slice(0, after)), seenIn(first.slice(0, before)))).toMatchObject({
        status: 200,
        seen: { size: after },
      })
  })

  it('answers as the specification says where it does not', () => {
    const seen = seenIn(first.slice(0, 8))
    const good = asked(8, first)
    expect(judged(asked(7, first), seen)).toEqual({ status: 409, size: 8 })
    expect(judged(asked(0, first), seen)).toEqual({ status: 409, size: 8 })
    expect(judged(asked(8, first.slice(0, 8).with(3, leafOf(99))), seen)).toEqual({ status: 409, size: 8 })
    expect(judged(asked(8, first.with(3, leafOf(99))), seen)).toEqual({ status: 422 })
    expect(judged(good.replace('old 8', 'old 41'), seen)).toEqual({ status: 400 })
    expect(judged(good.replace('old 8', 'old 08'), seen)).toEqual({ status: 400 })
    expect(judged(`${good}x`, seen)).toEqual({ status: 400 })
    expect(judged('', seen)).toEqual({ status: 400 })
    const foreign = signerOf('elsewhere.example/log', 'note')
    expect(judged(writeAddCheckpoint({ from: 0, proof: [], checkpoint: note(first, foreign) }), seen)).toEqual({
      status: 404,
    })
    const forged = signerOf(origin, 'note')
    expect(judged(writeAddCheckpoint({ from: 8, proof: [], checkpoint: note(first, forged) }), seen)).toEqual({
      status: 403,
    })
  })

  it('never cosigns two trees of which one is not the beginning of the other, whatever it is asked in whatever order', () => {
    const tree = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }))
      .map(([size, changed]) =>
        changed < 12 && changed < size ? first.slice(0, size).with(changed, leafOf(100)) : first.slice(0, size),
      )
    const request = fc.tuple(fc.integer({ min: 0, max: 40 }), tree)
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        let cosigned: Tree = []
        for (const [from, next] of requests) {
          const told = from <= next.length ? from : next.length
          if (judged(asked(told, next), seenIn(cosigned)).status !== 200) continue
          expect(packed(next).slice(0, packed(cosigned).length)).toEqual(packed(cosigned))
          cosigned = next
        }
      }),
    )
  })

  it('is asked by a body that is read back, of at most 63 hashes', () => {
    const request = { from: 8, proof: [leafOf(1), leafOf(2)], checkpoint: note(first) }
    expect(parseAddCheckpoint(writeAddCheckpoint(request))).toEqual({ ok: true, value: request })
    const long = { ...request, proof: Array.from({ length: 64 }, () => leafOf(1)) }
    expect(parseAddCheckpoint(writeAddCheckpoint(long))).toEqual({ ok: false, refusal: 'request-malformed' })
  })
})
