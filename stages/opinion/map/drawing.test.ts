import { createHash } from 'node:crypto'
import { shuffled } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOfVotes } from '../count.ts'
import { drawBeside } from './beside.ts'
import { drawMap, type DrawInput } from './drawing.ts'
import { choiceOf, statements } from './testing.ts'

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Two thirds green, one third grey. */
function inputOf(people: number, change: Partial<DrawInput> = {}): DrawInput {
  return {
    version: 1,
    isFinal: false,
    seed: 'a case 1',
    statements: statements.map((_, at) => ({ number: at + 1, id: idOf(`statement ${at}`) })),
    voters: Array.from({ length: people }, (_, person) => ({
      voter: idOf(`person ${person}`),
      votes: statements
        .map((_, at) => `${at + 1}${choiceOf(person % 3 === 2 ? 'grey' : 'green', person, at).slice(0, 1)}`)
        .join(' '),
    })),
    last: undefined,
    ...change,
  }
}

const names = { a: 'agree', d: 'disagree', p: 'pass' } as const

describe('a map', () => {
  it('is the same in whatever order people and votes are read', () => {
    const input = inputOf(40)
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const voters = shuffled(input.voters, seed).map(({ voter, votes }) => ({
          voter,
          votes: shuffled(votes.split(' '), seed).join(' '),
        }))
        expect(drawMap({ ...input, voters })).toEqual(drawMap(input))
      }),
      { numRuns: 10 },
    )
  })

  it('is the same in a thread of its own', async () => {
    const input = inputOf(600) // so many votes that it gets one
    expect(await drawBeside(input)).toEqual(drawMap(input))
  })

  it('has the hash of the votes it was drawn from, made as at the close', () => {
    const input = inputOf(40)
    const votes = input.voters.flatMap(({ voter, votes: hers }) =>
      hers.split(' ').map((vote) => ({
        voter,
        statement: idOf(`statement ${Number(vote.slice(0, -1)) - 1}`),
        revision: 1,
        choice: names[vote.slice(-1) as 'a' | 'd' | 'p'],
      })),
    )
    expect(drawMap(input).inputHash).toBe(hashOfVotes(votes))
  })

  it('lies as the last one lay, letters too, with more people and another seed', () => {
    const last = drawMap(inputOf(40))
    const mirrored = {
      ...last.axes,
      first: last.axes.second.map((value) => -value),
      second: last.axes.first.map((value) => -value),
      groups: last.axes.groups.map(({ x, y, letter, isShown }) => ({ x: -y, y: -x, letter: 1 - letter, isShown })),
    }
    const next = inputOf(45, { version: 2, seed: 'a case 2' })
    for (const before of [last.axes, mirrored]) {
      const { axes } = drawMap({ ...next, last: before })
      const alike = (one: readonly number[], other: readonly number[]) =>
        one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
      expect(alike(axes.first, before.first)).toBeGreaterThan(0.5)
      expect(alike(axes.second, before.second)).toBeGreaterThan(0)
      const letterAt = ({ groups }: typeof axes) =>
        groups.toSorted((a, b) => a.x + a.y - b.x - b.y).map(({ letter }) => letter)
      expect(letterAt(axes)).toEqual(letterAt(before))
    }
  })

  it('is drawn as one crowd where no groups are stable, and says why', () => {
    const random = inputOf(60)
    const voters = random.voters.map(({ voter }, person) => ({
      voter,
      votes: statements.map((_, at) => `${at + 1}${'adp'[idOf(`${person} ${at}`).charCodeAt(0) % 3] ?? 'p'}`).join(' '),
    }))
    const { map } = drawMap({ ...random, voters })
    expect(map).toMatchObject({ oneCrowd: 'unstable', groups: [], stable: null, divides: [], uneven: [] })
    expect(map.spots.length).toBeGreaterThan(2)
  })

  it('names no group of fewer than ten people', () => {
    const { map } = drawMap(inputOf(27)) // nine of them grey
    expect(map).toMatchObject({ oneCrowd: 'small', groups: [] })
    for (const { groups } of map.statements) expect(groups).toEqual([])
  })

  it('can be drawn of people who have said nothing that is left', () => {
    const { map } = drawMap(inputOf(12, { statements: [] }))
    expect(map).toMatchObject({ people: 10, groups: [], statements: [], agreed: [] })
    expect(JSON.stringify(map)).not.toContain('null,null')
  })
})
