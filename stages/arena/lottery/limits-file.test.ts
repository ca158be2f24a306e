import { describe, expect, it } from 'vitest'
import { limitsTable } from './files.ts'
import { readLimitsFile, type LimitsFileFault } from './limits-file.ts'
import type { OfferedFeature } from './offered.ts'

const free = { min: 0, max: 10, minFlex: 0, maxFlex: 10 }
const offered: readonly OfferedFeature[] = [
  {
    key: 'g',
    name: 'Gender',
    isUsed: false,
    isSuggested: false,
    values: [
      { key: 'w', name: 'Women', ...free },
      { key: 'm', name: 'Men', ...free },
    ],
  },
  {
    key: 'a',
    name: 'Age',
    isUsed: true,
    isSuggested: false,
    values: [
      { key: 'y', name: 'Under 30', ...free },
      { key: 'o', name: '30 and over', ...free },
    ],
  },
]
const reading = { offered, seats: 10, untoldName: 'Did not say' }
const read = (text: string) => readLimitsFile(new TextEncoder().encode(text), reading)
const faultsOf = (text: string): readonly LimitsFileFault[] => {
  const found = read(text)
  return found.ok ? [] : found.faults
}

describe('limits from the file of another tool', () => {
  it.each([
    ['categories.csv', 'category,feature,min,max\nGENDER,women,4,6\nGENDER,Men,4,6\n'],
    [
      'features.csv with semicolons',
      '\uFEFFfeature;value;min;max;min_flex;max_flex\r\nGender;Women;4;6;;\r\nGender;Men;4;6;;\r\n',
    ],
  ])('%s fills in what it names, and takes the tick from what it does not', (_, text) => {
    const found = read(text)
    if (!found.ok) throw new Error(JSON.stringify(found.faults))
    const [gender, age] = found.features
    expect(gender).toMatchObject({
      isUsed: true,
      values: [
        { key: 'w', min: 4, max: 6, minFlex: 0, maxFlex: 10 },
        { key: 'm', min: 4 },
      ],
    })
    expect(age).toMatchObject({ isUsed: false, values: [{ ...free }, { ...free }] })
  })

  it('reads what the page of a draw writes, those who did not say left out', () => {
    const untold = { key: 'not-told', name: 'Did not say', ...free }
    const written = limitsTable({
      seats: 10,
      onePerHousehold: false,
      features: offered.map((feature) => ({ ...feature, values: [...feature.values, untold] })),
    })
    expect(read(written)).toMatchObject({ ok: true, features: offered.map(({ values }) => ({ isUsed: true, values })) })
  })

  it('names row and column of what is wrong', () => {
    const head = 'feature,value,min,max\n'
    expect(faultsOf(`${head}Gender,Women,4,6\nGender,Men,x,6`)).toEqual([
      { of: 'limits', what: 'not-a-number', row: 3, column: 'min', found: '' },
    ])
    expect(faultsOf(`${head}Gender,Women,7,6\nGender,Men,4,6`)).toMatchObject([
      { what: 'bounds', row: 2, column: 'max' },
    ])
    expect(faultsOf('feature,value,min\nGender,Women,4')).toMatchObject([{ what: 'missing-column', column: 'max' }])
    expect(faultsOf(`${head}Shoes,Large,4,6`)).toMatchObject([{ what: 'unknown-feature', row: 2, found: 'Shoes' }])
    expect(faultsOf(`${head}Gender,Women,4,6\nGender,Cats,4,6`)).toMatchObject([
      { what: 'unknown-group', row: 3, found: 'Cats' },
      { what: 'missing-group', found: 'Men' },
    ])
    expect(faultsOf('')).toMatchObject([{ of: 'table' }])
    expect(faultsOf(`${head}Gender,Women,4,6\nGender,Men,4`)).toMatchObject([
      { of: 'table', fault: { code: 'short-row', row: 3 } },
    ])
  })

  it('of fifty thousand rows is read in seconds, and what is wrong is named', () => {
    const rows = Array.from({ length: 49_999 }, (_, at) => `Gender,Women ${at},0,1`)
    const before = performance.now()
    const faults = faultsOf(['feature,value,min,max', ...rows].join('\n'))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.length).toBeLessThanOrEqual(100)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})
