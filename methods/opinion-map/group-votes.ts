import type { StatementSums, VoteMatrix } from './votes.ts'

/** How a group voted on each statement, and how many people it has. */
export type GroupVotes = StatementSums & { readonly members: number }

/** The votes of each group; `of` is the group of each person, -1 for who has none. O(V). */
export function groupVotes(
  { statements, start, column, value }: VoteMatrix,
  of: Int32Array,
  k: number,
): readonly GroupVotes[] {
  const size = statements.length
  const sums = [0, 1, 2].map(() => new Int32Array(k * size)) as [Int32Array, Int32Array, Int32Array] // three
  const [agree, disagree, seen] = sums
  const members = new Int32Array(k)
  for (let person = 0; person < of.length; person += 1) {
    const group = of[person] ?? -1
    if (group < 0) continue
    members[group] = (members[group] ?? 0) + 1
    for (let at = start[person] ?? 0; at < (start[person + 1] ?? 0); at += 1) {
      const place = group * size + (column[at] ?? 0)
      seen[place] = (seen[place] ?? 0) + 1
      if (value[at] === 1) agree[place] = (agree[place] ?? 0) + 1
      if (value[at] === -1) disagree[place] = (disagree[place] ?? 0) + 1
    }
  }
  return Array.from({ length: k }, (_, group) => {
    const part = (counts: Int32Array): Int32Array => counts.slice(group * size, (group + 1) * size)
    return { agree: part(agree), disagree: part(disagree), seen: part(seen), members: members[group] ?? 0 }
  })
}
