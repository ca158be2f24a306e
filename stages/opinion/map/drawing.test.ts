import { createHash } from 'node:crypto'
import { shuffled } from '@folkmoot/basics/seeded.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOfVotes } from '../count.ts'
import { drawBeside } from './beside.ts'
import { drawMap, type DrawInput } from './drawing.ts'
import { choiceOf, statements, votersOf } from './testing.ts'
import type { Voters } from './voters.ts'

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Two thirds green, one third grey. */
function inputOf(people: number, change: Partial<DrawInput> = {}): DrawInput {
  return {
    version: 1,
    isFinal: false,
    seed: 'a case 1',
    statements: statements.map((_, at) => ({ number: at + 1, id: idOf(`statement ${at}`) })),
    voters: votersOf(namesOf(people), (person, at) => choiceOf(person % 3 === 2 ? 'grey' : 'green', person, at)),
    last: undefined,
    ...change,
  }
}

const namesOf = (people: number) => Array.from({ length: people }, (_, person) => idOf(`person ${person}`))
const choices = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const

/** The same people and votes in another order. */
function mixed({ names, person, statement, vote }: Voters, seed: string): Voters {
  const order = shuffled([...names.keys()], seed)
  const places = shuffled([...vote.keys()], seed)
  return {
    names: order.map((place) => names[place] ?? ''),
    person: Int32Array.from(places, (at) => order.indexOf(person[at] ?? 0)),
    statement: Int32Array.from(places, (at) => statement[at] ?? 0),
    vote: Int8Array.from(places, (at) => vote[at] ?? 0),
  }
}

describe('a map', () => {
  it('is the same in whatever order people and votes are read', () => {
    const input = inputOf(40)
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const voters = mixed(input.voters, seed)
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
    const { names, person, statement, vote } = input.voters
    const votes = Array.from(vote, (said, at) => ({
      voter: names[person[at] ?? 0] ?? '',
      statement: idOf(`statement ${(statement[at] ?? 0) - 1}`),
      revision: 1,
      choice: choices[`${said as -1 | 0 | 1}`],
    }))
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
    const voters = votersOf(
      namesOf(60),
      (person, at) => (['agree', 'disagree', 'pass'] as const)[idOf(`${person} ${at}`).charCodeAt(0) % 3] ?? 'pass',
    )
    const { map } = drawMap({ ...random, voters })
    expect(map).toMatchObject({ isOneCrowd: true, groups: [], stable: null, divides: [], uneven: [] })
    expect(map.spots.length).toBeGreaterThan(2)
  })

  it('names no group of fewer than ten people', () => {
    const { map } = drawMap(inputOf(27)) // nine of them grey
    expect(map).toMatchObject({ isOneCrowd: true, groups: [] })
    for (const { groups } of map.statements) expect(groups).toEqual([])
  })

  it('can be drawn of people who have said nothing that is left', () => {
    const { map } = drawMap(inputOf(12, { statements: [] }))
    expect(map).toMatchObject({ people: 10, groups: [], statements: [], agreed: [] })
    expect(JSON.stringify(map)).not.toContain('null,null')
  })
})
