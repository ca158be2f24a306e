import { groupVotes } from '@folkmoot/opinion-map/group-votes.ts'
import { mapOpinions } from '@folkmoot/opinion-map/opinion-map.ts'
import { matrixOf, sumsOf, type CastVote, type Vote } from '@folkmoot/opinion-map/votes.ts'
import { describe, expect, it } from 'vitest'
import { published } from './published.ts'
import { choiceOf, statements } from './testing.ts'

const votesOf = (people: number): readonly CastVote[] =>
  Array.from({ length: people }, (_, person) =>
    statements.map((_, statement): CastVote => {
      const choice = choiceOf(person % 3 === 2 ? 'grey' : 'green', person, statement)
      const seen = person % 4 === 0 || statement !== 9
      const vote: Vote = choice === 'agree' ? 1 : choice === 'disagree' ? -1 : 0
      return { person: `${person}`, statement: `${statement + 1}`, vote: seen ? vote : 0 }
    }),
  ).flat()

/** What is published where these votes were cast and everybody stands where she stood: the picture is another matter. */
function publish(votes: readonly CastVote[], like: readonly CastVote[]) {
  const names = statements.map((_, at) => `${at + 1}`)
  const before = mapOpinions(matrixOf(like, names), { seed: 'a case 1', leastInGroup: 10 })
  const matrix = matrixOf(votes, names)
  const k = before.groups.chosen?.k ?? 0
  const map = { ...before, sums: sumsOf(matrix), votes: groupVotes(matrix, before.groupOf, k) }
  const { positions } = before
  const letters = Array.from({ length: k }, (_, group) => group)
  return published({ matrix, map, positions, letters, last: undefined, version: 1, isFinal: true, seed: 'a case 1' })
    .map
}

describe('the attack: whoever looks in the lists for what the shares do not show', () => {
  it('finds the same lists wherever the shares are the same, whoever has said otherwise', () => {
    const votes = votesOf(90)
    const here = publish(votes, votes)
    expect(here.groups.flatMap(({ thinks }) => thinks).length).toBeGreaterThan(3)
    expect(here.agreed.length).toBeGreaterThan(0)
    let alike = 0
    for (const [at, vote] of votes.entries()) {
      if (at % 7 !== 0) continue // a hundred and some of all, of every statement
      const other: Vote = vote.vote === 1 ? -1 : 1
      const there = publish(votes.with(at, { ...vote, vote: other }), votes)
      if (JSON.stringify(there.statements) !== JSON.stringify(here.statements)) continue
      alike += 1
      expect(there).toEqual(here)
    }
    expect(alike).toBeGreaterThan(50)
  })
})
