import { newId } from '@folkmoot/basics/ids.ts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noTerms } from '../terms.ts'
import { csvOf } from './rows.ts'
import type { Compared } from './store.ts'

function mandate(question: string): Compared {
  return {
    ...noTerms({ question }),
    id: newId('mandate'),
    problem: newId('problem'),
    slug: 'gasworks',
    version: 1,
    state: 'adopted',
    presetName: null,
    revision: 1,
    pendingResolution: null,
    resolution: null,
    adoptedAt: null,
    source: null,
    isLowered: true,
    loweringReason: 'Law.',
    promise: 'consult',
    startsOn: Temporal.PlainDate.from('2027-01-14'),
    matters: [{ words: 'What?', room: 'open', why: '', level: '', money: null, law: null }],
  }
}

it('a reader of CSV gets back what was written, whatever the question', () => {
  fc.assert(
    fc.property(fc.string(), (question) => {
      const [row] = parse(csvOf([mandate(question)]), { bom: true, columns: true, relax_quotes: false }) as Record<
        string,
        string
      >[]
      expect(row?.['question']?.replaceAll("'", '')).toBe(question.replaceAll("'", ''))
      expect(row).toMatchObject({
        version: '1',
        promise: 'consult',
        starts_on: '2027-01-14',
        ends_on: '',
        open_questions: '1',
      })
    }),
  )
})

it('no cell is a formula', () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)']) expect(csvOf([mandate(evil)])).toContain(`,'${evil},`)
  // Where a comma writes decimals, a semicolon ends the cell: the file had its own, weaker rule once.
  expect(csvOf([mandate('What;=1+1')])).toContain(`,"What;'=1+1",`)
  expect(csvOf([mandate('＝1')])).toContain(`,'＝1,`)
})
