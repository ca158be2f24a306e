import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasDeclaredResources, keptFault, openToPeople, whyNotKept } from './kept-seats.ts'

const place = newId('jurisdiction')
function actor(name: RoleName): Actor {
  const account = newId('account')
  return { jurisdiction: place, account, person: null, name, assurance: 'low', roles: [{ name, scope: place }] }
}
const declared = { withdrawnAt: null, isHidden: false, resources: ['rooms'], resourceWords: '' } as const

it.each([
  ['rooms', declared, true],
  ['in words alone', { ...declared, resources: [], resourceWords: 'A boat' }, true],
  ['nothing', { ...declared, resources: [] }, false],
  ['withdrawn', { ...declared, withdrawnAt: Temporal.Instant.from('2026-11-01T09:00:00Z') }, false],
  ['hidden', { ...declared, isHidden: true }, false],
  ['no declaration', undefined, false],
])('an organisation stands in the register with what it brings: %s', (_, one, has) => {
  expect(hasDeclaredResources(one)).toBe(has)
  const kept = { isForOrganisations: true }
  expect(whyNotKept(kept, { actor: actor('organisation'), declared: one })).toBe(has ? null : 'declare-first')
  expect(whyNotKept(kept, { actor: actor('resident'), declared: one })).toBe('for-organisations')
  expect(whyNotKept({ isForOrganisations: false }, { actor: actor('resident'), declared: one })).toBe(null)
})

it('offers people what is not kept, and lets nobody draw lots among organisations', () => {
  const profile = fc.record({
    isForOrganisations: fc.boolean(),
    drawn: fc.nat(3),
    keptFor: fc.option(fc.constantFrom(...Array.from({ length: 3 }, () => newId('actor')))),
  })
  fc.assert(
    fc.property(fc.array(profile), (profiles) => {
      for (const one of openToPeople(profiles)) expect(one.isForOrganisations).toBe(false)
      const affected = profiles.flatMap(({ keptFor }) => (keptFor === null ? [] : [{ id: keptFor }]))
      for (const one of profiles)
        expect(keptFault(one, affected)).toBe(one.isForOrganisations && one.drawn > 0 ? 'organisations-by-lot' : null)
    }),
  )
  const other = { isForOrganisations: false, drawn: 0, keptFor: newId('actor') }
  expect(keptFault(other, [])).toBe('no-such-group')
})
