/** The leaves from `start` up to but without `end`: a node of the tree is the hash over such a range. */
export type Range = { readonly start: number; readonly end: number }

/** The greatest power of two smaller than `size`: where RFC 6962 section 2.1 splits a list of `size` > 1 leaves. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/**
 * The ranges whose hashes prove that a leaf is under a node, from the leaf's neighbour to the node's child.
 * PATH of RFC 6962 section 2.1.1; over a range other than the whole tree, the subtree inclusion proof of
 * draft-ietf-plants-merkle-tree-certs section 4.3. `start` ≤ `index` < `end`.
 */
export function inclusionRanges(index: number, { start, end }: Range): readonly Range[] {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  const [own, other] =
    index < middle
      ? [
          { start, end: middle },
          { start: middle, end },
        ]
      : [
          { start: middle, end },
          { start, end: middle },
        ]
  return [...inclusionRanges(index, own), other]
}

/**
 * The ranges whose hashes prove that a tree of `size` leaves holds `part` as it was. PROOF of RFC 6962 section 2.1.2 where `part`
 * begins at 0 (an older tree); else SUBTREE_PROOF of draft-ietf-plants-merkle-tree-certs section 4.4.
 */
export function consistencyRanges(part: Range, size: number): readonly Range[] {
  return subproof(part, { start: 0, end: size }, true)
}

function subproof(part: Range, whole: Range, isKnown: boolean): readonly Range[] {
  const { start, end } = whole
  if (part.start === start && part.end === end) return isKnown ? [] : [whole]
  const middle = start + splitOf(end - start)
  if (part.end <= middle) return [...subproof(part, { start, end: middle }, isKnown), { start: middle, end }]
  const left = { start, end: middle }
  if (part.start >= middle) return [...subproof(part, { start: middle, end }, isKnown), left]
  return [...subproof({ start: middle, end: part.end }, { start: middle, end }, false), left]
}

/**
 * Whether a range can be a node of some tree: it fits the alignment of its size.
 * draft-ietf-plants-merkle-tree-certs section 4.1.
 */
export function isNode({ start, end }: Range): boolean {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || start >= end) return false
  let width = 1
  while (width < end - start) width *= 2
  return start % width === 0
}
