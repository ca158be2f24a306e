import { suppress } from '@folkmoot/tally/suppress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asTally, isDrawn } from './poll-rules.ts'

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
})
