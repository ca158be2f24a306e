import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOnePartyOnly, missingFrom, type CompositionRule, type SeatedGroup } from './missing.ts'

const neighbour = newId('profile')
const pupil = newId('profile')
const rule: CompositionRule = {
  politicians: 5,
  citizens: 10,
  minGenderShare: null,
  profiles: [
    { id: neighbour, wanted: 6 },
    { id: pupil, wanted: 4 },
  ],
}

type Gender = SeatedGroup[number]['gender']
const politicians = (count: number): SeatedGroup =>
  Array.from({ length: count }, () => ({ kind: 'politician', profile: null, gender: null }))
const citizens = (count: number, profile = neighbour, gender: Gender = null): SeatedGroup =>
  Array.from({ length: count }, () => ({ kind: 'citizen', profile, gender }))

describe('the composition rule', () => {
  it('is met by exactly what it asks for, in any order', () => {
    const group = [...politicians(5), ...citizens(6), ...citizens(4, pupil)]
    fc.assert(
      fc.property(fc.shuffledSubarray(group, { minLength: group.length }), (seats) => {
        expect(missingFrom(rule, seats)).toEqual([])
      }),
    )
  })

  it('says what is missing, seat by seat', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(12), fc.nat(12), (elected, near, young) => {
        const missing = missingFrom(rule, [...politicians(elected), ...citizens(near), ...citizens(young, pupil)])
        expect(missing.some(({ what }) => what === 'politicians')).toBe(elected !== 5)
        expect(missing.some(({ what }) => what === 'citizens')).toBe(near + young !== 10)
        expect(missing.filter(({ what }) => what === 'profile')).toHaveLength(Number(near < 6) + Number(young < 4))
      }),
    )
  })

  it('asks nothing where the mandate says nothing', () => {
    const open = { politicians: null, citizens: null, minGenderShare: null, profiles: [{ id: pupil, wanted: null }] }
    expect(missingFrom(open, [])).toEqual([])
  })

  it('counts gender among those who told it, and only when five did', () => {
    const share = { politicians: null, citizens: null, minGenderShare: 0.4, profiles: [] }
    expect(missingFrom(share, [...citizens(4, neighbour, 'man'), ...citizens(6)])).toEqual([])
    expect(missingFrom(share, [...citizens(4, neighbour, 'man'), ...citizens(1, neighbour, 'woman')])).toEqual([
      { what: 'gender', gender: 'woman', part: 1, whole: 5, wanted: 0.4 },
    ])
    expect(missingFrom(share, [...citizens(3, neighbour, 'man'), ...citizens(2, neighbour, 'woman')])).toEqual([])
  })
})

it('warns when one party holds every political seat in a council of several', () => {
  expect(isOnePartyOnly(['Harbour List', 'Harbour List'], 3)).toBe(true)
  expect(isOnePartyOnly(['Harbour List', 'Green Shore'], 3)).toBe(false)
  expect(isOnePartyOnly(['Harbour List', 'Harbour List'], 1)).toBe(false)
  expect(isOnePartyOnly(['Harbour List'], 3)).toBe(false)
})
