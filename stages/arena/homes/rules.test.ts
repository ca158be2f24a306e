import { newId } from '@folkmoot/basics/ids.ts'
import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lookUpHome, notLookedUp, sharedAddresses } from './rules.ts'

const jurisdiction = newId('jurisdiction')

function actorWith(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: jurisdiction }))
  return { jurisdiction, account: newId('account'), person: null, name: 'Chen', assurance: 'low', roles }
}

const asking = (address: string | null, livesThere: boolean | null = null) => ({
  state: 'waiting' as const,
  address,
  livesThere,
})

it('an address given once needs no looking up, nor one whose others took their application back', () => {
  expect(sharedAddresses([asking('a'), asking('b'), asking(null), asking(null)])).toEqual([])
  expect(sharedAddresses([asking('a'), { ...asking('a'), state: 'withdrawn' }])).toEqual([])
})

it('whoever gives an address after it was looked up is looked up too, with those who were', () => {
  const [partner, late] = [asking('a', true), asking('a')]
  expect(notLookedUp([partner, asking('a', true), asking('b')])).toEqual([])
  expect(notLookedUp([partner, late, asking('b')])).toEqual([partner, late])
})

it('all of an address stand together, and nobody stands twice', () => {
  const some = fc.array(
    fc.record({
      state: fc.constantFrom('waiting' as const, 'withdrawn' as const),
      address: fc.constantFrom('a', 'b', null),
      livesThere: fc.constantFrom(true, false, null),
    }),
  )
  fc.assert(
    fc.property(some, (all) => {
      const shared = sharedAddresses(all)
      expect(new Set(shared.flat()).size).toBe(shared.flat().length)
      for (const ones of shared) expect(new Set(ones.map(({ address }) => address)).size).toBe(1)
      expect(notLookedUp(all.filter(({ livesThere }) => livesThere !== null))).toEqual([])
    }),
  )
})

it('is looked up by a clerk, while the group is not confirmed', () => {
  const shared = [asking('a'), asking('a')]
  expect(lookUpHome({ isConfirmed: false }, shared, actorWith('clerk')).ok).toBe(true)
  expect(lookUpHome({ isConfirmed: true }, shared, actorWith('clerk'))).toMatchObject({ refusal: 'group-confirmed' })
  expect(lookUpHome({ isConfirmed: false }, undefined, actorWith('clerk'))).toMatchObject({
    refusal: 'no-such-address',
  })
  for (const role of ['politician', 'facilitator', 'administrator', 'resident'] as const)
    expect(lookUpHome({ isConfirmed: false }, shared, actorWith(role))).toMatchObject({ refusal: 'only-the-clerk' })
})
