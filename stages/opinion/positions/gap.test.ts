import { newId } from '@folkmoot/basics/ids.ts'
import { suppress } from '@folkmoot/tally/suppress.ts'
import type { Choice, Tally } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { tenthsOf } from '../map/tenths.ts'
import type { Statement } from '../store.ts'
import { gapRows, overallOf } from './gap.ts'
import { membersKnown } from './members.ts'

const consultation = newId('consultation')
const statement = (number: number): Statement => ({
  id: newId('statement'),
  consultation,
  number,
  text: `Statement ${number} of some`,
  isSeed: false,
  language: 'en',
  writtenBy: null,
  writtenAt: Temporal.Instant.fromEpochMilliseconds(0),
  isTakenOut: false,
  source: null,
})

type Case = { readonly said: readonly Choice[]; readonly all: Tally; readonly members?: Tally }

function rowsOf(cases: readonly Case[]) {
  const statements = cases.map((one, at) => ({ ...one, statement: statement(at + 1) }))
  return gapRows({
    results: statements.map((one) => ({ statement: one.statement, published: suppress(one.all), share: null })),
    positions: new Map(statements.map((one) => [one.statement.id, one.said])),
    members: new Map(statements.flatMap((one) => (one.members ? [[one.statement.id, one.members] as const] : []))),
  })
}

const half = { agree: 50, disagree: 40, pass: 10 }
const four: readonly Choice[] = ['agree', 'agree', 'agree', 'agree']

describe('the gap, by hand', () => {
  it('of one statement: 4 of 4 politicians, 50 of 100 residents', () => {
    const [row] = rowsOf([{ said: four, all: half }])
    expect(row?.gaps.residents?.value).toBeCloseTo(0.5, 10)
    expect(row?.gaps.residents?.low).toBeCloseTo(0.00076, 5)
    expect(row?.gaps.residents?.high).toBeCloseTo(0.596168, 5)
    expect(row?.gaps.members).toBe(undefined)
  })

  it('passing is not agreeing, of politicians as of residents: 1 of 4 and 50 of 100', () => {
    const [row] = rowsOf([{ said: ['agree', 'pass', 'pass', 'disagree'], all: half }])
    expect(row?.gaps.residents?.value).toBeCloseTo(-0.25, 10)
  })

  it('overall: 50 points more on one and 25 fewer on the other are 37.5 apart on average', () => {
    const rows = rowsOf([
      { said: four, all: half },
      { said: ['agree', 'pass', 'pass', 'disagree'], all: half },
    ])
    const overall = overallOf(rows, 'residents')
    expect(overall?.statements).toBe(2)
    expect(overall?.gap.value).toBeCloseTo(0.375, 10)
    expect(overallOf(rows, 'members')).toBe(undefined)
  })

  it('beside members in their step: 12 of 15 members, said as 12 to 15 of 15, where 60 of all 100 agree', () => {
    const all = { agree: 60, disagree: 30, pass: 10 }
    const [row] = rowsOf([{ said: four, all, members: { agree: 12, disagree: 2, pass: 1 } }])
    // fifths of 15: 12 to 15 of 15 are "four of five or more"
    expect(row?.known.members).toEqual({ least: 12, most: 15, of: 15 })
    expect(row?.gaps.members?.value).toBeCloseTo(1 - 13.5 / 15, 10)
  })
})

test.each([
  ['two politicians', { said: ['agree', 'agree'], all: half }],
  ['no politician', { said: [], all: half }],
  ['nine residents', { said: four, all: { agree: 9, disagree: 0, pass: 0 } }],
  ['nobody who voted', { said: four, all: { agree: 0, disagree: 0, pass: 0 } }],
  [
    'residents of one mind, whose number would tell each vote',
    { said: four, all: { agree: 20, disagree: 0, pass: 0 } },
  ],
  ['agreeing hidden, for it is few', { said: four, all: { agree: 3, disagree: 40, pass: 10 } }],
] as const)('there is no gap: %s', (_, one) => {
  const rows = rowsOf([one])
  expect(rows[0]?.gaps.residents).toBe(undefined)
  expect(overallOf(rows, 'residents')).toBe(undefined)
})

test.each([
  ['nine members', { agree: 5, disagree: 4, pass: 0 }, half],
  ['nine others', { agree: 20, disagree: 10, pass: 5 }, { agree: 24, disagree: 13, pass: 7 }],
  ['a cell of the whole is hidden', { agree: 5, disagree: 3, pass: 3 }, { agree: 50, disagree: 4, pass: 20 }],
  ['the whole leaves one number', { agree: 6, disagree: 5, pass: 4 }, { agree: 6, disagree: 40, pass: 9 }],
] as const)('members are not shown: %s', (_, members, all) => {
  expect(membersKnown(members, all)).toBe(undefined)
})

/** Everything a reader can work out: all numbers of members that fit what is published, exact results of everybody among it. */
function fitting(shown: { readonly least: number; readonly of: number }, all: Tally): readonly number[] {
  const everybody = all.agree + all.disagree + all.pass
  return Array.from({ length: shown.of + 1 }, (_, count) => count).filter(
    (count) =>
      tenthsOf(count, shown.of) === tenthsOf(shown.least, shown.of) &&
      count <= all.agree &&
      shown.of - count <= everybody - all.agree,
  )
}

test('abuse 61: whatever is shown of members, at least two numbers of them fit; what is shown says nothing finer', () => {
  const tally = fc.record({ agree: fc.nat(40), disagree: fc.nat(40), pass: fc.nat(40) })
  let seen = 0
  fc.assert(
    fc.property(tally, tally, (members, rest) => {
      const all = {
        agree: members.agree + rest.agree,
        disagree: members.disagree + rest.disagree,
        pass: members.pass + rest.pass,
      }
      const shown = membersKnown(members, all)
      if (!shown) return
      seen += 1
      const fit = fitting(shown, all)
      expect(fit.length).toBeGreaterThan(1)
      // In every world that fits, the same would be shown: which one it is cannot be told.
      for (const count of fit) {
        const other = { agree: count, disagree: shown.of - count, pass: 0 }
        if (other.disagree <= all.disagree) expect(membersKnown(other, all)).toEqual(shown)
      }
    }),
    { numRuns: 2000 },
  )
  expect(seen).toBeGreaterThan(100)
})

test('that members are not shown tells nothing of how they voted: it hangs on the result and on how many of them did', () => {
  // 5 of 12 members are the only ones who agree: were they withheld for that, everybody would know that no other agrees.
  const lone = { agree: 5, disagree: 25, pass: 10 }
  expect(membersKnown({ agree: 5, disagree: 5, pass: 2 }, lone)).toBe(undefined)
  expect(membersKnown({ agree: 1, disagree: 8, pass: 3 }, lone)).toBe(undefined)
  const some = fc.record({ agree: fc.nat(40), disagree: fc.nat(40), pass: fc.nat(40) })
  let [shown, withheld] = [0, 0]
  fc.assert(
    fc.property(some, fc.integer({ min: 10, max: 45 }), (all, of) => {
      const everybody = all.agree + all.disagree + all.pass
      const worlds = Array.from({ length: of + 1 }, (_, agree) => ({ agree, disagree: of - agree, pass: 0 })).filter(
        ({ agree, disagree }) => agree <= all.agree && disagree <= everybody - all.agree,
      )
      const told = new Set(worlds.map((members) => membersKnown(members, all) !== undefined))
      expect(told.size).toBeLessThanOrEqual(1)
      shown += Number(told.has(true))
      withheld += Number(told.has(false))
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(shown, withheld)).toBeGreaterThan(50)
})
