import type { Actor, RoleName, SignedIn } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')
const committee = newId('body')
const dora = newId('person')
const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const later = now.add({ hours: 24 })
const base: rules.ArenaState = {
  isMandateAdopted: true,
  parentBody: committee,
  sponsors: [dora],
  setUp: { confirmedAt: now, forgetOn: Temporal.PlainDate.from('2027-03-01') },
  call: null,
  isConfirmed: false,
}
const until = Temporal.PlainDate.from('2026-11-25')
const closing = { closesAt: later, until }
const open = { ...base, call: { closesAt: later } }

function actorWith(
  names: readonly RoleName[],
  {
    person = null,
    scope = town,
  }: { readonly person?: Id<'person'> | null; readonly scope?: Id<'jurisdiction'> | Id<'body'> } = {},
): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person,
    name: 'Somebody',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope })),
  }
}
function signedInAs(names: readonly RoleName[]): SignedIn {
  return { ...actorWith(names), account: newId('account') }
}
const sponsor = actorWith(['politician'], { person: dora })
const chair = actorWith(['politician', 'body-chair'], { person: newId('person'), scope: committee })
const stranger = actorWith(['politician'], { person: newId('person') })
const staff = (['clerk', 'facilitator', 'officer', 'administrator'] as const).map((name) =>
  actorWith(['resident', name]),
)

describe('a seat', () => {
  const problem = newId('problem')
  const citizen = actorWith(['resident'])
  const seat = (part: Partial<rules.SeatState>): rules.SeatState => ({
    problem,
    kind: 'citizen',
    isChair: false,
    isConfirmed: true,
    ...part,
  })

  it.each<[string, Partial<rules.SeatState>, Actor, readonly RoleName[]]>([
    ['a citizen’s', {}, citizen, ['member']],
    ['a citizen’s before the group is confirmed', { isConfirmed: false }, citizen, []],
    ['a politician’s', { kind: 'politician' }, sponsor, ['member']],
    ['a politician’s before the group is confirmed', { kind: 'politician', isConfirmed: false }, sponsor, []],
    ['the chair’s', { kind: 'politician', isChair: true }, sponsor, ['member', 'arena-chair']],
    [
      'the chair’s before the group is confirmed',
      { kind: 'politician', isChair: true, isConfirmed: false },
      sponsor,
      ['arena-chair-elect'],
    ],
    ['a politician’s whose term has ended', { kind: 'politician' }, citizen, []],
    ['the chair’s whose term has ended', { kind: 'politician', isChair: true }, citizen, []],
  ])('%s gives its roles', (_, part, actor, names) => {
    const roles = rules.rolesOf(seat(part), actor)
    expect(roles.map(({ name }) => name)).toEqual(names)
    expect(roles.every(({ scope }) => scope === problem)).toBe(true)
  })

  it('never makes a member or a chair of a group that is not confirmed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('politician' as const, 'citizen' as const),
        fc.boolean(),
        fc.constantFrom(sponsor, chair, stranger, citizen, ...staff),
        (kind, isChair, actor) => {
          const names = rules.rolesOf(seat({ kind, isChair, isConfirmed: false }), actor).map(({ name }) => name)
          expect(names).not.toContain('member')
          expect(names).not.toContain('arena-chair')
        },
      ),
    )
  })
})

