import { publishAnswers } from '@folkmoot/surveys/publish.ts'
import { alphaOf, indexOf } from '@folkmoot/surveys/scale.ts'
import { studentQuantile } from '@folkmoot/surveys/student.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { items } from './instruments.ts'
import { publishRound, type Counted } from './results.ts'
import type { Group } from './rules.ts'
import { itemsOfScale, scales, scaleSaidOf, type ScaleName } from './scales.ts'

/** So many people, each with an answer a question; null is left open. */
function round(
  name: ScaleName,
  as: Group,
  people: readonly (readonly (number | null)[])[],
  asked: number = people.length,
) {
  const answers = people.flatMap((answersOf, person): readonly Counted[] =>
    scales[name].flatMap((item, at) => {
      const answer = answersOf[at] ?? null
      return answer === null ? [] : [{ respondent: `p${person}`, as, item, answer }]
    }),
  )
  return publishRound('close', answers, { politician: 0, member: 0, participant: 0, [as]: asked })
}

describe('the scales are those the instruments name', () => {
  test('the politicians’ leadership scale has seven of the eight questions: who sets the direction stands apart', () => {
    const leadership = items.filter(({ instrument }) => instrument === 'leadership').map(({ key }) => key)
    expect(leadership.filter((key) => !scales.leadership.some((own) => own === key))).toEqual([
      'politicians-set-direction',
    ])
  })

  test.each(Object.keys(scales) as ScaleName[])(
    '%s: one range of answers, asked of the same people, at the same times',
    (name) => {
      const its = itemsOfScale(name)
      const alike = new Set(its.map(({ from, to, asked, at, ends }) => JSON.stringify([from, to, asked, at, ends])))
      expect(alike.size).toBe(1)
      expect(new Set(scales[name]).size).toBe(scales[name].length)
    },
  )
})

describe('the index, computed by hand', () => {
  // Five people give 7, five 6 and five 5 to each of the seven questions: each mean 6.
  const people = [5, 6, 7].flatMap((answer) => Array.from({ length: 5 }, () => Array(7).fill(answer) as number[]))

  test('where neighbours are counted together the index is a range: (1 or 5, 6, 7) makes 4⅔ to 6', () => {
    const [said] = scaleSaidOf('leadership', round('leadership', 'politician', people, 30))
    expect(said).toMatchObject({ groups: ['politician'], asked: 30, shown: 7, of: 7 })
    expect(said?.mean.low).toBeCloseTo((1 + 6 + 7) / 3, 12)
    expect(said?.mean.high).toBeCloseTo(6, 12)
  })

  test('a question nobody may see could have had any answer: 6 × 6 and 1…7 make 5.29 to 6.14', () => {
    const wide = [1, 2, 3, 4, 5, 6, 7].flatMap((a) =>
      Array.from({ length: 5 }, () => [...(Array(6).fill(a) as number[]), 7]),
    )
    const [said] = scaleSaidOf('leadership', round('leadership', 'politician', wide))
    expect(said).toMatchObject({ shown: 6, of: 7 })
    // Each of the six has mean 4; the seventh, where all said the same, is withheld.
    expect(said?.mean.low).toBeCloseTo((6 * 4 + 1) / 7, 12)
    expect(said?.mean.high).toBeCloseTo((6 * 4 + 7) / 7, 12)
    expect(said?.interval, 'all who were asked answered').toEqual(said?.mean)
  })

  test('with fewer than half of the questions nothing is said', () => {
    const few = [1, 2, 3, 4, 5, 6, 7].flatMap((a) => Array.from({ length: 5 }, () => [a, a, a, 7, 7, 7, 7]))
    expect(scaleSaidOf('leadership', round('leadership', 'politician', few))).toEqual([])
    expect(scaleSaidOf('leadership', null)).toEqual([])
    expect(scaleSaidOf('leadership', round('leadership', 'politician', few.slice(0, 9)))).toEqual([])
  })

  test('the interval is never narrower than Student’s of the persons’ own indices, and holds their mean', () => {
    const answer = fc.integer({ min: 1, max: 7 })
    const person = fc.array(answer, { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(person, { minLength: 12, maxLength: 60 }), fc.nat({ max: 40 }), (all, silent) => {
        const asked = all.length + silent
        const [said] = scaleSaidOf('fairness', round('fairness', 'participant', all, asked))
        if (!said) return
        const indices = all.map((answers) => indexOf(answers, { from: 1, to: 7 }) ?? Number.NaN)
        const mean = indices.reduce((sum, one) => sum + one, 0) / indices.length
        const variance = indices.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (indices.length - 1)
        const half =
          studentQuantile(0.975, all.length - 1) * Math.sqrt((variance / all.length) * (1 - all.length / asked))
        expect(said.mean.low).toBeLessThanOrEqual(mean + 1e-9)
        expect(said.mean.high).toBeGreaterThanOrEqual(mean - 1e-9)
        expect(said.interval.low).toBeLessThanOrEqual(Math.max(1, mean - half) + 1e-9)
        expect(said.interval.high).toBeGreaterThanOrEqual(Math.min(7, mean + half) - 1e-9)
      }),
    )
  })
})

/** Every table of two questions with three answers, for ten people: the strongest reader tries them all. */
describe('why neither the persons’ own indices nor alpha are published', () => {
  const tables = tablesOf(9, 10)

  type Published = (people: readonly (readonly number[])[], counts: readonly (readonly number[])[]) => unknown

  function toldBy(published: Published): number {
    const seen = new Map<string, Set<number>[]>()
    for (const table of tables) {
      const people = table.flatMap((count, cell) =>
        Array.from({ length: count }, () => [Math.floor(cell / 3) + 1, (cell % 3) + 1]),
      )
      const counts = [0, 1].map((item) =>
        [1, 2, 3].map((answer) => people.filter((own) => own[item] === answer).length),
      )
      const shown = counts.map((own) => publishAnswers([{ name: 'politician', counts: own }]))
      const key = JSON.stringify([shown, published(people, counts)])
      const values = seen.get(key) ?? counts.flat().map(() => new Set<number>())
      for (const [at, count] of counts.flat().entries()) values[at]?.add(count)
      seen.set(key, values)
    }
    // How many hidden numbers of fewer than five people have only one value left.
    return [...seen.values()].flat().filter((values) => values.size === 1 && [...values].every((one) => one < 5)).length
  }

  test('the parts of each question alone tell no hidden number', () => {
    expect(toldBy(() => null)).toBe(0)
  })

  test('the parts with alpha, even rounded to a tenth, tell some', () => {
    const alpha: Published = (people) => Math.round((alphaOf(people, { from: 1, to: 3 }) ?? 0) * 10)
    expect(toldBy(alpha)).toBeGreaterThan(0)
  })

  test('what the page says of the scale is worked out from the parts, so it tells no more than they do', () => {
    const published = round(
      'fairness',
      'participant',
      Array.from({ length: 20 }, (_, at) => Array(6).fill((at % 7) + 1) as number[]),
    )
    const again = JSON.parse(JSON.stringify(published)) as typeof published
    expect(scaleSaidOf('fairness', again)).toEqual(scaleSaidOf('fairness', published))
  })
})

function tablesOf(cells: number, people: number): readonly (readonly number[])[] {
  if (cells === 1) return [[people]]
  return Array.from({ length: people + 1 }, (_, first) =>
    tablesOf(cells - 1, people - first).map((rest) => [first, ...rest]),
  ).flat()
}
