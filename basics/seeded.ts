/**
 * Numbers in [0, 1) that anyone can draw again from the same seed: sfc32 by Chris Doty-Humphrey
 * (PractRand, public domain), seeded from four 32-bit words of an FNV-1a walk over the text.
 * For order and examples, never for secrets.
 */
export function seeded(seed: string): () => number {
  let [a, b, c, d] = words(seed)
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 2 ** 32
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()
  return next
}

/** Fisher–Yates with a seeded source: the same seed gives the same order. The input stays as it is. O(n). */
export function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const random = seeded(seed)
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1))
    const picked = order[pick] as Item // pick lies in 0…last
    order[pick] = order[last] as Item
    order[last] = picked
  }
  return order
}

function words(seed: string): [number, number, number, number] {
  const word = (salt: number): number => {
    let hash = 0x811c9dc5 ^ salt // FNV-1a offset basis
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
    return hash | 0
  }
  return [word(1), word(2), word(3), word(4)]
}
