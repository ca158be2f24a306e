import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const place = newId('jurisdiction')
const today = Temporal.PlainDate.from('2026-11-24')
const later = today.add({ days: 97 })

function actor(...roles: readonly RoleName[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: null,
    name: 'x',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: place })),
  }
}

const clerk = actor('clerk', 'resident')
const alice = actor('resident')
const klub = actor('organisation')

describe('a pledge', () => {
  const commitment = { standing: 'promised' } as const
  test.each<[string, Actor, string | null]>([
    ['by a resident', alice, null],
    ['by an association', klub, null],
    ['by staff, who live here too', clerk, 'staff-never-pledge'],
    ['by nobody', { ...alice, account: null, roles: [] }, 'consent-first'],
  ])('%s', (_, who, refusal) => {
    const result = rules.pledge({ commitment, openByHer: 0, inADay: 0, today }, later, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('is one of five at most that are open: a flood of pledges is a flood of mails', () => {
    for (const [openByHer, refusal] of [
      [rules.mostOpenPledges - 1, null],
      [rules.mostOpenPledges, 'pledged-enough'],
    ] as const) {
      const result = rules.pledge({ commitment, openByHer, inADay: 0, today }, later, klub)
      expect(result.ok ? null : result.refusal).toBe(refusal)
    }
  })

  test('is one of twenty at most a day: whoever settles at once what she pledged has an end, too', () => {
    const inADay = rules.mostPledgesADay
    const made = (before: number) => rules.pledge({ commitment, openByHer: 0, inADay: before, today }, later, klub)
    expect(made(inADay - 1).ok).toBe(true)
    expect(made(inADay)).toMatchObject({ refusal: 'pledged-enough-today' })
  })

  test('is settled by who made it or a clerk, with a reason when it was not kept', () => {
    const made = { pledgedBy: klub.account, state: 'promised' as const, today }
    const brought = { isKept: true, words: '', deliveredOn: today }
    expect(rules.settlePledge(made, brought, klub).ok).toBe(true)
    expect(rules.settlePledge(made, brought, clerk).ok).toBe(true)
    expect(rules.settlePledge(made, brought, alice)).toMatchObject({ refusal: 'not-your-pledge' })
    expect(rules.settlePledge(made, { ...brought, isKept: false }, klub)).toMatchObject({ refusal: 'reason-needed' })
    expect(rules.settlePledge({ ...made, state: 'kept' }, brought, klub)).toMatchObject({ refusal: 'settled-already' })
    expect(rules.settlePledge(made, { ...brought, deliveredOn: today.add({ days: 1 }) }, klub)).toMatchObject({
      refusal: 'delivered-in-future',
    })
  })
})
