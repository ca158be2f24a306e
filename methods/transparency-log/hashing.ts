/** Bytes of a hash, a leaf's or a node's. */
export const hashSize = 32

/** SHA-256 of the whole message, 32 bytes, written into `into` from `at` on. Passed in: this package brings no cryptography. */
export type Sha256 = (message: Uint8Array, into: Uint8Array, at: number) => void

/** The hashing of a tree. A list of hashes is packed: 32 bytes each, one after the other. */
export type TreeHashing = {
  /** The root of a tree without leaves. RFC 6962 section 2.1. */
  readonly emptyRoot: () => Uint8Array
  /** The hash of a leaf whose content is `entry`. RFC 6962 section 2.1. */
  readonly leaf: (entry: Uint8Array) => Uint8Array
  /** The hash of a node over two others. RFC 6962 section 2.1. */
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array
  /**
   * MTH of RFC 6962 section 2.1 over a packed list of leaf hashes, or of hashes of trees of one size of which only the last may
   * be smaller. O(n); `hashes` is left as it is.
   */
  readonly root: (hashes: Uint8Array) => Uint8Array
}

const leafPrefix = 0
const nodePrefix = 1

export function treeHashing(sha256: Sha256): TreeHashing {
  const pair = new Uint8Array(1 + 2 * hashSize)
  pair[0] = nodePrefix

  const digest = (message: Uint8Array): Uint8Array => {
    const hash = new Uint8Array(hashSize)
    sha256(message, hash, 0)
    return hash
  }

  /** Halves the list in place: each two become one, a last one without neighbour moves up as it is. */
  const halve = (hashes: Uint8Array, count: number): number => {
    for (let at = 0; at + 1 < count; at += 2) {
      pair.set(hashes.subarray(at * hashSize, (at + 2) * hashSize), 1)
      sha256(pair, hashes, (at / 2) * hashSize)
    }
    if (count % 2 === 1) hashes.copyWithin(((count - 1) / 2) * hashSize, (count - 1) * hashSize, count * hashSize)
    return Math.ceil(count / 2)
  }

  return {
    emptyRoot: () => digest(new Uint8Array(0)),
    leaf(entry) {
      const message = new Uint8Array(1 + entry.length)
      message[0] = leafPrefix
      message.set(entry, 1)
      return digest(message)
    },
    node(left, right) {
      const message = new Uint8Array(1 + left.length + right.length)
      message[0] = nodePrefix
      message.set(left, 1)
      message.set(right, 1 + left.length)
      return digest(message)
    },
    root(hashes) {
      if (hashes.length === 0) return digest(hashes)
      const left = copyOf(hashes)
      for (let count = countOf(hashes); count > 1;) count = halve(left, count)
      return copyOf(left, 0, hashSize)
    },
  }
}

/** Bytes of their own, whatever they came in: `slice` of Node's `Buffer` is a view, and what is given to us is not ours to change. */
export function copyOf(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
  return new Uint8Array(bytes.subarray(start, end))
}

/** How many hashes a packed list holds. */
export function countOf(hashes: Uint8Array): number {
  return hashes.length / hashSize
}

/** One of a packed list, as a view on it. */
export function hashAt(hashes: Uint8Array, index: number): Uint8Array {
  return hashes.subarray(index * hashSize, (index + 1) * hashSize)
}

export function packed(hashes: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(hashes.length * hashSize)
  for (const [index, hash] of hashes.entries()) all.set(hash, index * hashSize)
  return all
}

export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
