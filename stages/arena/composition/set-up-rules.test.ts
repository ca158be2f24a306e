import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginning, lackingIn, openToAll, ruleOf, type Fixed, type SetUp } from './set-up-rules.ts'

const neighbour = { id: newId('profile'), name: 'Neighbour', wanted: 2, description: 'Lives nearby' }
const pupil = { id: newId('profile'), name: 'Pupil', wanted: 1, description: '' }
const mandate: Fixed = {
  politicians: 2,
  citizens: 3,
  minGenderShare: null,
  profiles: [neighbour, pupil],
  group: { selection: null },
}
const forgetOn = Temporal.PlainDate.from('2027-06-01')
const whole: SetUp = { ...beginning(mandate), forgetOn }

describe('a group before anybody has set it up', () => {
  it('is what the mandate says, with two of five of each gender and something to bring for each seat', () => {
    const begun = beginning(mandate)
    expect(begun.minGenderShare).toBe(0.4)
    expect(begun.profiles.map(({ criteria, chosen, drawn }) => [criteria, chosen, drawn])).toEqual([
      [['Lives nearby'], 2, 0],
      [['Pupil'], 1, 0],
    ])
    expect(beginning({ ...mandate, minGenderShare: 0.3 }).minGenderShare).toBe(0.3)
    const byLot = beginning({ ...mandate, group: { selection: 'lot' } })
    expect(byLot.profiles.map(({ chosen, drawn }) => [chosen, drawn])).toEqual([
      [0, 2],
      [0, 1],
    ])
  })

  it('lacks only the day on which data is erased, where the mandate is whole', () => {
    expect(lackingIn(mandate, beginning(mandate))).toEqual([{ what: 'forget-on' }])
    expect(lackingIn(mandate, whole)).toEqual([])
  })
})

describe('what is lacking', () => {
  it('names each number nobody has said, and profiles where there are none', () => {
    const open = { ...mandate, politicians: null, citizens: null, profiles: [] }
    expect(lackingIn(open, beginning(open)).map(({ what }) => what)).toEqual([
      'politicians',
      'citizens',
      'profiles',
      'forget-on',
    ])
    expect(lackingIn(open, { ...whole, politicians: 2, citizens: 3 })).toEqual([])
  })

  it('lets nobody give a profile fewer seats than the mandate, nor choose without something to bring', () => {
    const [first, second] = whole.profiles
    if (!first || !second) throw new Error('two profiles')
    const fewer = {
      ...whole,
      profiles: [
        { ...first, chosen: 1 },
        { ...second, chosen: 2, criteria: [] },
      ],
    }
    expect(lackingIn(mandate, fewer)).toEqual([
      { what: 'below-mandate', profile: 'Neighbour', seats: 1, wanted: 2 },
      { what: 'criteria', profile: 'Pupil' },
    ])
    const drawn = { ...whole, profiles: [first, { ...second, chosen: 0, drawn: 1, criteria: [] }] }
    expect(lackingIn(mandate, drawn)).toEqual([])
  })

  it('every citizen’s seat has a profile: the sum is the number of citizens, whatever they are', () => {
    const seats = fc.array(fc.record({ chosen: fc.nat(5), drawn: fc.nat(5) }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(seats, fc.nat(40), (given, citizens) => {
        const open = { ...mandate, citizens, profiles: [] }
        const profiles = given.map((one, at) => ({
          ...one,
          id: newId('profile'),
          name: `Profile ${at}`,
          description: '',
          criteria: ['Something'],
          ...openToAll,
        }))
        const sum = given.reduce((all, { chosen, drawn }) => all + chosen + drawn, 0)
        expect(lackingIn(open, { ...whole, profiles }).some(({ what }) => what === 'seats')).toBe(sum !== citizens)
      }),
    )
  })
})

describe('the rule a group has to meet', () => {
  it('is the mandate’s alone before anything is set up', () => {
    expect(ruleOf(mandate, undefined)).toMatchObject({ politicians: 2, citizens: 3, minGenderShare: null })
    expect(ruleOf(undefined, undefined).profiles).toEqual([])
  })

  it('keeps what the body fixed above what was set up, also when it changes it later', () => {
    const setUp = { ...whole, politicians: 9, citizens: 9, minGenderShare: 0.5 }
    expect(ruleOf({ ...mandate, minGenderShare: 0.3 }, setUp)).toMatchObject({
      politicians: 2,
      citizens: 3,
      minGenderShare: 0.3,
    })
    const later = {
      ...mandate,
      profiles: [{ ...neighbour, name: 'Next door' }, pupil, { ...pupil, id: newId('profile') }],
    }
    expect(ruleOf(later, whole).profiles.map(({ name, wanted }) => [name, wanted])).toEqual([
      ['Next door', 2],
      ['Pupil', 1],
      ['Pupil', 1],
    ])
  })
})
