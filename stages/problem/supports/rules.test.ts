import type { Actor, Assurance, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rung } from '../agenda/rules.ts'
import * as rules from './rules.ts'
import { readSheet, signatureOf } from './signatures.ts'

const town = newId('jurisdiction')
const closesAt = Temporal.Instant.from('2026-12-01T22:59:59.999Z')
const before = closesAt.subtract({ milliseconds: 1 })
const after = closesAt.add({ milliseconds: 1 })

function actorWith(names: readonly RoleName[], assurance: Assurance = 'low'): Actor {
  const roles = names.map((name) => ({ name, scope: town }))
  return { jurisdiction: town, account: newId('account'), person: null, name: 'Alice', assurance, roles }
}

const open: rules.SupportState = {
  isTold: false,
  isMerged: false,
  isHidden: false,
  rule: { openTo: 'tied', leastAssurance: 'low' },
  closesAt,
  isLapsed: false,
  isSettled: false,
}
const alice = { isTied: true, hasSupported: false }
const resident = actorWith(['resident'])

describe('supporting', () => {
  it.each<[string, Partial<rules.SupportState>, Partial<rules.Supporter>, Actor, Temporal.Instant, string | null]>([
    ['a resident', {}, {}, resident, before, null],
    ['a resident, in the last moment', {}, {}, resident, closesAt, null],
    ['a resident, where there is no end', { closesAt: null }, {}, resident, after, null],
    ['a resident, a moment too late', {}, {}, resident, after, 'window-over'],
    ['what a moderator has hidden', { isHidden: true }, {}, resident, before, 'hidden'],
    ['twice', {}, { hasSupported: true }, resident, before, 'already-supported'],
    ['from outside', {}, { isTied: false }, resident, before, 'tied-only'],
    [
      'from outside, where anyone may',
      { rule: { openTo: 'anyone', leastAssurance: 'low' } },
      { isTied: false },
      resident,
      before,
      null,
    ],
    [
      'with a mailed code, where more is asked',
      { rule: { openTo: 'tied', leastAssurance: 'substantial' } },
      {},
      resident,
      before,
      'assurance-too-low',
    ],
    [
      'with more than is asked',
      { rule: { openTo: 'tied', leastAssurance: 'substantial' } },
      {},
      actorWith(['resident'], 'high'),
      before,
      null,
    ],
    ['a clerk', {}, {}, actorWith(['resident', 'clerk']), before, 'staff-never-support'],
    ['a councillor', {}, {}, actorWith(['resident', 'politician']), before, 'politicians-take-up'],
    ['an association', {}, {}, actorWith(['organisation']), before, 'organisations-are-not-counted'],
    ['a newcomer', {}, {}, actorWith([]), before, 'say-who-you-are'],
    ['what is told', { isTold: true, rule: null }, {}, resident, before, 'told'],
    ['what goes on in another problem', { isMerged: true }, {}, resident, before, 'merged'],
    ['what no rule holds for', { rule: null }, {}, resident, before, 'no-rule'],
    ['what has lapsed', { isLapsed: true }, {}, resident, before, 'lapsed'],
    ['what the body has answered', { isSettled: true }, {}, resident, before, 'settled'],
  ])('%s', (_, state, supporter, actor, now, refusal) => {
    const result = rules.support({ ...open, ...state }, { ...alice, ...supporter }, { actor, now })
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  it('is taken back only by whoever supports, and only while it counts', () => {
    const supporting = { ...alice, hasSupported: true }
    expect(rules.takeBack(open, supporting, { actor: resident, now: before }).ok).toBe(true)
    for (const [supporter, now, refusal] of [
      [alice, before, 'not-supported'],
      [supporting, after, 'window-over'],
    ] as const)
      expect(rules.takeBack(open, supporter, { actor: resident, now })).toEqual({ ok: false, refusal })
  })

  it('on paper is entered by a clerk, and by nobody else', () => {
    expect(rules.enterSignatures(open, actorWith(['clerk']), before).ok).toBe(true)
    expect(rules.enterSignatures(open, actorWith(['clerk']), after)).toEqual({ ok: false, refusal: 'window-over' })
    for (const name of ['resident', 'politician', 'facilitator', 'administrator'] as const)
      expect(rules.enterSignatures(open, actorWith([name]), before)).toEqual({ ok: false, refusal: 'only-clerks' })
  })
})

const ladder = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 })
  .map((thresholds): readonly Rung[] =>
    thresholds.toSorted((a, b) => a - b).map((threshold) => ({ threshold, owes: 'decision' })),
  )

describe('the ladder', () => {
  it('reaches the same rungs, each once, however the supports come in and however often they are counted', () => {
    fc.assert(
      fc.property(ladder, fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 6 }), (rungs, batches) => {
        const known = new Set<number>()
        let supports = 0
        for (const batch of [...batches, 0]) {
          supports += batch
          for (const { number } of rules.newlyReached(rungs, supports, known)) {
            expect(known.has(number)).toBe(false)
            known.add(number)
          }
        }
        const atOnce = rules.newlyReached(rungs, supports, new Set()).map(({ number }) => number)
        expect([...known]).toEqual(atOnce)
        expect(atOnce).toEqual(rungs.flatMap(({ threshold }, at) => (threshold <= supports ? [at + 1] : [])))
      }),
    )
  })

  it('is never due before it was reached', () => {
    const calendar = { timeZone: 'Europe/Copenhagen', holidays: [Temporal.PlainDate.from('2026-12-25')] }
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('days', 'working-days', 'months'),
        (seconds, count, unit) => {
          const reached = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
          const due = deadlineAfter(reached, { count, unit }, calendar)
          expect(Temporal.Instant.compare(due, reached)).toBe(1)
        },
      ),
    )
  })
})

it('lets a window lapse only when it is over, nothing was reached and nobody has taken the problem up', () => {
  const state = { closesAt, isLapsed: false, isSettled: false, isMerged: false }
  const alone = { owed: 0, sponsors: 0, now: after }
  expect(rules.lapses(state, alone)).toBe(true)
  expect(rules.lapses(state, { ...alone, now: closesAt })).toBe(false)
  expect(rules.lapses(state, { ...alone, owed: 1 })).toBe(false)
  expect(rules.lapses(state, { ...alone, sponsors: 1 })).toBe(false)
  expect(rules.lapses({ ...state, closesAt: null }, alone)).toBe(false)
  expect(rules.lapses({ ...state, isLapsed: true }, alone)).toBe(false)
  expect(rules.lapses({ ...state, isMerged: true }, alone)).toBe(false)
})

describe('a sheet', () => {
  it('names the same person however she is spelled, and says which lines it cannot read', () => {
    const { people, unreadable } = readSheet(
      'Ida Holm; Quay Street 12\n\nIDA  HOLM, Quay street 12.\nOtto\nBo Ås\t3. 4. 1950',
    )
    expect(people).toEqual(['idaholm\nquaystreet12', 'idaholm\nquaystreet12', 'boås\n341950'])
    expect(unreadable).toEqual([4])
  })

  it('keeps nothing that could be compared between two problems', () => {
    const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const problem = newId('problem')
    expect(signatureOf(key, problem, 'ida')).toEqual(signatureOf(key, problem, 'ida'))
    expect(signatureOf(other, problem, 'ida')).not.toEqual(signatureOf(key, problem, 'ida'))
    expect(signatureOf(key, newId('problem'), 'ida')).not.toEqual(signatureOf(key, problem, 'ida'))
  })
})