describe('opening the call', () => {
  it('is for those who lead the case, once, after the mandate, until a day to come', () => {
    expect(rules.openCall(base, closing, { actor: sponsor, now }).ok).toBe(true)
    expect(rules.openCall(base, closing, { actor: chair, now }).ok).toBe(true)
    expect(rules.openCall(base, closing, { actor: stranger, now })).toEqual({ ok: false, refusal: 'not-yours-to-lead' })
    expect(rules.openCall({ ...base, isMandateAdopted: false }, closing, { actor: sponsor, now })).toEqual({
      ok: false,
      refusal: 'no-mandate',
    })
    expect(rules.openCall(open, closing, { actor: sponsor, now })).toEqual({ ok: false, refusal: 'call-open-already' })
    expect(rules.openCall(base, { closesAt: now, until }, { actor: sponsor, now })).toEqual({
      ok: false,
      refusal: 'closes-too-soon',
    })
  })

  it('needs a group that is set up and confirmed, and closes before data is erased', () => {
    const day = Temporal.PlainDate.from('2027-03-01')
    for (const setUp of [undefined, { confirmedAt: null, forgetOn: day }])
      expect(rules.openCall({ ...base, setUp }, closing, { actor: sponsor, now })).toEqual({
        ok: false,
        refusal: 'not-set-up',
      })
    expect(rules.openCall(base, { closesAt: later, until: day }, { actor: sponsor, now })).toEqual({
      ok: false,
      refusal: 'closes-too-late',
    })
    expect(
      rules.openCall(base, { closesAt: later, until: day.subtract({ days: 1 }) }, { actor: sponsor, now }).ok,
    ).toBe(true)
  })

  it('is never for staff, nor is choosing, seating or confirming', () => {
    const no = { ok: false, refusal: 'staff-never-choose' }
    for (const actor of staff) {
      expect(rules.openCall(base, closing, { actor, now })).toEqual(no)
      const whole = { missing: 0, hasChair: true, waiting: 0, asked: 0, isDrawing: false }
      expect(rules.confirm(open, whole, { actor, exception: '' })).toEqual(no)
    }
  })
})

describe('applying', () => {
  const fresh = { hasApplied: false, isProfile: true }
  const resident = actorWith(['resident'])
  it('is for whoever said how she is tied to the place, while the call is open', () => {
    expect(rules.apply(open, fresh, { actor: resident, now }).ok).toBe(true)
    expect(rules.apply(open, fresh, { actor: actorWith(['organisation']), now }).ok).toBe(true)
    expect(rules.apply(open, fresh, { actor: actorWith([]), now })).toEqual({
      ok: false,
      refusal: 'say-who-you-are-first',
    })
    // A bug once: the page offered a clerk no seat, but her form was taken.
    for (const role of ['clerk', 'facilitator', 'officer', 'administrator'] as const)
      expect(rules.apply(open, fresh, { actor: actorWith(['resident', role]), now })).toEqual({
        ok: false,
        refusal: 'staff-never-sit',
      })
    expect(rules.apply(open, fresh, { actor: actorWith(['resident', 'politician']), now })).toEqual({
      ok: false,
      refusal: 'politicians-are-seated',
    })
    expect(rules.apply(base, fresh, { actor: resident, now })).toEqual({ ok: false, refusal: 'no-call' })
    expect(rules.apply(open, fresh, { actor: resident, now: later })).toEqual({ ok: false, refusal: 'call-closed' })
    expect(rules.apply({ ...open, isConfirmed: true }, fresh, { actor: resident, now })).toEqual({
      ok: false,
      refusal: 'call-closed',
    })
    expect(rules.apply(open, { ...fresh, hasApplied: true }, { actor: resident, now })).toEqual({
      ok: false,
      refusal: 'applied-already',
    })
    expect(rules.apply(open, { ...fresh, isAddressMissing: true }, { actor: resident, now })).toEqual({
      ok: false,
      refusal: 'address-needed',
    })
    expect(rules.apply(open, { ...fresh, isProfile: false }, { actor: resident, now })).toEqual({
      ok: false,
      refusal: 'no-such-profile',
    })
  })
})

