import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementShare } from './agreement-share.ts'
import { choices, lastVotes, tally, votersOf, type Vote } from './tally.ts'

const vote = (voter: string, statement: string, revision: number, choice: Vote['choice']): Vote => ({
  voter,
  statement,
  revision,
  choice,
})

const anyVotes = fc.uniqueArray(
  fc.record({
    voter: fc.constantFrom('alice', 'bashir', 'chen', 'dora'),
    statement: fc.constantFrom('lights', 'lanes', 'buses'),
    revision: fc.integer({ min: 1, max: 5 }),
    choice: fc.constantFrom(...choices),
  }),
  { selector: ({ voter, statement, revision }) => `${voter} ${statement} ${revision}` },
)

describe('tally', () => {
  test('counts the last vote of each person on each statement', () => {
    const votes = [
      vote('alice', 'lights', 2, 'disagree'),
      vote('alice', 'lights', 1, 'agree'),
      vote('bashir', 'lights', 1, 'agree'),
      vote('bashir', 'lanes', 1, 'pass'),
    ]
    expect(Object.fromEntries(tally(votes))).toEqual({
      lights: { agree: 1, disagree: 1, pass: 0 },
      lanes: { agree: 0, disagree: 0, pass: 1 },
    })
  })

  test('is empty without votes', () => {
    expect(tally([]).size).toBe(0)
  })

  test('does not depend on the order of the votes', () => {
    fc.assert(
      fc.property(anyVotes, fc.nat(), (votes, turn) => {
        const turned = [
          ...votes.slice(turn % (votes.length + 1)),
          ...votes.slice(0, turn % (votes.length + 1)),
        ].reverse()
        expect(Object.fromEntries(tally(turned))).toEqual(Object.fromEntries(tally(votes)))
      }),
    )
  })

  test('does not depend on the order even where a file holds one revision twice', () => {
    const twice = [vote('alice', 'lights', 1, 'pass'), vote('alice', 'lights', 1, 'agree')]
    expect(tally(twice)).toEqual(tally(twice.toReversed()))
  })

  test('counts each voter once per statement', () => {
    fc.assert(
      fc.property(anyVotes, (votes) => {
        for (const [statement, counted] of tally(votes)) {
          const voters = new Set(votes.filter((one) => one.statement === statement).map((one) => one.voter))
          expect(votersOf(counted)).toBe(voters.size)
        }
        expect(tally(lastVotes(votes))).toEqual(tally(votes))
      }),
    )
  })
})

describe('agreementShare', () => {
  test.each([
    [{ agree: 0, disagree: 0 }, 1 / 2],
    [{ agree: 1, disagree: 0 }, 2 / 3],
    [{ agree: 8, disagree: 0 }, 9 / 10],
    [{ agree: 3, disagree: 5 }, 4 / 10],
  ])('of %o is %d', (counted, share) => {
    expect(agreementShare(counted)).toBeCloseTo(share, 12)
  })

  test('lies strictly between 0 and 1, grows with agreement and is turned round by turning the votes round', () => {
    const voters = fc.nat({ max: 1_000_000 })
    fc.assert(
      fc.property(voters, voters, (agree, disagree) => {
        const share = agreementShare({ agree, disagree })
        expect(share).toBeGreaterThan(0)
        expect(share).toBeLessThan(1)
        expect(agreementShare({ agree: agree + 1, disagree })).toBeGreaterThan(share)
        expect(agreementShare({ agree: disagree, disagree: agree })).toBeCloseTo(1 - share, 12)
      }),
    )
  })
})
