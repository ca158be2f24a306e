import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedOf, byYear } from './by-year.ts'
import type { Moved } from './store.ts'

const [works, culture] = [newId('body'), newId('body')]
const today = Temporal.PlainDate.from('2026-05-20')

function moved(changed: Partial<Moved>): Moved {
  return {
    id: newId('moved-business'),
    problem: newId('problem'),
    number: 1,
    what: 'Which ways to school are made safe first',
    kind: 'plan',
    stays: '',
    freedHours: 9,
    resolution: newId('resolution'),
    decidedOn: Temporal.PlainDate.from('2026-01-14'),
    reference: 'Item 6',
    votesFor: 15,
    votesAgainst: 3,
    abstentions: 1,
    returnedWords: '',
    body: works,
    from: works,
    draftedBy: newId('account'),
    isConfirmed: true,
    isCarried: true,
    endsOn: Temporal.PlainDate.from('2026-09-01'),
    returnedOn: null,
    ...changed,
  }
}

it('adds up what each committee gave away by the decisions of a year, and what it has back', () => {
  const before = Temporal.PlainDate.from('2025-03-02')
  const lines = byYear(
    [
      moved({}),
      moved({ freedHours: null, returnedOn: today.subtract({ days: 3 }) }),
      moved({ decidedOn: before, endsOn: Temporal.PlainDate.from('2025-12-01') }),
      moved({ from: culture, freedHours: 4 }),
      moved({ decidedOn: null }),
    ],
    today,
  )
  expect(lines.filter(({ from }) => from === works)).toEqual([
    { from: works, year: 2026, moved: 2, back: 1, freedHours: 9, unreckoned: 1 },
    { from: works, year: 2025, moved: 1, back: 1, freedHours: 9, unreckoned: 0 },
    { from: works, year: null, moved: 1, back: 0, freedHours: 9, unreckoned: 0 },
  ])
  expect(lines[0]?.year).toBe(2026)
  expect(lines.filter(({ from }) => from === culture)).toMatchObject([{ moved: 1, freedHours: 4 }])
})

it('counts each piece once, and a line leads to just those it counts', () => {
  const some = fc.array(
    fc.record({
      from: fc.constantFrom(works, culture),
      decidedOn: fc.constantFrom('2024-06-01', '2025-06-01', '2026-01-01').map((day) => Temporal.PlainDate.from(day)),
      freedHours: fc.option(fc.nat(20)),
    }),
  )
  fc.assert(
    fc.property(some, (changes) => {
      const all = changes.map(moved)
      const lines = byYear(all, today)
      expect(lines.reduce((sum, line) => sum + line.moved, 0)).toBe(all.length)
      for (const line of lines) expect(askedOf(all, line)).toHaveLength(line.moved)
    }),
  )
  expect(askedOf([moved({})], { from: null, year: null })).toHaveLength(1)
})
