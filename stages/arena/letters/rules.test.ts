import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const later = now.add({ hours: 1 })

function actorWith(...names: readonly RoleName[]): Actor {
  const jurisdiction = newId('jurisdiction')
  const roles = names.map((name) => ({ name, scope: jurisdiction }))
  return { jurisdiction, account: newId('account'), person: null, name: 'Chen', assurance: 'low', roles }
}
const nobody: Actor = { ...actorWith(), account: null }
const clerk = actorWith('resident', 'clerk')
const fresh: rules.LettersState = {
  call: { closesAt: later },
  isConfirmed: false,
  addresses: 100,
  letters: 0,
  rounds: [],
}
const asked = { letters: 10, expectedBy: 0 }

describe('letters', () => {
  it('are the clerk’s: nobody else reads addresses of people who know nothing of it', () => {
    for (const actor of [nobody, actorWith('politician'), actorWith('facilitator'), actorWith('administrator')]) {
      expect(rules.listAddresses(fresh, { actor, now })).toEqual({ ok: false, refusal: 'only-clerk' })
      expect(rules.drawLetters(fresh, asked, { actor, now })).toEqual({ ok: false, refusal: 'only-clerk' })
      expect(rules.confirmPrinted(fresh, { actor, round: 1 })).toEqual({ ok: false, refusal: 'only-clerk' })
    }
    expect(rules.listAddresses(fresh, { actor: clerk, now }).ok).toBe(true)
  })

  it('are drawn while the call is open', () => {
    const asking = { actor: clerk, now }
    expect(rules.drawLetters({ ...fresh, call: null }, asked, asking)).toMatchObject({ refusal: 'no-call' })
    expect(rules.drawLetters({ ...fresh, call: { closesAt: now } }, asked, asking)).toMatchObject({
      refusal: 'call-closed',
    })
    expect(rules.drawLetters({ ...fresh, isConfirmed: true }, asked, asking)).toMatchObject({ refusal: 'call-closed' })
    expect(rules.drawLetters(fresh, asked, asking).ok).toBe(true)
  })

  it('are drawn from a list that is there and large enough, once the ones before are printed', () => {
    const asking = { actor: clerk, now }
    const unprinted = [{ round: 1, isPrinted: false, isMade: true }]
    expect(rules.drawLetters({ ...fresh, addresses: null }, asked, asking)).toMatchObject({ refusal: 'no-list' })
    expect(rules.drawLetters({ ...fresh, letters: 91 }, asked, asking)).toMatchObject({ refusal: 'more-than-listed' })
    expect(rules.drawLetters({ ...fresh, letters: 90 }, asked, asking).ok).toBe(true)
    expect(rules.drawLetters({ ...fresh, rounds: unprinted }, asked, asking)).toMatchObject({ refusal: 'print-first' })
    expect(rules.drawLetters(fresh, { ...asked, expectedBy: 2 }, asking)).toMatchObject({ refusal: 'one-feature-only' })
  })

  it('a list from which letters were drawn stands', () => {
    const drawn = { ...fresh, rounds: [{ round: 1, isPrinted: true, isMade: false }] }
    expect(rules.listAddresses(drawn, { actor: clerk, now })).toMatchObject({ refusal: 'drawn-already' })
  })

  it('a run is confirmed once, and only when all of it is made', () => {
    const at = (isMade: boolean, isPrinted: boolean) =>
      rules.confirmPrinted({ ...fresh, rounds: [{ round: 1, isMade, isPrinted }] }, { actor: clerk, round: 1 })
    expect(at(true, false).ok).toBe(true)
    expect(at(false, false)).toMatchObject({ refusal: 'not-made-yet' })
    expect(at(false, true)).toMatchObject({ refusal: 'printed-already' })
    expect(rules.confirmPrinted(fresh, { actor: clerk, round: 1 })).toMatchObject({ refusal: 'no-such-round' })
  })
})

describe('a letter', () => {
  const open: rules.LetterState = { answer: null, closesAt: later, isConfirmed: false }
  const alice = actorWith('resident')

  it('opens while it has no answer and the call is open', () => {
    expect(rules.openLetter(open, now).ok).toBe(true)
    expect(rules.openLetter(undefined, now)).toMatchObject({ refusal: 'no-such-letter' })
    expect(rules.openLetter({ ...open, answer: 'no' }, now)).toMatchObject({ refusal: 'answered-already' })
    expect(rules.openLetter(open, later)).toMatchObject({ refusal: 'call-closed' })
    expect(rules.openLetter({ ...open, isConfirmed: true }, now)).toMatchObject({ refusal: 'call-closed' })
  })

  it('is accepted by somebody who has said who she is, once, and by no one who serves or governs', () => {
    const by = (actor: Actor, hasOther = false) => rules.acceptLetter(open, { actor, now, hasOther })
    expect(by(alice).ok).toBe(true)
    expect(by(nobody)).toMatchObject({ refusal: 'sign-in-first' })
    expect(by(actorWith())).toMatchObject({ refusal: 'sign-in-first' })
    expect(by(clerk)).toMatchObject({ refusal: 'staff-never-sit' })
    expect(by(actorWith('resident', 'politician'))).toMatchObject({ refusal: 'politicians-are-seated' })
    expect(by(alice, true)).toMatchObject({ refusal: 'one-letter-only' })
  })
})

it('after thirty wrong codes in ten minutes one waits, until the first of the thirty is ten minutes old', () => {
  const anyTries = fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 60 })
  fc.assert(
    fc.property(anyTries, (secondsAgo) => {
      const tries = secondsAgo.map((seconds) => now.subtract({ seconds }))
      const recent = secondsAgo.filter((seconds) => seconds < 600)
      const again = rules.mayTryAt(tries, now)
      expect(again === null).toBe(recent.length < 30)
      if (again) {
        expect(Temporal.Instant.compare(again, now)).toBe(1)
        const then = tries.filter((at) => Temporal.Instant.compare(at.add({ minutes: 10 }), again) > 0)
        expect(then.length).toBeLessThan(30)
      }
    }),
  )
})
