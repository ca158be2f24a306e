import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeatureSums } from '../population/sums.ts'
import { countsOf, isWorthDrawing, type CrowdCounts } from './counts.ts'
import { nextTen } from './next-ten.ts'
import { overallOf, publicReport, tooFew, wholeReport, type Against } from './report.ts'

const codes = ['woman', 'man', 'other'] as const

function featureOf(
  name: string,
  people: Readonly<Record<string, number>>,
  kind: 'gender' | 'other' = 'other',
): FeatureSums {
  return {
    feature: { id: newId('feature'), name, kind },
    sums: Object.entries(people).map(([one, count], at) => ({
      id: newId('feature-value'),
      name: one,
      code: kind === 'gender' ? (codes[at] ?? 'other') : null,
      people: count,
    })),
  }
}

function crowdOf(sums: readonly FeatureSums[], told: readonly (readonly number[])[], people = 100): CrowdCounts {
  const counts = new Map<Id<'feature-value'>, number>()
  sums.forEach((one, at) => one.sums.forEach(({ id }, i) => counts.set(id, told[at]?.[i] ?? 0)))
  return { people, told: (told[0] ?? []).reduce((sum, count) => sum + count, 0), counts }
}

const age = featureOf('Age', { Young: 300, Middle: 400, Old: 300 })
const gender = featureOf('Gender', { Woman: 500, Man: 500, Another: 0 }, 'gender')

function against(sums: readonly FeatureSums[]): Against {
  return { sums, genderShare: 0.4, seed: 'case' }
}

describe('counting', () => {
  it('counts each person once, and who told nothing among the people alone', () => {
    const [young, woman] = [age.sums[0]?.id, gender.sums[0]?.id] as [Id<'feature-value'>, Id<'feature-value'>]
    const [alice, bashir] = [newId('account'), newId('account')]
    const told = new Map([
      [
        alice,
        new Map([
          [age.feature.id, young],
          [gender.feature.id, woman],
        ]),
      ],
    ])
    expect(countsOf([alice, bashir, alice], told)).toEqual({
      people: 2,
      told: 1,
      counts: new Map([
        [young, 1],
        [woman, 1],
      ]),
    })
  })

  it('is drawn anew for five more or five fewer, never for four', () => {
    expect(isWorthDrawing(undefined, { told: 4 })).toBe(false)
    expect(isWorthDrawing(undefined, { told: 5 })).toBe(true)
    expect(isWorthDrawing({ told: 20 }, { told: 24 })).toBe(false)
    expect(isWorthDrawing({ told: 20 }, { told: 25 })).toBe(true)
    expect(isWorthDrawing({ told: 20 }, { told: 15 })).toBe(true)
  })
})

describe('the whole report, for those who choose', () => {
  it('compares each group, whatever its size', () => {
    const report = wholeReport(crowdOf([age], [[2, 3, 5]], 12), against([age]))
    const [one] = report.features
    if (!one || 'few' in one) throw new Error('shown')
    expect(one.lines.map(({ names, count, lacks }) => [names[0], count, lacks])).toEqual([
      ['Young', 2, 1],
      ['Middle', 3, 1],
      ['Old', 5, -2],
    ])
    expect(overallOf(report)?.index).toBeCloseTo(0.8, 12)
  })

  it('says where a gender is below the rule, a third one counted among all', () => {
    const report = (told: readonly number[]) => {
      const [one] = wholeReport(crowdOf([gender], [told]), against([gender])).features
      if (!one || 'few' in one) throw new Error('shown')
      return one
    }
    expect(report([3, 7, 0]).below).toEqual(['woman'])
    expect(report([4, 6, 0]).below).toEqual([])
    expect(report([4, 4, 3]).below).toEqual(['woman', 'man'])
    expect(report([4, 4, 3])).toMatchObject({ outside: 3, told: 11 })
  })

  it('says nothing of a feature nobody told', () => {
    expect(wholeReport(crowdOf([age], [[0, 0, 0]]), against([age])).features).toEqual([
      { feature: age.feature, few: true },
    ])
    expect(overallOf(wholeReport(crowdOf([age], [[0, 0, 0]]), against([age])))).toBeUndefined()
  })
})

