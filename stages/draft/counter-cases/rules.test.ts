import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askCounterCase, drawn, writeCounterCase } from './rules.ts'

const problem = newId('problem')
const today = Temporal.PlainDate.from('2026-11-26')
const [chair, alice, bashir] = [newId('account'), newId('account'), newId('account')] as const

function who(account: typeof chair, isChair = false): Actor {
  const roles = [
    { name: 'member', scope: problem } as const,
    ...(isChair ? [{ name: 'arena-chair', scope: problem } as const] : []),
  ]
  return { jurisdiction: newId('jurisdiction'), account, person: null, name: 'A', assurance: 'low', roles }
}

const asking = {
  isAsked: false,
  members: [chair, alice, bashir],
  by: { seed: 's' },
  dueOn: today.add({ days: 7 }),
  today,
}
const state = { problem, isFrozen: false }

describe('the devil’s advocate', () => {
  it('is called by the chair, once, for a day to come, before the hand-over', () => {
    expect(askCounterCase(state, asking, who(chair, true)).ok).toBe(true)
    expect(askCounterCase(state, asking, who(alice))).toEqual({ ok: false, refusal: 'only-chair' })
    expect(askCounterCase(state, { ...asking, isAsked: true }, who(chair, true))).toEqual({
      ok: false,
      refusal: 'already-asked',
    })
    expect(askCounterCase(state, { ...asking, dueOn: today }, who(chair, true))).toEqual({
      ok: false,
      refusal: 'day-past',
    })
    expect(askCounterCase({ ...state, isFrozen: true }, asking, who(chair, true))).toEqual({
      ok: false,
      refusal: 'handed-over',
    })
  })

  it('is two members, drawn without her who calls or asked by her', () => {
    const members = [chair, alice]
    expect(askCounterCase(state, { ...asking, members }, who(chair, true))).toEqual({
      ok: false,
      refusal: 'too-few-members',
    })
    expect(askCounterCase(state, { ...asking, by: { asked: [alice, alice] } }, who(chair, true))).toEqual({
      ok: false,
      refusal: 'two-members',
    })
    expect(askCounterCase(state, { ...asking, by: { asked: [chair, bashir] } }, who(chair, true)).ok).toBe(true)
  })

  it('is drawn alike by whoever draws again with the seed, whatever the order of the seats', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 20 }), fc.string(), (ids, seed) => {
        const members = ids as unknown as readonly (typeof chair)[]
        const pair = drawn(members, seed)
        expect(new Set(pair).size).toBe(2)
        expect(drawn(members.toReversed(), seed)).toEqual(pair)
      }),
    )
  })

  it('is written by the two who were asked, and by nobody else', () => {
    expect(writeCounterCase(state, [alice, bashir], who(alice)).ok).toBe(true)
    expect(writeCounterCase(state, [alice, bashir], who(chair, true))).toEqual({ ok: false, refusal: 'only-advocates' })
    expect(writeCounterCase(state, undefined, who(alice))).toEqual({ ok: false, refusal: 'not-asked' })
    expect(writeCounterCase({ ...state, isFrozen: true }, [alice, bashir], who(alice))).toEqual({
      ok: false,
      refusal: 'handed-over',
    })
  })
})
