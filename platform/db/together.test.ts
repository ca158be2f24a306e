import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Read } from './database.ts'
import { listsBy } from './lists-by.ts'
import { together } from './together.ts'

const here = newId('jurisdiction')
const later = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : Promise.resolve().then(() => later(turns - 1))

describe('together', () => {
  it('sends what is asked in the same moment in one round, and what comes meanwhile in the next', async () => {
    const rounds: number[][] = []
    const double = together(async (_: object, asked: readonly number[]) => {
      rounds.push([...asked])
      await later(3)
      return asked.map((one) => one * 2)
    })
    const where = {}
    const first = [1, 2].map((one) => double(where, here, one))
    await later(2)
    const second = [3, 4].map((one) => double(where, here, one))
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8])
    expect(rounds).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(await double(where, here, 5)).toBe(10)
    expect(rounds).toHaveLength(3)
  })

  it('gives everybody her own answer, one round at a time, none above two hundred, whatever the order of coming', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ wait: fc.nat(20), asked: fc.integer() }), { minLength: 1, maxLength: 250 }),
        async (calls) => {
          let underWay = 0
          const echo = together(async (_: object, asked: readonly number[]) => {
            underWay += 1
            expect(underWay).toBe(1)
            expect(asked.length).toBeLessThanOrEqual(200)
            await later(5)
            underWay -= 1
            return asked
          })
          const where = {}
          const answers = await Promise.all(
            calls.map(async ({ wait, asked }) => {
              await later(wait)
              return echo(where, here, asked)
            }),
          )
          expect(answers).toEqual(calls.map(({ asked }) => asked))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('never mixes two places, nor two databases', async () => {
    const rounds: string[][] = []
    const name = together(async (where: { readonly name: string }, asked: readonly string[]) => {
      rounds.push([where.name, ...asked])
      await later(2)
      return asked
    })
    const [one, other] = [{ name: 'one' }, { name: 'other' }]
    const there = newId('jurisdiction')
    await Promise.all([name(one, here, 'a'), name(one, there, 'b'), name(other, here, 'c')])
    expect(rounds).toEqual([
      ['one', 'a'],
      ['one', 'b'],
      ['other', 'c'],
    ])
  })

  it('lets nobody pay for a neighbour whose value the database refuses', async () => {
    const ask = together(async (_: object, asked: readonly number[]) => {
      await later(2)
      if (asked.includes(13)) throw Object.assign(new Error('check'), { code: '23514' })
      return asked
    })
    const where = {}
    const all = await Promise.allSettled([1, 2, 13, 4].map((one) => ask(where, here, one)))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  })

  it('tries nothing again when the connection is gone, and works again afterwards', async () => {
    let rounds = 0
    let isGone = true
    const ask = together(async (_: object, asked: readonly number[]) => {
      rounds += 1
      await later(2)
      if (isGone) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
      return asked
    })
    const where = {}
    const all = await Promise.allSettled([1, 2, 3].map((one) => ask(where, here, one)))
    expect(all.every(({ status }) => status === 'rejected')).toBe(true)
    expect(rounds).toBe(1)
    isGone = false
    expect(await ask(where, here, 4)).toBe(4)
  })
})

describe('listsBy', () => {
  it('reads the lists of one moment with one statement, each in its order, and none twice', async () => {
    const asked: string[][] = []
    const lettersOf = listsBy(
      (row: { readonly of: string; readonly letter: string }) => row.of,
      async (_, keys) => {
        asked.push([...keys])
        return ['b', 'a', 'c'].flatMap((letter) => keys.slice(0, 2).map((of) => ({ of, letter })))
      },
    )
    const read = { jurisdiction: here } as Read // nothing else of it is used
    const lists = await Promise.all(['x', 'y', 'x', 'z'].map((key) => lettersOf(read, key)))
    expect(asked).toEqual([['x', 'y', 'z']])
    expect(lists.map((list) => list.map(({ letter }) => letter).join(''))).toEqual(['bac', 'bac', 'bac', ''])
  })
})