describe('the public report', () => {
  it('counts neighbours together until each part is five people, and says nothing of nine', () => {
    const [one] = publicReport(crowdOf([age], [[3, 4, 9]]), against([age])).features
    if (!one || 'few' in one) throw new Error('shown')
    expect(one.lines.map(({ names, count, expected }) => [names.join('+'), count, expected])).toEqual([
      ['Young+Middle', 7, 0.7],
      ['Old', 9, 0.3],
    ])
    expect(publicReport(crowdOf([age], [[3, 3, 3]]), against([age])).features).toEqual([
      { feature: age.feature, few: true },
    ])
  })

  it('tells of no group under ten and of no part under five, whatever was told; and sums up to who told', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), (told) => {
        const [one] = publicReport(crowdOf([age], [told]), against([age])).features
        if (!one || 'few' in one) return
        const all = told.reduce((sum, count) => sum + count, 0)
        expect(all).toBeGreaterThanOrEqual(10)
        for (const { count } of one.lines) expect(count).toBeGreaterThanOrEqual(5)
        expect(one.lines.reduce((sum, { count }) => sum + count, 0)).toBe(all)
      }),
    )
  })

  it('is worked out from what it shows alone: who is counted together could change places', () => {
    const told = (counts: readonly number[]) => publicReport(crowdOf([age], [counts]), against([age]))
    expect(told([3, 4, 9])).toEqual(told([4, 3, 9]))
  })

  it('says nothing of how many told an answer the table does not count', () => {
    const [one] = publicReport(crowdOf([gender], [[10, 10, 1]]), against([gender])).features
    expect(one).toMatchObject({ outside: 0, told: 20 })
  })
})

describe('who is missing, in one sentence', () => {
  it('names whom the report calls missing, and apart from them whom chance may have left out', () => {
    expect(tooFew(crowdOf([age], [[0, 20, 20]]), [age], { isPublic: false })).toEqual({
      surely: [['Young']],
      perhaps: [],
    })
    expect(tooFew(crowdOf([age], [[2, 4, 4]]), [age], { isPublic: false })).toEqual({
      surely: [],
      perhaps: [['Young']],
    })
    expect(tooFew(crowdOf([age], [[3, 4, 3]]), [age], { isPublic: false })).toEqual({ surely: [], perhaps: [] })
  })

  it('says to everybody no more than the public report does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), (told) => {
        const crowd = crowdOf([age], [told])
        const { surely, perhaps } = tooFew(crowd, [age], { isPublic: true })
        const [one] = publicReport(crowd, against([age])).features
        const lines = one && 'lines' in one ? one.lines : []
        const named = (verdict: string) => lines.filter((line) => line.verdict === verdict)
        expect(surely).toEqual(named('fewer').map(({ names }) => names))
        expect(perhaps).toEqual(named('near').flatMap(({ names, lacks }) => (lacks > 0 ? [names] : [])))
      }),
    )
  })
})

describe('the next ten invitations', () => {
  it('go to those who are missing in every feature, named as the place names them', () => {
    const cells = gender.sums
      .slice(0, 2)
      .flatMap((one) => age.sums.map((other) => ({ values: [one.id, other.id], people: 100 })))
    const crowd = crowdOf(
      [gender, age],
      [
        [0, 30],
        [0, 15, 15],
      ],
    )
    const lines = nextTen(crowd, [gender, age], cells)
    expect(lines[0]).toEqual({ invitations: 10, names: ['Woman', 'Young'] })
  })

  it('leave features out rather than look for thousands of kinds of people', () => {
    const [one, two] = ['A', 'B'].map((name) =>
      featureOf(name, Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${name}${i}`, 10]))),
    )
    if (!one || !two) throw new Error('two features')
    const cells = one.sums.flatMap((a) => two.sums.map((b) => ({ values: [a.id, b.id], people: 1 })))
    const lines = nextTen(crowdOf([one, two], []), [one, two], cells)
    expect(lines.every(({ names }) => names.length === 1)).toBe(true)
    expect(lines.reduce((sum, { invitations }) => sum + invitations, 0)).toBe(10)
  })
})
