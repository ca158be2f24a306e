import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isCopy } from './passkey-rules.ts'

it('a counter that goes up is the device, the same or a lower one a copy; a device that never counts is none', () => {
  expect([isCopy(0, 0), isCopy(0, 1), isCopy(6, 7), isCopy(7, 7), isCopy(7, 6), isCopy(7, 0)]).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ])
})

it('of a device that counts and its copy, used by turns in whatever order, one is found out', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 30 }), (turns) => {
      const counters = { device: 5, copy: 5 }
      let kept = 5
      const found = turns.map((isDevice) => {
        const told = (counters[isDevice ? 'device' : 'copy'] += 1)
        if (isCopy(kept, told)) return true
        kept = told
        return false
      })
      const firstTurn = turns.findIndex((turn, at) => at > 0 && turn !== turns[0])
      if (firstTurn === -1) expect(found).not.toContain(true)
      else expect(found[firstTurn], 'the first time the other one is used').toBe(true)
    }),
  )
})
