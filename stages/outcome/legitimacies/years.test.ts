import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { method, type Figure } from './figures.ts'
import { csvColumns, csvOf, sumOf, type CaseOfYear } from './years.ts'

const computedAt = Temporal.Instant.from('2026-11-26T09:00:00Z')

const share = (count: number, of: number): Figure => ({
  key: 'kept-promises',
  legitimacy: 'outcome',
  kind: 'share',
  share: count / of,
  count,
  of,
})

function caseOf(year: number | null, figures: readonly Figure[], by = method): CaseOfYear {
  const inputHash = 'a'.repeat(64)
  return {
    problem: newId('problem'),
    slug: 'harbour',
    year,
    computed: { version: 2, method: by, figures, inputHash, computedAt },
  }
}

test('a year added up by hand: 2 of 3 and 10 of 20 are 12 of 23 in two cases', () => {
  const unknown: Figure = { key: 'kept-promises', legitimacy: 'outcome', kind: 'unknown' }
  const cases = [
    caseOf(2025, [share(2, 3)]),
    caseOf(2025, [share(10, 20)]),
    caseOf(2025, [unknown]),
    caseOf(2024, [share(1, 1)]),
    caseOf(null, [share(5, 5)]),
    caseOf(2025, [share(7, 7)], 'folkmoot-legitimacies/0'),
    { ...caseOf(2025, []), computed: null },
  ]
  expect(sumOf(cases, 2025, 'kept-promises')).toEqual({ count: 12, of: 23, cases: 2 })
  expect(sumOf(cases, 2023, 'kept-promises')).toBeUndefined()
  expect(sumOf(cases, 2025, 'reached-targets'), 'of what is not known nothing is claimed').toBeUndefined()
})

test('the sum is a share, and the order of the cases does not matter', () => {
  const part = fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 50 })).map(([a, b]) => share(Math.min(a, b), b))
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (shares) => {
      const cases = shares.map((one) => caseOf(2026, [one]))
      const sum = sumOf(cases, 2026, 'kept-promises')
      if (!sum) throw new Error('no sum')
      expect(sum.count).toBeLessThanOrEqual(sum.of)
      expect(sum.cases).toBe(shares.length)
      expect(sumOf(cases.toReversed(), 2026, 'kept-promises')).toEqual(sum)
    }),
  )
})

test('the file has a line for each figure, with the method it was computed by; what is not known is empty', () => {
  const mean: Figure = { key: 'voice', legitimacy: 'input', kind: 'mean', low: 4.5, high: 6, from: 0, to: 10 }
  const [head, ...lines] = csvOf([
    caseOf(2025, [share(2, 3), mean]),
    { ...caseOf(2025, []), computed: null },
    caseOf(null, [{ key: 'voice', legitimacy: 'input', kind: 'unknown' }]),
  ])
    .trim()
    .split('\r\n')
  expect(head).toBe(csvColumns.join(','))
  const end = `${method},2,2026-11-26T09:00:00Z,${'a'.repeat(64)}`
  expect(lines).toEqual([
    `2025,harbour,outcome,kept-promises,2,3,,,,,${end}`,
    `2025,harbour,input,voice,,,4.5,6,0,10,${end}`,
    `,harbour,input,voice,,,,,,,${end}`,
  ])
})
