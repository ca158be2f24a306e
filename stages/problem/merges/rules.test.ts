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

function problem(more: Partial<MergeState> = {}): MergeState {
  return { id: newId('problem'), sponsors: [], mergedInto: null, isHeld: false, isTold: false, ...more }
}

const because = { reason: 'It is the same ferry.' }

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
    ['has-mandate', problem({ isHeld: true }), problem(), actor('clerk'), 'x'],
  ])('is refused: %s', (refusal, from, into, who, reason) => {
    expect(merge(from, into, { actor: who, reason })).toEqual({ ok: false, refusal })
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
  const who = actor('clerk')
  const at = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const merged = { by: who.account ?? newId('account'), at }

  it('by who did it and nobody else, until the last second of the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400 }), (seconds) => {
        const result = undo(merged, who, at.add({ seconds }))
        expect(result.ok).toBe(seconds <= daysToUndo * 86_400)
      }),
    )
    expect(undo(merged, actor('clerk'), at)).toEqual({ ok: false, refusal: 'not-yours-to-undo' })
    expect(undo(undefined, who, at)).toEqual({ ok: false, refusal: 'not-merged' })
    expect(undo(merged, who, undoUntil(merged)).ok).toBe(true)
  })
})
