import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeatureSums } from '../population/sums.ts'
import { countsOf, renewed, type CrowdCounts } from './counts.ts'
import { nextTen } from './next-ten.ts'
import { crowdReport, overallOf, tooFew, type Against } from './report.ts'

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

  const ids = [age, gender].map(({ sums }) => sums.map(({ id }) => id))
  const both = (ages: readonly number[], genders: readonly number[]) => crowdOf([age, gender], [ages, genders])

  it('is kept anew for five more or five fewer of a feature, never for four', () => {
    expect(renewed(undefined, both([1, 1, 2], []), ids)).toBeUndefined()
    expect(renewed(undefined, both([1, 1, 3], []), ids)?.counts.get(ids[0]?.[2] as Id<'feature-value'>)).toBe(3)
    expect(renewed(both([10, 5, 5], []), both([14, 5, 5], []), ids)).toBeUndefined()
    expect(renewed(both([10, 5, 5], []), both([15, 5, 5], []), ids)).toBeDefined()
    expect(renewed(both([10, 5, 5], []), both([5, 5, 5], []), ids)).toBeDefined()
  })

  it('no feature changes by one person between two counts because five told another one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(12), { minLength: 6, maxLength: 6 }), { minLength: 2 }), (steps) => {
        let kept: CrowdCounts | undefined
        for (const step of steps) {
          const next = renewed(kept, both(step.slice(0, 3), step.slice(3)), ids) ?? kept
          for (const values of ids) {
            const [was, is] = [kept, next].map((crowd) => values.map((id) => crowd?.counts.get(id) ?? 0))
            if (String(was) !== String(is))
              expect(Math.abs(total(is ?? []) - total(was ?? []))).toBeGreaterThanOrEqual(5)
          }
          kept = next
        }
      }),
    )
  })
})

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

describe('the rule on gender', () => {
  it('is said where a gender is below it, of parts of five and more', () => {
    const report = (told: readonly number[]) => {
      const [one] = crowdReport(crowdOf([gender], [told]), against([gender])).features
      if (!one || 'few' in one) throw new Error('shown')
      return one
    }
    expect(report([5, 10, 0]).below).toEqual(['woman'])
    expect(report([6, 9, 0]).below).toEqual([])
  })
})

describe('the report', () => {
  // A fault once: who chooses saw of one applicant “yes: 1, no: 0”, beside her name.
  it('tells those who choose nothing of one who asked for a seat, nor of nine', () => {
    for (const told of [
      [1, 0, 0],
      [4, 5, 0],
    ]) {
      const report = crowdReport(crowdOf([age], [told]), against([age]))
      expect(report.features).toEqual([{ feature: age.feature, few: true }])
      expect(overallOf(report)).toBeUndefined()
    }
  })

  it('counts neighbours together until each part is five people, and says nothing of nine', () => {
    const [one] = crowdReport(crowdOf([age], [[3, 4, 9]]), against([age])).features
    if (!one || 'few' in one) throw new Error('shown')
    expect(one.lines.map(({ names, count, expected }) => [names.join('+'), count, expected])).toEqual([
      ['Young+Middle', 7, 0.7],
      ['Old', 9, 0.3],
    ])
    expect(crowdReport(crowdOf([age], [[3, 3, 3]]), against([age])).features).toEqual([
      { feature: age.feature, few: true },
    ])
  })

  it('tells of no group under ten and of no part under five, whatever was told; and sums up to who told', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), (told) => {
        const [one] = crowdReport(crowdOf([age], [told]), against([age])).features
        if (!one || 'few' in one) return
        const all = told.reduce((sum, count) => sum + count, 0)
        expect(all).toBeGreaterThanOrEqual(10)
        for (const { count } of one.lines) expect(count).toBeGreaterThanOrEqual(5)
        expect(one.lines.reduce((sum, { count }) => sum + count, 0)).toBe(all)
      }),
    )
  })

  it('is worked out from what it shows alone: who is counted together could change places', () => {
    const told = (counts: readonly number[]) => crowdReport(crowdOf([age], [counts]), against([age]))
    expect(told([3, 4, 9])).toEqual(told([4, 3, 9]))
  })

  it('says nothing of how many told an answer the table does not count', () => {
    const [one] = crowdReport(crowdOf([gender], [[10, 10, 1]]), against([gender])).features
    expect(one).toMatchObject({ told: 20 })
  })
})

