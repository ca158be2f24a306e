import { leastInCell, suppress } from '@folkmoot/tally/suppress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asTally, isDrawn, shownOf, type PollCount } from './poll-rules.ts'

const count = fc.record({ agree: fc.nat(30), 'can-live': fc.nat(30), against: fc.nat(30) })

describe('what is shown of a straw poll', () => {
  it('is nothing before more than half have answered, nor under ten', () => {
    fc.assert(
      fc.property(count, fc.nat(90), (counted, more) => {
        const answered = counted.agree + counted['can-live'] + counted.against
        const members = answered + more
        const drawn = isDrawn(null, { count: counted, members })
        expect(drawn).toBe(answered * 2 > members && answered >= 10)
        if (drawn) expect(suppress(asTally(counted)).kind).toBe('shown')
      }),
    )
  })

  it('is not drawn anew for fewer than five more, so that no answer is read from a difference', () => {
    fc.assert(
      fc.property(count, count, (last, counted) => {
        const sum = (one: typeof last) => one.agree + one['can-live'] + one.against
        const drawn = isDrawn(last, { count: counted, members: sum(counted) })
        if (drawn) expect(sum(counted) - sum(last)).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  it.each([
    [{ agree: 9, 'can-live': 6, against: 0 }, 'consensus', false],
    [{ agree: 9, 'can-live': 5, against: 1 }, 'majority', false],
    [{ agree: 7, 'can-live': 5, against: 5 }, 'majority', true],
    [{ agree: 3, 'can-live': 2, against: 5 }, 'disagreement', false],
    [{ agree: 5, 'can-live': 5, against: 11 }, 'disagreement', true],
  ] as const)('of %j is %s', (counted, agreement, isTold) => {
    expect(shownOf(counted)).toEqual({ agreement, count: isTold ? counted : null })
  })

  it('leaves nobody able to work out a number under five, whoever knows how many answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 40 }), (answered) => {
        const bySaid = Map.groupBy(everyCountOf(answered), (one) => JSON.stringify(shownOf(one)))
        for (const alike of bySaid.values()) {
          const small = alike.filter((one) => Object.values(one).some((cell) => cell < leastInCell))
          if (small.length === 0) continue
          for (const choice of ['agree', 'can-live', 'against'] as const) {
            const possible = new Set(alike.map((one) => one[choice]))
            // That nobody is against is what consensus says.
            if (!(choice === 'against' && possible.has(0))) expect(possible.size).toBeGreaterThanOrEqual(4)
          }
        }
      }),
    )
  })
})

function everyCountOf(answered: number): readonly PollCount[] {
  return Array.from({ length: answered + 1 }, (_, agree) =>
    Array.from({ length: answered - agree + 1 }, (__, canLive) => ({
      agree,
      'can-live': canLive,
      against: answered - agree - canLive,
    })),
  ).flat()
}
