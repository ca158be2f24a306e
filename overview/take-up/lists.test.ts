import { newId } from '@folkmoot/basics/ids.ts'
import { suppress } from '@folkmoot/tally/suppress.ts'
import { agreementShare } from '@folkmoot/tally/agreement-share.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { PublishedMap, StatementResult } from '../../stages/opinion/index.ts'
import { dividing, enoughReasons, takeUpLists, type TakeUpMatter } from './lists.ts'

const consultation = newId('consultation')

function result(number: number, tally: Tally): StatementResult {
  const published = suppress(tally)
  const isWhole =
    published.kind === 'shown' && typeof published.agree === 'number' && typeof published.disagree === 'number'
  return {
    published,
    share: isWhole ? agreementShare(tally) : null,
    statement: {
      id: newId('statement'),
      consultation,
      number,
      text: `Statement ${number}`,
      isSeed: false,
      language: 'en',
      writtenBy: null,
      writtenAt: Temporal.Instant.from('2026-01-01T12:00:00Z'),
      isTakenOut: false,
      source: null,
    },
  }
}

const even: Tally = { agree: 20, disagree: 20, pass: 5 }
const one = result(1, { agree: 40, disagree: 5, pass: 5 })
const two = result(2, even)
const three = result(3, { agree: 14, disagree: 13, pass: 23 })
const results = [one, two, three]

const map: PublishedMap = {
  method: 'm',
  seed: 's',
  version: 1,
  isFinal: false,
  people: 50,
  isOneCrowd: false,
  stable: 9,
  groups: [0, 1].map((letter) => ({ letter, people: 25, sure: 9, thinks: [], spots: [] })),
  spots: [],
  statements: [],
  agreed: [
    { number: 1, side: 'agree', least: 8 },
    { number: 9, side: 'disagree', least: 7 },
  ],
  divides: [2, 3],
  uneven: [],
}
const nothing: TakeUpMatter = { results, map, isTaken: () => false, reasons: () => 0 }
const numbers = (rows: readonly { readonly result: StatementResult }[]) =>
  rows.map(({ result: { statement } }) => statement.number)

describe('what to take up', () => {
  it('is what all groups agree on and no clause names; a statement that was hidden since is not there', () => {
    expect(takeUpLists(nothing).agreed).toEqual([{ result: one, side: 'agree', least: 8 }])
  })

  it('moves to what is taken up when a clause names it', () => {
    const lists = takeUpLists({ ...nothing, isTaken: (id) => id === one.statement.id })
    expect([numbers(lists.agreed), numbers(lists.taken)]).toEqual([[], [1]])
  })

  test.each([
    [0, [2, 3], 0],
    [enoughReasons - 1, [2, 3], 0],
    [enoughReasons, [3], 1],
  ])('divides, with %i reasons given to the first', (given, left, reasoned) => {
    const lists = takeUpLists({ ...nothing, reasons: (id) => (id === two.statement.id ? given : 0) })
    expect([numbers(lists.divided), lists.reasoned]).toEqual([left, reasoned])
  })

  it('asks for the reasons of what divides alone, five at most, and not of a thousand statements', () => {
    const thousand = Array.from({ length: 1000 }, (_, at) => result(at + 1, even))
    const crowd: PublishedMap = { ...map, groups: [], isOneCrowd: true, divides: [] }
    for (const drawn of [map, crowd, undefined]) {
      const asked = new Set<string>()
      const reasons = (id: string): number => (asked.add(id), 0)
      takeUpLists({ ...nothing, results: thousand, map: drawn, reasons })
      expect([...asked]).toEqual(dividing({ results: thousand, map: drawn }).map(({ statement }) => statement.id))
      expect(asked.size).toBeLessThanOrEqual(5)
    }
  })

  it('is close without groups: a third on each side at least, the closest first', () => {
    const crowd: PublishedMap = { ...map, groups: [], isOneCrowd: true, divides: [] }
    const wide = result(4, { agree: 33, disagree: 15, pass: 5 })
    const third = result(5, { agree: 30, disagree: 15, pass: 5 })
    for (const drawn of [crowd, undefined])
      expect(numbers(takeUpLists({ ...nothing, results: [wide, third, ...results], map: drawn }).divided)).toEqual([
        2, 3, 5,
      ])
  })

  test.each<[string, Tally, boolean]>([
    ['a third', { agree: 10, disagree: 10, pass: 10 }, true],
    ['less than a third', { agree: 11, disagree: 11, pass: 10 }, false],
    ['too few to say how many', { agree: 4, disagree: 0, pass: 4 }, false],
    ['withheld', { agree: 20, disagree: 4, pass: 12 }, false],
  ])('is unclear where %s passed', (_, tally, isUnclear) => {
    const lists = takeUpLists({ ...nothing, results: [result(7, tally)] })
    expect(numbers(lists.unclear)).toEqual(isUnclear ? [7] : [])
  })

  it('never says a number that is not published, and loses nothing of what is agreed on', () => {
    const count = fc.integer({ min: 0, max: 40 })
    const tally = fc.record({ agree: count, disagree: count, pass: count })
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 8 }), fc.array(fc.boolean()), (tallies, taken) => {
        const all = tallies.map((each, i) => result(i + 1, each))
        const agreed = all.map(({ statement: { number } }) => ({ number, side: 'agree' as const, least: 6 }))
        const isTaken = new Map(all.map(({ statement: { id } }, i) => [id, taken[i] ?? false]))
        const lists = takeUpLists({
          results: all,
          map: { ...map, agreed, divides: [] },
          isTaken: (id) => isTaken.get(id) ?? false,
          reasons: () => 0,
        })
        expect([...numbers(lists.agreed), ...numbers(lists.taken)].toSorted((a, b) => a - b)).toEqual(
          all.map(({ statement: { number } }) => number),
        )
        for (const {
          result: { published },
          passed,
        } of lists.unclear)
          expect(published).toMatchObject({ kind: 'shown', pass: passed })
      }),
    )
  })
})
