import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementShare } from './agreement-share.ts'
import { isWorthRedrawing, leastInGroup, suppress } from './suppress.ts'
import { choices, type Tally } from './tally.ts'

const cells = (agree: number, disagree: number, pass: number): Tally => ({ agree, disagree, pass })

describe('suppress', () => {
  test.each([
    ['a group under ten, nothing', cells(9, 0, 0), { kind: 'none' }],
    ['all cells of five and more', cells(5, 6, 7), { kind: 'shown', voters: 18, agree: 5, disagree: 6, pass: 7 }],
    [
      'a small cell with its complement',
      cells(20, 9, 3),
      { kind: 'shown', voters: 32, agree: 20, disagree: 'withheld', pass: 'few' },
    ],
    ['two small cells', cells(20, 2, 3), { kind: 'shown', voters: 25, agree: 20, disagree: 'few', pass: 'few' }],
    [
      'no cell where all said the same',
      cells(20, 0, 0),
      { kind: 'shown', voters: 20, agree: 'withheld', disagree: 'withheld', pass: 'withheld' },
    ],
    [
      'no cell where the sum would tell',
      cells(20, 4, 4),
      { kind: 'shown', voters: 28, agree: 'withheld', disagree: 'withheld', pass: 'withheld' },
    ],
  ])('shows of %s', (_, tally, published) => {
    expect(suppress(tally)).toEqual(published)
  })

  /** The strongest reader: she knows the method, the total and everything shown, and tries all tables. */
  test('abuse 61: never reveals a hidden cell: every total up to 45, all tables', () => {
    for (let voters = leastInGroup; voters <= 45; voters += 1) {
      for (const [published, alike] of publishedAlike(voters)) {
        const shown = JSON.parse(published) as Record<string, unknown>
        for (const choice of choices) {
          if (typeof shown[choice] === 'number') continue
          expect(new Set(alike.map((tally) => tally[choice])).size, `${published} tells ${choice}`).toBeGreaterThan(1)
        }
      }
    }
  })

  test('abuse 63: where all said the same, no number is shown, and another table is published alike', () => {
    for (let voters = leastInGroup; voters <= 60; voters += 1) {
      for (const choice of choices) {
        const unanimous = { ...cells(0, 0, 0), [choice]: voters }
        const published = suppress(unanimous)
        expect(published).toMatchObject({ agree: 'withheld', disagree: 'withheld', pass: 'withheld' })
        const alike = { ...cells(4, 4, 4), [choice]: voters - 8 }
        expect(suppress(alike), `${voters}`).toEqual(published)
      }
    }
  })

  test('abuse 15: a tie, nobody, passes alone and one voter are published as whole numbers or not at all', () => {
    for (const tally of [cells(0, 0, 0), cells(1, 0, 0), cells(0, 0, 40), cells(20, 20, 0), cells(20, 20, 20)]) {
      const shown = Object.values(suppress(tally)).filter((value) => typeof value === 'number')
      expect(shown.every((value) => Number.isSafeInteger(value))).toBe(true)
      expect(agreementShare(tally)).toBeGreaterThan(0)
      expect(agreementShare(tally)).toBeLessThan(1)
    }
    expect(suppress(cells(0, 0, 0))).toEqual({ kind: 'none' })
    expect(suppress(cells(1, 0, 0))).toEqual({ kind: 'none' })
    expect([cells(0, 0, 0), cells(0, 0, 40), cells(20, 20, 20)].map(agreementShare)).toEqual([0.5, 0.5, 0.5])
  })

  test('shows no number under five, and what it shows is true', () => {
    const voters = fc.nat({ max: 400 })
    fc.assert(
      fc.property(voters, voters, voters, (agree, disagree, pass) => {
        const tally = cells(agree, disagree, pass)
        const published = suppress(tally)
        if (published.kind === 'none') {
          expect(agree + disagree + pass).toBeLessThan(10)
          return
        }
        for (const choice of choices) {
          const cell = published[choice]
          if (typeof cell === 'number') expect(cell).toBe(tally[choice])
          if (typeof cell === 'number') expect(cell).toBeGreaterThanOrEqual(5)
          if (cell === 'few') expect(tally[choice]).toBeLessThan(5)
        }
        const hidden = choices.filter((choice) => typeof published[choice] !== 'number')
        expect(hidden.length).not.toBe(1)
      }),
    )
  })
})

test('is drawn again only for five new voters', () => {
  expect(isWorthRedrawing(undefined, cells(9, 0, 0))).toBe(false)
  expect(isWorthRedrawing(undefined, cells(10, 0, 0))).toBe(true)
  expect(isWorthRedrawing(cells(10, 0, 0), cells(14, 0, 0))).toBe(false)
  expect(isWorthRedrawing(cells(10, 0, 0), cells(10, 3, 2))).toBe(true)
})

function publishedAlike(voters: number): ReadonlyMap<string, readonly Tally[]> {
  const tables: Tally[] = []
  for (let agree = 0; agree <= voters; agree += 1) {
    for (let disagree = 0; agree + disagree <= voters; disagree += 1)
      tables.push(cells(agree, disagree, voters - agree - disagree))
  }
  return Map.groupBy(tables, (tally) => JSON.stringify(suppress(tally)))
}