describe('who is missing, in one sentence', () => {
  it('names whom the report calls missing, and apart from them whom chance may have left out', () => {
    const few = (counts: readonly number[]) => tooFew(crowdOf([age], [counts]), [age])
    expect(few([5, 30, 30])).toEqual({ surely: [['Young']], perhaps: [] })
    expect(few([5, 10, 8])).toEqual({ surely: [], perhaps: [['Young']] })
    expect(few([6, 8, 6])).toEqual({ surely: [], perhaps: [] })
  })

  it('is not said of so few that nothing is shown: nobody knows then that nobody is missing', () => {
    expect(tooFew(crowdOf([age], [[0, 4, 5]]), [age])).toBeUndefined()
  })

  it('says no more than the report does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), (told) => {
        const crowd = crowdOf([age], [told])
        const { surely, perhaps } = tooFew(crowd, [age]) ?? { surely: [], perhaps: [] }
        const [one] = crowdReport(crowd, against([age])).features
        const lines = one && 'lines' in one ? one.lines : []
        const named = (verdict: string) => lines.filter((line) => line.verdict === verdict)
        expect(surely).toEqual(named('fewer').map(({ names }) => names))
        expect(perhaps).toEqual(named('near').flatMap(({ names, lacks }) => (lacks > 0 ? [names] : [])))
      }),
    )
  })
})

const nameOf = (names: readonly string[]): string => names.join(' or ')

describe('the next ten invitations', () => {
  const tens = Array.from({ length: 40 }, () => 10)

  it('go to those who are missing in every feature, named as the place names them', () => {
    const cells = gender.sums
      .slice(0, 2)
      .flatMap((one) => age.sums.map((other) => ({ values: [one.id, other.id], people: 100 })))
    const crowd = crowdOf(
      [gender, age],
      [
        [5, 45],
        [5, 20, 25],
      ],
    )
    const lines = nextTen(crowdReport(crowd, against([gender, age])), { sums: [gender, age], cells, nameOf })
    expect(lines[0]).toEqual({ invitations: 10, names: ['Woman', 'Young'] })
  })

  it('are the same for all numbers that are shown alike', () => {
    const cells = age.sums.map(({ id }) => ({ values: [id], people: 100 }))
    const next = (told: readonly number[]) =>
      nextTen(crowdReport(crowdOf([age], [told]), against([age])), { sums: [age], cells, nameOf })
    expect(next([0, 6, 24])).toEqual([{ invitations: 10, names: ['Young or Middle'] }])
    expect(next([5, 1, 24])).not.toEqual([])
    expect(next([1, 4, 24])).toEqual(next([4, 1, 24]))
    expect(next([1, 0, 0])).toEqual([])
  })

  it('leave features out rather than look for thousands of kinds of people', () => {
    const [one, two] = ['A', 'B'].map((name) =>
      featureOf(name, Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${name}${i}`, 10]))),
    )
    if (!one || !two) throw new Error('two features')
    const cells = one.sums.flatMap((a) => two.sums.map((b) => ({ values: [a.id, b.id], people: 1 })))
    const report = crowdReport(crowdOf([one, two], [tens, tens]), against([one, two]))
    const lines = nextTen(report, { sums: [one, two], cells, nameOf })
    expect(lines.every(({ names }) => names.length === 1)).toBe(true)
    expect(lines.reduce((sum, { invitations }) => sum + invitations, 0)).toBe(10)
  })
})
