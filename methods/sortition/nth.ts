/** The item of a list whose index is known to lie within: the loops here run over the lists themselves. O(1). */
export function nth<Item>(list: ArrayLike<Item>, index: number): Item {
  return list[index] as Item // never called with an index from outside
}
