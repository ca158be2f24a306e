import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './merge-rules.ts'

const problem = newId('problem')
const town = newId('jurisdiction')
const now = Temporal.Instant.from('2026-05-04T10:00:00Z')

function actorWith(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: name === 'member' ? problem : town }))
  return { jurisdiction: town, account: newId('account'), person: null, name: 'A', assurance: 'low', roles }
}

const idea = (more: Partial<rules.MergeState> = {}): rules.MergeState => ({
  id: newId('idea'),
  problem,
  isTold: false,
  mergedInto: null,
  ...more,
})
const member = actorWith('resident', 'member')
const merging = (more: Partial<rules.Merging> = {}): rules.Merging => ({
  actor: member,
  reason: 'The same crossing',
  isKeptApart: false,
  isHandedOver: false,
  ...more,
})

describe('putting two ideas together', () => {
  it('abuse 41: is for members of this group and a facilitator', () => {
    expect(rules.merge(idea(), idea(), merging()).ok).toBe(true)
    expect(rules.merge(idea(), idea(), merging({ actor: actorWith('facilitator') })).ok).toBe(true)
    for (const actor of [
      actorWith('resident'),
      actorWith('clerk'),
      actorWith('politician'),
      { ...member, account: null },
    ])
      expect(rules.merge(idea(), idea(), merging({ actor }))).toEqual({ ok: false, refusal: 'not-yours-to-merge' })
    expect(rules.merge(idea({ problem: newId('problem') }), idea(), merging()).ok).toBe(false)
  })

  it.each([
    ['handed-over', idea(), { isHandedOver: true }],
    ['told', idea({ isTold: true }), {}],
    ['merged-already', idea({ mergedInto: newId('idea') }), {}],
    ['kept-apart', idea(), { isKeptApart: true }],
    ['reason-needed', idea(), { reason: '' }],
  ] as const)('is refused: %s', (refusal, from, more) => {
    expect(rules.merge(from, idea(), merging(more))).toEqual({ ok: false, refusal })
  })

  it('never puts one into itself', () => {
    const one = idea()
    expect(rules.merge(one, one, merging())).toEqual({ ok: false, refusal: 'into-itself' })
  })
})

describe('objecting', () => {
  const merged = { by: newId('account'), at: now }
  const author = actorWith('resident')
  const authors = author.account === null ? [] : [author.account]

  it('abuse 41: is for an author of one of the two, with a reason', () => {
    expect(rules.object(merged, { authors, reason: 'Not so', now }, author).ok).toBe(true)
    expect(rules.object(merged, { authors, reason: '', now }, author)).toEqual({
      ok: false,
      refusal: 'objection-needed',
    })
    expect(rules.object(merged, { authors, reason: 'Not so', now }, member)).toEqual({
      ok: false,
      refusal: 'not-its-author',
    })
    expect(rules.object(undefined, { authors, reason: 'Not so', now }, author)).toEqual({
      ok: false,
      refusal: 'not-merged',
    })
  })

  it('has fourteen days, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 20 * 86_400 }), (seconds) => {
        const at = now.add({ seconds })
        const { ok } = rules.object(merged, { authors, reason: 'Not so', now: at }, author)
        expect(ok).toBe(seconds <= 14 * 86_400)
      }),
    )
  })
})

describe('taking apart again', () => {
  it('is for whoever may put together, until the text is handed over', () => {
    const merged = { by: newId('account'), at: now }
    expect(rules.undo(merged, { problem, isHandedOver: false }, member).ok).toBe(true)
    expect(rules.undo(undefined, { problem, isHandedOver: false }, member)).toEqual({
      ok: false,
      refusal: 'not-merged',
    })
    expect(rules.undo(merged, { problem, isHandedOver: true }, member)).toEqual({ ok: false, refusal: 'handed-over' })
    expect(rules.undo(merged, { problem, isHandedOver: false }, actorWith('resident'))).toEqual({
      ok: false,
      refusal: 'not-yours-to-merge',
    })
  })
})
