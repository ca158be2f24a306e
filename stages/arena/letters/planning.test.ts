import { describe, expect, it } from 'vitest'
import { planAsked, planOf, typedByPlan } from './planning.ts'
import { responseTables } from './responses.ts'

const age = {
  id: 'age',
  name: 'Age',
  values: [
    { id: 'young', name: 'young' },
    { id: 'old', name: 'old' },
  ],
}
const response = (value: string, letters: number, yes: number, no = 0) => ({
  values: [value],
  letters,
  yes,
  no,
  applied: 0,
})
const unwritten = [
  { values: ['young'], count: 600 },
  { values: ['old'], count: 400 },
]
const plan = (responses: readonly ReturnType<typeof response>[]) =>
  planOf({ wanted: 20, by: 'age' }, { features: [age], tables: responseTables([age], responses), unwritten })

describe('the next round of letters', () => {
  it('is worked out from how each group answered', () => {
    const { rows, letters, usual } = plan([response('young', 200, 6), response('old', 200, 12)]) ?? {}
    expect(rows?.map(({ value, aim, rate, letters: own }) => [value, aim, rate, own])).toEqual([
      ['young', 12, 0.03, 400],
      ['old', 8, 0.06, 134],
    ])
    expect(letters).toBe(534)
    expect(usual).toEqual({ percent: 4.5, isOwn: true })
  })

  it('takes what all answered where the number of a group is kept back, and three of a hundred where nothing is known', () => {
    // Two yeses of the young are kept back, and those of the old with them.
    expect(plan([response('young', 200, 2), response('old', 200, 14)])?.rows).toMatchObject([
      { isKnown: false, rate: 0.04 },
      { isKnown: false, rate: 0.04 },
    ])
    const first = plan([])
    expect(first?.usual).toEqual({ percent: 3, isOwn: false })
    expect(first?.rows).toMatchObject([
      { letters: 400, isKnown: false },
      { letters: 267, isKnown: false },
    ])
  })

  it('fills in the form of the draw', () => {
    const planned = plan([response('young', 200, 7), response('old', 200, 12)])
    expect(planned && typedByPlan(planned)).toEqual({
      letters: [String(planned?.letters)],
      strata: ['age'],
      'expected-young': ['3.5'],
      'expected-old': ['6'],
    })
  })

  it('is asked for with a number and a feature there is', () => {
    const asked = (query: string) => planAsked({ query: new URLSearchParams(query) })
    expect(asked('wanted=40&by=age')).toEqual({ wanted: 40, by: 'age' })
    for (const query of ['', 'wanted=0&by=age', 'wanted=many&by=age', 'wanted=40']) expect(asked(query)).toBeUndefined()
    expect(planOf({ wanted: 40, by: 'height' }, { features: [age], tables: [], unwritten })).toBeUndefined()
  })
})

describe('who answered nothing', () => {
  it('is counted, and kept back where it would tell a number that is kept back', () => {
    const [all, byAge] = responseTables([age], [response('young', 200, 20, 30), response('old', 100, 10, 15)])
    expect(all?.rows[0]?.silent).toBe(225)
    expect(byAge?.rows.map(({ silent }) => silent)).toEqual([150, 75])
    const [, few] = responseTables([age], [response('young', 200, 2, 30), response('old', 100, 10, 15)])
    expect(few?.rows.map(({ yes, silent }) => [yes, silent])).toEqual([
      ['few', 'withheld'],
      ['withheld', 'withheld'],
    ])
  })
})
