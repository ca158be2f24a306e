import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeAlike } from './alike.ts'
import { deal } from './deal.ts'
import { edgeColours } from './edge-colours.ts'
import { nth } from './nth.ts'

/** So many homes alike, each with people of the first kinds as often as told, and panels that seat at most one of a home. */
const homes = fc
  .record({
    homes: fc.integer({ min: 2, max: 12 }),
    people: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    panels: fc.array(fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 60 }),
    seed: fc.string(),
  })
  .filter(({ people }) => people.reduce((sum, count) => sum + count, 0) > 1)
  .map(({ homes: many, people, panels, seed }) => {
    const pool = mergeAlike({
      size: 1,
      features: [
        { name: 'kind', quotas: people.map((_, at) => ({ value: `${at}`, min: 0, max: 9, minFlex: 0, maxFlex: 9 })) },
      ],
      candidates: Array.from({ length: many }, (_, home) =>
        people.flatMap((count, at) =>
          Array.from({ length: count }, (__, one) => ({
            id: `${home} ${at} ${one}`,
            values: [`${at}`],
            household: `${home}`,
          })),
        ),
      ).flat(),
    })
    return {
      pool,
      seed,
      panels: panels.map((wanted) => {
        let left = many
        return Int32Array.from(pool.kinds, (_, kind) => {
          const seats = Math.min(left, nth(wanted, kind))
          left -= seats
          return seats
        })
      }),
    }
  })

describe('dealing homes that are alike', () => {
  it('gives everybody of a kind as many panels, to within one: seven homes of four at seven seats were two apart', () => {
    fc.assert(
      fc.property(homes, ({ pool, panels, seed }) => {
        const drawn = deal(pool, panels, seed)
        const times = new Map<number, number>()
        for (const [at, members] of drawn.entries()) {
          const seats = pool.kinds.map((_, kind) => members.filter((one) => pool.kindOf[one] === kind).length)
          expect(seats).toEqual([...nth(panels, at)])
          const seated = members.map((one) =>
            pool.classes[0]?.households.findIndex((ones) => ones.flat().includes(one)),
          )
          expect(new Set(seated).size).toBe(members.length)
          for (const one of members) times.set(one, (times.get(one) ?? 0) + 1)
        }
        for (const { members } of pool.kinds) {
          const counts = members.map((one) => times.get(one) ?? 0)
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('colours of edges', () => {
  it('never meet at a vertex, and never run out', () => {
    const edges = fc.array(fc.record({ left: fc.nat(9), right: fc.nat(9) }), { maxLength: 90 })
    fc.assert(
      fc.property(edges, (some) => {
        const graph = some.toSorted((a, b) => a.right - b.right)
        const degrees = ['left', 'right'].flatMap((side) =>
          Array.from(
            { length: 10 },
            (_, at) => graph.filter((edge) => (side === 'left' ? edge.left : edge.right) === at).length,
          ),
        )
        const most = Math.max(...degrees)
        const colours = edgeColours(graph, most)
        expect(colours.every((colour) => colour >= 0 && colour < most)).toBe(true)
        for (const side of ['left', 'right'] as const)
          expect(new Set(graph.map((edge, at) => `${edge[side]} ${colours[at]}`)).size).toBe(graph.length)
        if (graph.length > 0) expect(() => edgeColours(graph, most - 1)).toThrow(RangeError)
      }),
      { numRuns: 300 },
    )
  })

  it('of a thousand panels with two hundred seats are found in seconds', () => {
    const panels = Array.from({ length: 1000 }, () => Int32Array.of(120, 80))
    const pool = mergeAlike({
      size: 200,
      features: [
        { name: 'age', quotas: ['a', 'b'].map((value) => ({ value, min: 0, max: 200, minFlex: 0, maxFlex: 200 })) },
      ],
      candidates: Array.from({ length: 420 }, (_, at) => ({
        id: `${at}`,
        values: [at % 2 === 0 ? 'a' : 'b'],
        household: `${Math.floor(at / 2)}`,
      })),
    })
    const before = performance.now()
    expect(deal(pool, panels, 'a')).toHaveLength(1000)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})
