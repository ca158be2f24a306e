import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

const problem = newId('problem')
const today = Temporal.PlainDate.from('2026-05-01')

function actorWith(...names: readonly RoleName[]): Actor {
  return {
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'Amira',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: problem })),
  }
}

const open: rules.GroupState = {
  problem,
  endsOn: today.add({ days: 10 }),
  openedBy: newId('account'),
  isClosed: false,
}

it('is opened by those who sit at the table, politician or citizen, and by nobody else', () => {
  const at = { id: problem, mergedInto: null }
  for (const names of [
    ['resident', 'member'],
    ['politician', 'member'],
  ] as const)
    expect(rules.openGroup(at, open.endsOn, { actor: actorWith(...names), today }).ok).toBe(true)
  for (const name of ['resident', 'politician', 'clerk', 'facilitator', 'arena-chair-elect'] as const)
    expect(rules.openGroup(at, open.endsOn, { actor: actorWith(name), today })).toEqual({
      ok: false,
      refusal: 'only-members',
    })
  const elsewhere = { id: problem, mergedInto: newId('problem') }
  expect(rules.openGroup(elsewhere, open.endsOn, { actor: actorWith('member'), today })).toEqual({
    ok: false,
    refusal: 'goes-on-elsewhere',
  })
  expect(rules.openGroup(at, today, { actor: actorWith('member'), today })).toEqual({
    ok: false,
    refusal: 'ends-too-soon',
  })
})

it('is joined by anyone who has said who she is, seat or no seat, until its last day (R15)', () => {
  const people: readonly RoleName[] = ['resident', 'organisation', 'politician']
  fc.assert(
    fc.property(
      fc.constantFrom(...people),
      fc.integer({ min: -20, max: 20 }),
      fc.boolean(),
      fc.boolean(),
      (name, days, isClosed, isIn) => {
        const group = { ...open, endsOn: today.add({ days }), isClosed }
        const joined = rules.joinGroup(group, { isIn }, { actor: actorWith(name), today })
        expect(joined.ok).toBe(days >= 0 && !isClosed && !isIn)
      },
    ),
  )
})

it('counts no public employee, and asks a stranger who she is', () => {
  const by = (actor: Actor) => rules.joinGroup(open, { isIn: false }, { actor, today })
  for (const role of ['clerk', 'facilitator', 'officer', 'administrator'] as const)
    expect(by(actorWith('resident', role))).toEqual({ ok: false, refusal: 'staff-never-join' })
  expect(by(actorWith())).toEqual({ ok: false, refusal: 'say-who-you-are-first' })
  expect(by({ ...actorWith('resident'), account: null })).toEqual({ ok: false, refusal: 'sign-in-first' })
})

it('takes reports from those in it, also after its last day, until it is closed', () => {
  const late = { ...open, endsOn: today.subtract({ days: 30 }) }
  expect(rules.reportForGroup(late, { isIn: true }, actorWith('resident')).ok).toBe(true)
  expect(rules.reportForGroup(late, { isIn: false }, actorWith('member'))).toEqual({
    ok: false,
    refusal: 'not-in-group',
  })
  expect(rules.reportForGroup({ ...open, isClosed: true }, { isIn: true }, actorWith('resident'))).toEqual({
    ok: false,
    refusal: 'group-closed',
  })
})

it('is closed by the chair or the member who opened it, once', () => {
  const opener = actorWith('member')
  const hers = { ...open, openedBy: opener.account ?? open.openedBy }
  expect(rules.closeGroup(hers, opener).ok).toBe(true)
  expect(rules.closeGroup(hers, actorWith('arena-chair')).ok).toBe(true)
  // Who has left the table closes nothing in its name.
  for (const actor of [{ ...opener, roles: [] }, actorWith('member'), actorWith('clerk')])
    expect(rules.closeGroup(hers, actor)).toEqual({ ok: false, refusal: 'not-yours-to-close' })
  expect(rules.closeGroup({ ...hers, isClosed: true }, opener)).toEqual({ ok: false, refusal: 'group-closed' })
})
