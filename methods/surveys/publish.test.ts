import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanInterval, meanRange } from './mean.ts'
import { publishAnswers, type GroupAnswers, type PublishedAnswers } from './publish.ts'

describe('publishAnswers', () => {
  test('says nothing of fewer than ten', () => {
    expect(publishAnswers([{ name: 'members', counts: [3, 3, 3] }])).toEqual({ kind: 'none' })
    expect(publishAnswers([])).toEqual({ kind: 'none' })
  })

  test('abuse 63: says nothing where nearly all answered alike', () => {
    expect(publishAnswers([{ name: 'members', counts: [0, 0, 0, 1, 40] }])).toEqual({ kind: 'none' })
  })

  test('counts neighbouring answers together until each part holds five', () => {
    expect(publishAnswers([{ name: 'members', counts: [1, 4, 6, 2, 9, 1, 3] }])).toEqual({
      kind: 'shown',
      blocks: [
        [0, 1],
        [2, 2],
        [3, 6],
      ],
      groups: [{ names: ['members'], answers: 26, counts: [5, 6, 15] }],
    })
  })

  test('puts small groups together, with the smallest large one where they are too few', () => {
    const groups = [
      { name: 'residents', counts: [20, 20, 20] },
      { name: 'members', counts: [6, 0, 6] },
      { name: 'politicians', counts: [1, 2, 2] },
    ]
    const shown = publishAnswers(groups)
    expect(shown.kind === 'shown' && shown.groups.map(({ names, answers }) => [names, answers])).toEqual([
      [['residents'], 60],
      [['members', 'politicians'], 17],
    ])
  })

  test('shows one whole where the groups apart would leave a single block', () => {
    const groups = [
      { name: 'members', counts: [0, 0, 12] },
      { name: 'residents', counts: [9, 9, 9] },
    ]
    const shown = publishAnswers(groups)
    expect(shown.kind === 'shown' && shown.groups.map(({ names }) => names)).toEqual([['members', 'residents']])
  })

  test('counts people in whole numbers', () => {
    expect(() => publishAnswers([{ name: 'members', counts: [1.5, 20] }])).toThrow(RangeError)
    expect(() => publishAnswers([{ name: 'members', counts: [-1, 20] }])).toThrow(RangeError)
  })
})

/** The strongest reader: she knows the method and everything shown, and tries all tables. */
describe('no hidden number of people can be worked out', () => {
  test.each([
    ['one group, four answers, up to 17 people', tablesOf(4, 17).map((counts) => [counts])],
    ['one group, five answers, up to 13 people', tablesOf(5, 13).map((counts) => [counts])],
    ['two groups, three answers, up to 11 people each', pairsOf(tablesOf(3, 11))],
    ['three groups, two answers, up to 11 people each', threesOf(tablesOf(2, 11))],
  ])('%s', { timeout: 120_000 }, (_, tables) => {
    const byPublished = Map.groupBy(tables, (table) => JSON.stringify(publishAnswers(named(table))))
    for (const [published, alike] of byPublished) {
      const shown = JSON.parse(published) as PublishedAnswers
      for (const [group, counts] of (alike[0] ?? []).entries()) {
        for (const [answer, count] of counts.entries()) {
          if (isToldInFull(shown, { group: `g${group}`, answer })) {
            expect(count).toBeGreaterThanOrEqual(5)
            continue
          }
          const possible = new Set(alike.map((table) => table[group]?.[answer]))
          expect(possible.size, `${published} tells how many of g${group} gave ${answer}`).toBeGreaterThan(1)
        }
      }
    }
  })
})

test('what is shown is true, parts hold five, groups ten, and nobody is left out', () => {
  const counts = fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 5 }), (tables) => {
      const shown = publishAnswers(named(tables))
      if (shown.kind === 'none') return
      expect(shown.groups.flatMap(({ names }) => names).toSorted()).toEqual(tables.map((_, at) => `g${at}`))
      for (const { names, answers, counts: parts } of shown.groups) {
        const sum = names.map((name) => tables[Number(name.slice(1))] ?? [])
        expect(parts).toEqual(shown.blocks.map(([from, to]) => total(sum.flatMap((own) => own.slice(from, to + 1)))))
        expect(answers).toBe(total(sum.flat()))
        expect(answers).toBeGreaterThanOrEqual(10)
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})

test('the interval from what is published is never narrower than the one from the answers themselves', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 7, maxLength: 7 }), (counts) => {
      const shown = publishAnswers([{ name: 'g0', counts }])
      const group = shown.kind === 'shown' ? shown.groups[0] : undefined
      if (shown.kind === 'none' || !group) return
      const interval = meanInterval({ group, blocks: shown.blocks })
      const answers = counts.flatMap((count, at) => Array.from({ length: count }, () => at))
      const mean = total(answers) / answers.length
      const deviation = Math.sqrt(total(answers.map((answer) => (answer - mean) ** 2)) / (answers.length - 1))
      // 1.96 is the narrowest t there is.
      const range = meanRange({ group, blocks: shown.blocks })
      expect(range.low).toBeLessThanOrEqual(mean + 1e-9)
      expect(range.high).toBeGreaterThanOrEqual(mean - 1e-9)
      const half = (1.96 * deviation) / Math.sqrt(answers.length)
      expect(interval.low).toBeLessThanOrEqual(Math.max(0, mean - half) + 1e-9)
      expect(interval.high).toBeGreaterThanOrEqual(Math.min(6, mean + half) - 1e-9)
    }),
  )
})

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

const named = (tables: readonly (readonly number[])[]): readonly GroupAnswers[] =>
  tables.map((counts, at) => ({ name: `g${at}`, counts }))

function isToldInFull(shown: PublishedAnswers, { group, answer }: { readonly group: string; readonly answer: number }) {
  if (shown.kind === 'none') return false
  const isAlone = shown.groups.some(({ names }) => names.length === 1 && names[0] === group)
  return isAlone && shown.blocks.some(([from, to]) => from === answer && to === answer)
}

function tablesOf(answers: number, most: number): readonly (readonly number[])[] {
  if (answers === 0) return [[]]
  return tablesOf(answers - 1, most).flatMap((table) =>
    Array.from({ length: most - total(table) + 1 }, (_, count) => [...table, count]),
  )
}

function pairsOf(tables: readonly (readonly number[])[]) {
  return tables.flatMap((one) => tables.map((other) => [one, other]))
}

function threesOf(tables: readonly (readonly number[])[]) {
  const pairs = pairsOf(tables)
  return tables.flatMap((one) => pairs.map((others) => [one, ...others]))
}
