import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, lettersPerPart } from './parts.ts'
import * as rules from './rules.ts'

const place = newId('jurisdiction')

function who(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: place }))
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Anna', assurance: 'low', roles }
}
const nobody: Actor = { ...who(), account: null }

describe('asking for a letter', () => {
  const known = { isShown: false, hasList: true, askings: 0 }
  it.each([
    ['of a resident', known, who('resident'), undefined],
    ['of a clerk who lives here', known, who('resident', 'clerk'), undefined],
    ['of nobody', known, nobody, 'only-residents'],
    ['of an organisation', known, who('organisation'), 'only-residents'],
    ['of who has shown it', { ...known, isShown: true }, who('resident'), 'shown-already'],
    ['without a list', { ...known, hasList: false }, who('resident'), 'no-list'],
    ['for the last time', { ...known, askings: rules.mostAskings - 1 }, who('resident'), undefined],
    ['once more', { ...known, askings: rules.mostAskings }, who('resident'), 'asked-enough'],
  ])('%s', (_, state, actor, refusal) => {
    const asked = rules.ask(state, actor)
    expect(asked.ok ? undefined : asked.refusal).toBe(refusal)
  })
})

describe('typing a code', () => {
  it.each([
    ['of a resident', { isShown: false, wrong: 0 }, who('resident'), undefined],
    ['after nine wrong ones', { isShown: false, wrong: rules.mostWrongCodes - 1 }, who('resident'), undefined],
    ['after ten', { isShown: false, wrong: rules.mostWrongCodes }, who('resident'), 'too-many-wrong'],
    ['of who has shown it, whose letter stays unused', { isShown: true, wrong: 0 }, who('resident'), 'shown-already'],
    ['of an organisation', { isShown: false, wrong: 0 }, who('organisation'), 'only-residents'],
    ['of nobody', { isShown: false, wrong: 0 }, nobody, 'only-residents'],
  ])('%s', (_, state, actor, refusal) => {
    const typed = rules.typeCode(state, actor)
    expect(typed.ok ? undefined : typed.refusal).toBe(refusal)
  })
})

describe('making letters', () => {
  const state = { hasList: true, isPrinting: false, wanted: 3 }
  it.each([
    ['by a clerk', state, who('clerk'), undefined],
    ['by an administrator', state, who('administrator'), undefined],
    ['by a facilitator', state, who('facilitator'), 'only-keepers'],
    ['by a politician', state, who('politician'), 'only-keepers'],
    ['without a list', { ...state, hasList: false }, who('clerk'), 'no-list'],
    ['while others lie unprinted', { ...state, isPrinting: true }, who('clerk'), 'print-first'],
    ['for nobody', { ...state, wanted: 0 }, who('clerk'), 'nothing-to-print'],
  ])('%s', (_, now, actor, refusal) => {
    const made = rules.makeLetters(now, actor)
    expect(made.ok ? undefined : made.refusal).toBe(refusal)
  })
})

it('what a letter shows ends on a first of a month, 24 to 25 months later', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
  fc.assert(
    fc.property(day, (today) => {
      const until = rules.shownUntil(today)
      expect(until.day).toBe(1)
      expect(Temporal.PlainDate.compare(until, today.add({ months: 24 }))).toBeGreaterThan(0)
      expect(Temporal.PlainDate.compare(until, today.add({ months: 25 }))).toBeLessThanOrEqual(0)
    }),
  )
})

it('every letter of a run lies in one file', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), (letters) => {
      const parts = partsOf(letters)
      expect(parts.reduce((sum, part) => sum + part.letters, 0)).toBe(letters)
      for (const [at, { after, letters: some }] of parts.entries()) {
        expect(after).toBe(at * lettersPerPart)
        expect(some).toBeGreaterThan(0)
      }
    }),
  )
})
