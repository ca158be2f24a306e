import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { areEqual, hashSize, type TreeHashing } from './hashing.ts'
import { isNode, splitOf, type Range } from './ranges.ts'

/** A tree of 2^53 leaves, the greatest whose size is a whole number here, has no longer proof. */
const longestProof = 64

export type ProofFault = 'no-such-range' | 'proof-malformed' | 'proof-too-short' | 'proof-too-long' | 'another-root'

export type Inclusion = {
  readonly index: number
  /** The number of leaves in the tree, or the range of the node the leaf is said to be under. */
  readonly under: number | Range
  readonly leafHash: Uint8Array
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 section 2.1.3.2; under a range, draft-ietf-plants-merkle-tree-certs section 4.3.2. O(log n). */
export function verifyInclusion(
  { index, under, leafHash, root, proof }: Inclusion,
  hashing: TreeHashing,
): Result<true, ProofFault> {
  const whole = typeof under === 'number' ? { start: 0, end: under } : under
  if (!isNode(whole) || !Number.isSafeInteger(index) || index < whole.start || index >= whole.end)
    return refuse('no-such-range')
  if (leafHash.length !== hashSize) return refuse('proof-malformed')
  const hashes = given(proof)
  if (!hashes.ok) return hashes
  const next = hashes.value
  const rootOver = ({ start, end }: Range): Uint8Array => {
    if (end - start === 1) return leafHash
    const middle = start + splitOf(end - start)
    if (index < middle) {
      const left = rootOver({ start, end: middle })
      return hashing.node(left, next.take())
    }
    const right = rootOver({ start: middle, end })
    return hashing.node(next.take(), right)
  }
  return next.judge(areEqual(rootOver(whole), root))
}

export type Consistency = {
  /** The number of leaves in the older tree, or the range of the node that is said to be in the tree. Never nothing. */
  readonly part: number | Range
  readonly partRoot: Uint8Array
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 section 2.1.4.2; for a range, draft-ietf-plants-merkle-tree-certs section 4.4.3. O(log n). */
export function verifyConsistency(
  { part: said, partRoot, size, root, proof }: Consistency,
  hashing: TreeHashing,
): Result<true, ProofFault> {
  const part = typeof said === 'number' ? { start: 0, end: said } : said
  if (typeof said !== 'number' && isEmptyIn(part, size))
    return judgeEmpty(proof, areEqual(partRoot, hashing.emptyRoot()))
  if (!isNode(part) || !Number.isSafeInteger(size) || part.end > size) return refuse('no-such-range')
  const hashes = given(proof)
  if (!hashes.ok) return hashes
  const next = hashes.value
  type Both = { readonly part: Uint8Array; readonly whole: Uint8Array }
  const rootsOver = (inside: Range, { start, end }: Range, isKnown: boolean): Both => {
    if (inside.start === start && inside.end === end) {
      const hash = isKnown ? partRoot : next.take()
      return { part: hash, whole: hash }
    }
    const middle = start + splitOf(end - start)
    if (inside.end <= middle) {
      const left = rootsOver(inside, { start, end: middle }, isKnown)
      return { part: left.part, whole: hashing.node(left.whole, next.take()) }
    }
    if (inside.start >= middle) {
      const right = rootsOver(inside, { start: middle, end }, isKnown)
      return { part: right.part, whole: hashing.node(next.take(), right.whole) }
    }
    const right = rootsOver({ start: middle, end: inside.end }, { start: middle, end }, false)
    const left = next.take()
    return { part: hashing.node(left, right.part), whole: hashing.node(left, right.whole) }
  }
  const roots = rootsOver(part, { start: 0, end: size }, true)
  return next.judge(areEqual(roots.part, partRoot) && areEqual(roots.whole, root))
}

/** A range without leaves is part of every tree; an older tree without leaves says nothing, and is not asked for. */
function isEmptyIn({ start, end }: Range, size: number): boolean {
  return [start, end, size].every(Number.isSafeInteger) && start === end && start >= 0 && end <= size
}

function judgeEmpty(proof: readonly Uint8Array[], isRight: boolean): Result<true, ProofFault> {
  if (proof.length > 0) return refuse('proof-too-long')
  return isRight ? accept(true) : refuse('another-root')
}

type Given = { readonly take: () => Uint8Array; readonly judge: (isRight: boolean) => Result<true, ProofFault> }

/** The hashes of a proof, one after the other; whether there were too few or too many is judged at the end. */
function given(proof: readonly Uint8Array[]): Result<Given, ProofFault> {
  if (proof.length > longestProof) return refuse('proof-too-long')
  // Of other lengths, two different pairs could be one message.
  if (proof.some((hash) => hash.length !== hashSize)) return refuse('proof-malformed')
  let taken = 0
  const missing = new Uint8Array(hashSize)
  return accept({
    take: () => proof[taken++] ?? missing,
    judge(isRight) {
      if (taken > proof.length) return refuse('proof-too-short')
      if (taken < proof.length) return refuse('proof-too-long')
      return isRight ? accept(true) : refuse('another-root')
    },
  })
}
