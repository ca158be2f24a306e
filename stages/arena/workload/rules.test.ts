import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

it('asks for a reason from the limit on, never before, and a reason is always enough', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: rules.leastGroups, max: rules.mostGroups }),
      (groups, most) => {
        expect(rules.takeOnMore({ groups, most }, '').ok).toBe(groups < most)
        expect(rules.takeOnMore({ groups, most }, '   ').ok).toBe(groups < most)
        expect(rules.takeOnMore({ groups, most }, 'She alone knows the harbour.').ok).toBe(true)
      },
    ),
  )
})

it('is set by the administrator or a clerk', () => {
  const by = (name: RoleName): Actor => ({
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'Ada',
    assurance: 'low',
    roles: [{ name, scope: newId('jurisdiction') }],
  })
  for (const name of ['administrator', 'clerk'] as const) expect(rules.setGroupLimits(by(name)).ok).toBe(true)
  for (const name of ['politician', 'facilitator', 'resident'] as const)
    expect(rules.setGroupLimits(by(name))).toEqual({ ok: false, refusal: 'not-yours-to-set' })
})
