import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { daysToUndo, merge, split, undo, undoUntil, type MergeState } from './rules.ts'

const place = newId('jurisdiction')
const [dora, emil] = [newId('person'), newId('person')]

function actor(role: 'clerk' | 'politician' | 'resident', person = role === 'politician' ? dora : null): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person,
    name: 'Somebody',
    assurance: 'low',
    roles: [{ name: role, scope: place }],
  }
}

const open = { raisedBy: null, hasEnded: false, isOwed: false, closesAt: null }

function problem(more: Partial<MergeState> = {}): MergeState {
  return { id: newId('problem'), sponsors: [], mergedInto: null, isHeld: false, isTold: false, ...open, ...more }
}

const now = Temporal.Instant.from('2026-03-02T08:00:00Z')
const inDays = (days: number) => now.add({ hours: 24 * days })

const because = { now, reason: 'It is the same ferry.' }

describe('a problem goes on in another', () => {
  it('by the clerk, while nobody has taken it up; by a politician who has taken one of them up', () => {
    expect(merge(problem(), problem(), { actor: actor('clerk'), ...because }).ok).toBe(true)
    expect(merge(problem(), problem({ sponsors: [dora] }), { actor: actor('politician'), ...because }).ok).toBe(true)
    expect(merge(problem({ sponsors: [dora] }), problem(), { actor: actor('politician'), ...because }).ok).toBe(true)
  })

  const itself = problem()
  test.each<[string, MergeState, MergeState, Actor, string]>([
    ['not-yours-to-merge', problem(), problem(), actor('resident'), 'x'],
    ['not-yours-to-merge', problem(), problem({ sponsors: [emil] }), actor('politician'), 'x'],
    ['its-sponsor-decides', problem({ sponsors: [emil] }), problem({ sponsors: [dora] }), actor('politician'), 'x'],
    ['its-sponsor-decides', problem({ sponsors: [emil] }), problem(), actor('clerk'), 'x'],
    ['reason-needed', problem(), problem(), actor('clerk'), '  '],
    ['told', problem({ isTold: true }), problem(), actor('clerk'), 'x'],
    ['told', problem(), problem({ isTold: true }), actor('clerk'), 'x'],
    ['merged-already', problem({ mergedInto: newId('problem') }), problem(), actor('clerk'), 'x'],
    ['into-itself', itself, itself, actor('clerk'), 'x'],
    ['its-sponsor-decides', problem({ sponsors: [emil, dora] }), problem(), actor('politician'), 'x'],
    ['answer-owed', problem({ isOwed: true }), problem(), actor('clerk'), 'x'],
    ['ended', problem({ hasEnded: true }), problem(), actor('clerk'), 'x'],
    ['ended', problem({ closesAt: inDays(0) }), problem(), actor('clerk'), 'x'],
    ['target-ended', problem(), problem({ hasEnded: true }), actor('clerk'), 'x'],
    ['target-closes', problem(), problem({ closesAt: inDays(daysToUndo) }), actor('clerk'), 'x'],
    ['has-mandate', problem({ isHeld: true }), problem(), actor('clerk'), 'x'],
  ])('is refused: %s', (refusal, from, into, who, reason) => {
    expect(merge(from, into, { actor: who, reason, now })).toEqual({ ok: false, refusal })
  })

  it('where supports are collected until after the merger can be undone', () => {
    const into = problem({ closesAt: inDays(daysToUndo + 1) })
    expect(merge(problem({ closesAt: inDays(1) }), into, { actor: actor('clerk'), ...because }).ok).toBe(true)
  })

  it('may have a mandate where it goes on', () => {
    expect(merge(problem(), problem({ isHeld: true }), { actor: actor('clerk'), ...because }).ok).toBe(true)
  })
})

describe('a problem is parted', () => {
  it('into two or more, also when it has a mandate', () => {
    expect(split(problem({ isHeld: true }), { actor: actor('clerk'), ...because, parts: 2 }).ok).toBe(true)
    expect(split(problem(), { actor: actor('clerk'), ...because, parts: 1 })).toEqual({
      ok: false,
      refusal: 'two-parts',
    })
  })
})

describe('a merger is undone', () => {
  const who = actor('resident')
  const at = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const merged = { by: who.account ?? newId('account'), at }

  const nobody = { from: { raisedBy: null, sponsors: [] }, into: { sponsors: [] } }
  const undoneBy = (by: Actor, about: Parameters<typeof undo>[1] = nobody) =>
    undo(merged, about, { actor: by, now: at }).ok

  it('by who did it, until the last second of the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400 }), (seconds) => {
        const result = undo(merged, nobody, { actor: who, now: at.add({ seconds }) })
        expect(result.ok).toBe(seconds <= daysToUndo * 86_400)
      }),
    )
    expect(undo(undefined, nobody, { actor: who, now: at })).toEqual({ ok: false, refusal: 'not-merged' })
    expect(undo(merged, nobody, { actor: who, now: undoUntil(merged) }).ok).toBe(true)
  })

  it('also by a clerk, by who raised it, and by who leads one of the two: nobody ends another’s problem alone', () => {
    const [alice, politician] = [actor('resident'), actor('politician')]
    expect(undoneBy(actor('clerk'))).toBe(true)
    expect(undoneBy(alice)).toBe(false)
    expect(undoneBy(alice, { ...nobody, from: { raisedBy: alice.account, sponsors: [] } })).toBe(true)
    expect(undoneBy(politician)).toBe(false)
    expect(undoneBy(politician, { ...nobody, from: { raisedBy: null, sponsors: [emil, dora] } })).toBe(true)
    expect(undoneBy(politician, { ...nobody, into: { sponsors: [dora] } })).toBe(true)
    expect(undoneBy(actor('resident', dora), { ...nobody, into: { sponsors: [dora] } })).toBe(false)
  })
})
