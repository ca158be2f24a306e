import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultOf } from './results.ts'
import { countsOf, marks, rate, ratingClosesAt, type Rating, type RatingState } from './rules.ts'

const place = newId('jurisdiction')
const signer = newId('person')
const actor = (more: Partial<Actor> = {}, ...roles: readonly Role['name'][]): Actor => ({
  jurisdiction: place,
  account: newId('account'),
  person: null,
  name: 'Alice',
  assurance: 'low',
  roles: roles.map((name) => ({ name, scope: place })),
  ...more,
})
const now = Temporal.Instant.from('2027-02-01T12:00:00Z')
const state: RatingState = { isTold: false, signer, isInvited: true, isSeen: true, closesAt: null, now }

describe('who rates an answer', () => {
  test.each<[string, Partial<RatingState>, Actor, string]>([
    ['a member of the group', {}, actor({}, 'resident'), 'ok'],
    ['a clerk', {}, actor({}, 'clerk'), 'staff-never-rate'],
    ['somebody who did not work on it', { isInvited: false }, actor({}, 'resident'), 'not-yours-to-rate'],
    ['nobody', {}, actor({ account: null }), 'not-yours-to-rate'],
    ['before there is an answer', { signer: undefined }, actor({}, 'resident'), 'no-answer-yet'],
    ['who signed it', {}, actor({ person: signer }, 'politician'), 'own-answer'],
    ['at the last moment', { closesAt: now }, actor({}, 'resident'), 'ok'],
    ['after it', { closesAt: now.subtract({ milliseconds: 1 }) }, actor({}, 'resident'), 'rating-closed'],
    ['of words that were changed while she read', { isSeen: false }, actor({}, 'resident'), 'answer-changed'],
    ['in a told case', { isTold: true }, actor({}, 'resident'), 'rating-closed'],
  ])('%s', (_, more, by, outcome) => {
    const rating = rate({ ...state, ...more }, by)
    expect(rating.ok ? 'ok' : rating.refusal).toBe(outcome)
  })
})

test('it closes at the end of the thirtieth day after the answer is closed, in the place', () => {
  const calendar = { timeZone: 'Europe/Copenhagen', holidays: [] }
  const closed = Temporal.Instant.from('2027-03-10T12:00:00Z')
  const answeredAt = closed.subtract({ hours: 50 })
  expect(ratingClosesAt({ closedAt: closed, answeredAt }, calendar)?.toString()).toBe('2027-04-09T21:59:59.999Z')
  expect(ratingClosesAt({ closedAt: null, answeredAt }, calendar)).toBeNull()
})

test('what is answered after the close has thirty days of its own, never fewer than the rest', () => {
  const calendar = { timeZone: 'Europe/Copenhagen', holidays: [] }
  const closed = Temporal.Instant.from('2027-03-10T12:00:00Z')
  const later = Temporal.Instant.from('2027-09-01T09:00:00Z')
  expect(ratingClosesAt({ closedAt: closed, answeredAt: later }, calendar)?.toString()).toBe('2027-10-01T21:59:59.999Z')
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), (hours) => {
      const closesAt = ratingClosesAt({ closedAt: closed, answeredAt: closed.add({ hours }) }, calendar)
      const alone = ratingClosesAt({ closedAt: closed, answeredAt: null }, calendar)
      if (closesAt === null || alone === null) throw new Error('it was closed')
      expect(Temporal.Instant.compare(closesAt, alone)).toBeGreaterThanOrEqual(0)
      // Of thirty days one can be an hour short.
      expect(Temporal.Instant.compare(closesAt, closed.add({ hours: hours + 24 * 30 - 1 }))).toBeGreaterThanOrEqual(0)
    }),
  )
})

const mark = fc.constantFrom(...marks)
const rating: fc.Arbitrary<Rating> = fc.record({ wasReasoned: mark, didAnswer: mark })

describe('what is published', () => {
  test('nothing of nine', () => {
    const nine = Array.from({ length: 9 }, (): Rating => ({ wasReasoned: 5, didAnswer: 1 }))
    expect(resultOf(nine, 'wasReasoned')).toBeUndefined()
  })

  test('by hand: 6 ones, 2 twos, 7 fives are 6 people, and 9 who gave 2 to 5', () => {
    const given = [1, 1, 1, 1, 1, 1, 2, 2, 5, 5, 5, 5, 5, 5, 5] as const
    const ratings = given.map((one): Rating => ({ wasReasoned: one, didAnswer: 3 }))
    expect(resultOf(ratings, 'wasReasoned')).toEqual({
      answers: 15,
      blocks: [
        { from: 1, to: 1, people: 6 },
        { from: 2, to: 5, people: 9 },
      ],
      low: (6 * 1 + 9 * 2) / 15,
      high: (6 * 1 + 9 * 5) / 15,
    })
    expect(resultOf(ratings, 'didAnswer'), 'where all say the same, that is not told').toBeUndefined()
  })

  test('no part under five; the true mean lies in what is told; who rated first makes no difference', () => {
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 60 }), (ratings) => {
        const result = resultOf(ratings, 'didAnswer')
        expect(resultOf(ratings.toReversed(), 'didAnswer')).toEqual(result)
        if (!result) return
        for (const { people } of result.blocks) expect(people).toBeGreaterThanOrEqual(5)
        const mean = ratings.reduce((sum, { didAnswer }) => sum + didAnswer, 0) / ratings.length
        expect(mean).toBeGreaterThanOrEqual(result.low - 1e-9)
        expect(mean).toBeLessThanOrEqual(result.high + 1e-9)
      }),
    )
  })

  test('each rating is counted once', () => {
    fc.assert(
      fc.property(fc.array(mark), (given) => {
        expect(countsOf(given).reduce((sum, count) => sum + count, 0)).toBe(given.length)
      }),
    )
  })
})
