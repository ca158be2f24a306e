import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, it } from 'vitest'
import { tightIn } from './room.ts'
import { beginning, type Fixed } from './set-up-rules.ts'

const profile = { id: newId('profile'), name: 'Resident', wanted: 6, description: '' }
const open: Fixed = {
  politicians: null,
  citizens: null,
  minGenderShare: null,
  profiles: [profile],
  group: { selection: 'lot' },
}
const fixed: Fixed = { ...open, citizens: 6, minGenderShare: 0.4 }

describe('a group whose every seat goes to women and men', () => {
  it.each([
    ['all open', open, 'both'],
    ['the number fixed', { ...open, citizens: 6 }, 'share'],
    ['a greater number fixed, so that seats move from choice to lot', { ...open, citizens: 10 }, 'both'],
    ['the share fixed', { ...open, minGenderShare: 0.4 }, 'seats'],
    ['both fixed', fixed, 'mandate'],
  ])('is said with what can still be changed: %s', (_, mandate, help) => {
    expect(tightIn(mandate, beginning(mandate))).toMatchObject({ of: 'drawn', seats: 6, least: 3, help })
  })

  it('is told from the whole group where no seat is drawn', () => {
    const byChoice: Fixed = { ...open, citizens: 6, group: { selection: null } }
    expect(tightIn(byChoice, beginning(byChoice))).toMatchObject({ of: 'group', seats: 6, help: 'share' })
    // Of fewer than five the share is not asked.
    const few: Fixed = { ...byChoice, citizens: 4 }
    expect(tightIn(few, beginning(few))).toBeNull()
  })

  it('is not said where a seat is left', () => {
    const seven: Fixed = { ...open, profiles: [{ ...profile, wanted: 7 }] }
    expect(tightIn(seven, beginning(seven))).toBeNull()
    expect(tightIn(open, { ...beginning(open), minGenderShare: 0 })).toBeNull()
  })
})
