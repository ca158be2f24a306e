/**
 * How alike two groupings of the same people are, beyond what chance would do: 1 the same, about 0 no more than chance. Points may
 * have weights (their people). Two groupings of everybody into one group are the same. O(points + groups²).
 * Source: Hubert and Arabie, Journal of Classification 2 (1985).
 */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>, weight?: ArrayLike<number>): number {
  const [cells, rows, columns] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()]
  let all = 0
  const add = <Key>(map: Map<Key, number>, key: Key, people: number): unknown =>
    map.set(key, (map.get(key) ?? 0) + people)
  for (let at = 0; at < one.length; at += 1) {
    const [a, b, people] = [one[at] ?? -1, other[at] ?? -1, weight ? (weight[at] ?? 0) : 1]
    add(cells, `${a} ${b}`, people)
    add(rows, a, people)
    add(columns, b, people)
    all += people
  }
  const pairs = (map: ReadonlyMap<unknown, number>): number =>
    [...map.values()].reduce((sum, people) => sum + (people * (people - 1)) / 2, 0)
  const [together, ofRows, ofColumns] = [pairs(cells), pairs(rows), pairs(columns)]
  const possible = (all * (all - 1)) / 2
  if (possible <= 0) return 1
  const expected = (ofRows * ofColumns) / possible
  const most = (ofRows + ofColumns) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}