describe('changing and taking back an application', () => {
  const resident = signedInAs(['resident'])
  const waiting = { state: 'waiting', isProfile: true } as const
  it('is hers until the call closes and nobody has answered', () => {
    expect(rules.changeApplication(open, waiting, { actor: resident, now }).ok).toBe(true)
    expect(rules.withdrawApplication('waiting', resident).ok).toBe(true)
    const no = (refusal: string) => ({ ok: false, refusal })
    expect(rules.changeApplication(open, waiting, { actor: resident, now: later })).toEqual(no('call-closed'))
    expect(rules.changeApplication({ ...open, isConfirmed: true }, waiting, { actor: resident, now })).toEqual(
      no('call-closed'),
    )
    expect(rules.changeApplication(open, { ...waiting, isProfile: false }, { actor: resident, now })).toEqual(
      no('no-such-profile'),
    )
    for (const state of ['selected', 'not-selected'] as const) {
      expect(rules.changeApplication(open, { ...waiting, state }, { actor: resident, now })).toEqual(
        no('answered-already'),
      )
      expect(rules.withdrawApplication(state, resident)).toEqual(no('answered-already'))
    }
    for (const state of [undefined, 'withdrawn'] as const) {
      expect(rules.changeApplication(open, { ...waiting, state }, { actor: resident, now })).toEqual(
        no('no-such-application'),
      )
      expect(rules.withdrawApplication(state, resident)).toEqual(no('no-such-application'))
    }
    const nobody = { ...resident, account: null }
    expect(rules.changeApplication(open, waiting, { actor: nobody, now })).toEqual(no('sign-in-first'))
    expect(rules.withdrawApplication('waiting', nobody)).toEqual(no('sign-in-first'))
  })
})

describe('a political seat', () => {
  const seat = { hasAccount: true, isSeated: false, isChair: true, isChairTaken: false, free: 1 }
  const actor = signedInAs(['politician'])
  const asked = (part: Partial<typeof seat>, reason = 'So') =>
    rules.seatPolitician({ ...seat, ...part }, { actor, reason })
  it('needs a reason, an account, and a seat that is free', () => {
    expect(asked({}).ok).toBe(true)
    for (const reason of ['', '  \n']) expect(asked({}, reason)).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(asked({ isChairTaken: true })).toEqual({ ok: false, refusal: 'chair-taken' })
    expect(asked({ isChairTaken: true, isChair: false }).ok).toBe(true)
    expect(asked({ hasAccount: false })).toEqual({ ok: false, refusal: 'no-account' })
    expect(asked({ isSeated: true })).toEqual({ ok: false, refusal: 'seated-already' })
    expect(asked({ free: 0 })).toEqual({ ok: false, refusal: 'no-seat-free' })
  })
})

describe('confirming the group', () => {
  it('waits for a chair, for every answer, and for the rule or a reason', () => {
    const whole = { missing: 0, hasChair: true, waiting: 0, asked: 0, isDrawing: false }
    expect(rules.confirm(open, { ...whole, isDrawing: true }, { actor: sponsor, exception: 'So' })).toEqual({
      ok: false,
      refusal: 'draw-goes-on',
    })
    expect(rules.confirm(open, whole, { actor: sponsor, exception: '' }).ok).toBe(true)
    expect(rules.confirm(open, { ...whole, hasChair: false }, { actor: sponsor, exception: 'So' })).toEqual({
      ok: false,
      refusal: 'chair-missing',
    })
    expect(rules.confirm(open, { ...whole, waiting: 1 }, { actor: sponsor, exception: 'So' })).toEqual({
      ok: false,
      refusal: 'waiting-applications',
    })
    expect(rules.confirm(open, { ...whole, asked: 1 }, { actor: sponsor, exception: 'So' })).toEqual({
      ok: false,
      refusal: 'waiting-offers',
    })
    expect(rules.confirm(open, { ...whole, missing: 1 }, { actor: sponsor, exception: ' ' })).toEqual({
      ok: false,
      refusal: 'rule-not-met',
    })
    expect(rules.confirm(open, { ...whole, missing: 1 }, { actor: sponsor, exception: 'Two moved away.' }).ok).toBe(
      true,
    )
    expect(rules.confirm({ ...open, isConfirmed: true }, whole, { actor: sponsor, exception: '' })).toEqual({
      ok: false,
      refusal: 'confirmed-already',
    })
  })
})
