import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArenaState } from '../rules.ts'
import * as rules from './rules.ts'

const [town, problem, dora] = [newId('jurisdiction'), newId('problem'), newId('person')]
const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const day = { hours: 24 }
const base: ArenaState = {
  isMandateAdopted: true,
  parentBody: null,
  sponsors: [dora],
  setUp: undefined,
  call: null,
  isConfirmed: false,
}
const begun = { ...base, isConfirmed: true }

function actorWith(names: readonly RoleName[], person: typeof dora | null = null): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person,
    name: 'Somebody',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: name === 'arena-chair' ? problem : town })),
  }
}
const sponsor = actorWith(['politician'], dora)
const chair = actorWith(['politician', 'arena-chair'], newId('person'))
const clerk = actorWith(['clerk'])
const resident = actorWith(['resident'])
const no = (refusal: string) => ({ ok: false, refusal })

describe('filling seats', () => {
  it('is for those who lead, and for the chair once the group has begun; never for staff', () => {
    expect(rules.fill(base, problem, sponsor).ok).toBe(true)
    expect(rules.fill(begun, problem, sponsor).ok).toBe(true)
    expect(rules.fill(base, problem, chair)).toEqual(no('not-yours-to-lead'))
    expect(rules.fill(begun, problem, chair).ok).toBe(true)
    expect(rules.fill(begun, newId('problem'), chair)).toEqual(no('not-yours-to-lead'))
    expect(rules.fill(begun, problem, clerk)).toEqual(no('staff-never-choose'))
    expect(rules.fill(begun, problem, resident)).toEqual(no('not-yours-to-lead'))
    expect(rules.fill({ ...base, isMandateAdopted: false }, problem, sponsor)).toEqual(no('no-mandate'))
  })
})

describe('the answer to an offer', () => {
  const offer = (part: Partial<rules.OfferState> = {}): rules.OfferState => ({
    account: resident.account ?? newId('account'),
    kind: 'citizen',
    answerBy: now.add(day),
    state: 'waiting',
    ...part,
  })
  const answer = (part: Partial<rules.OfferState>, actor = resident, at = now, isYes = true) =>
    rules.answerOffer(offer(part), { isYes }, { actor, now: at })

  it('is hers alone, once, until the last moment of the day', () => {
    expect(answer({}).ok).toBe(true)
    expect(answer({}, resident, now.add(day)).ok).toBe(true)
    expect(answer({}, resident, now.add(day).add({ milliseconds: 1 }))).toEqual(no('answer-too-late'))
    expect(answer({}, actorWith(['resident']))).toEqual(no('no-offer'))
    expect(rules.answerOffer(undefined, { isYes: true }, { actor: resident, now })).toEqual(no('no-offer'))
    for (const state of ['accepted', 'declined', 'lapsed'] as const) expect(answer({ state })).toEqual(no('no-offer'))
  })

  it('is a yes only from who may sit there; a no is always taken', () => {
    const elected = { ...resident, roles: [{ name: 'politician', scope: town } as const] }
    expect(answer({ kind: 'politician' })).toEqual(no('no-politician-any-more'))
    expect(answer({ kind: 'politician' }, elected).ok).toBe(true)
    const employed = { ...resident, roles: [{ name: 'clerk', scope: town } as const] }
    expect(answer({}, employed)).toEqual(no('staff-never-sit'))
    expect(answer({}, employed, now, false).ok).toBe(true)
    expect(answer({ kind: 'politician' }, resident, now, false).ok).toBe(true)
  })
})

describe('an offer that waits', () => {
  const answerBy = now.add({ hours: 24 * 7 })
  const step = (hours: number, remindedAt: Temporal.Instant | null = null) =>
    rules.stepOf({ answerBy, remindedAt, madeAt: now }, now.add({ hours }))

  it('is brought to mind two days before its end, once, and lapses after it', () => {
    expect(step(24 * 4)).toBe('nothing')
    expect(step(24 * 5)).toBe('remind')
    expect(step(24 * 5, now)).toBe('nothing')
    expect(step(24 * 7)).toBe('remind')
    expect(rules.stepOf({ answerBy, remindedAt: null, madeAt: now }, answerBy.add({ milliseconds: 1 }))).toBe('lapse')
  })

  it('made within its last two days is not brought to mind at once', () => {
    const madeAt = answerBy.subtract({ hours: 24 })
    expect(rules.stepOf({ answerBy, remindedAt: null, madeAt }, madeAt.add({ hours: 1 }))).toBe('nothing')
  })

  it('whenever the worker looks, once lapsed it stays so, and never lapses in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 20 }), fc.boolean(), (hours, isReminded) => {
        const isOver = Temporal.Instant.compare(now.add({ hours }), answerBy) > 0
        expect(step(hours, isReminded ? now : null) === 'lapse').toBe(isOver)
      }),
    )
  })
})

describe('leaving, and a seat whose politician is one no more', () => {
  it('is for whoever sits', () => {
    expect(rules.leave({ account: resident.account ?? newId('account') }, resident).ok).toBe(true)
    expect(rules.leave({ account: newId('account') }, resident)).toEqual(no('no-seat'))
    expect(rules.leave(undefined, resident)).toEqual(no('no-seat'))
  })

  it('nobody loses her seat while she holds what it was given for', () => {
    const by = { actor: sponsor, problem }
    expect(rules.vacate(begun, { kind: 'politician', isInOffice: false }, by).ok).toBe(true)
    expect(rules.vacate(begun, { kind: 'politician', isInOffice: true }, by)).toEqual(no('still-in-office'))
    expect(rules.vacate(begun, { kind: 'citizen', isInOffice: false }, by)).toEqual(no('still-in-office'))
    expect(rules.vacate(begun, undefined, by)).toEqual(no('no-seat'))
    expect(rules.vacate(begun, { kind: 'politician', isInOffice: false }, { actor: clerk, problem })).toEqual(
      no('staff-never-choose'),
    )
  })

  it('a politician of the group becomes its chair when it has none', () => {
    const by = { actor: sponsor, problem }
    const seat = { kind: 'politician', isInOffice: true } as const
    expect(rules.nameChair(begun, { seat, hasChair: false }, by).ok).toBe(true)
    expect(rules.nameChair(begun, { seat, hasChair: true }, by)).toEqual(no('chair-taken'))
    expect(rules.nameChair(begun, { seat: undefined, hasChair: false }, by)).toEqual(no('no-seat'))
    expect(rules.nameChair(begun, { seat: { ...seat, kind: 'citizen' }, hasChair: false }, by)).toEqual(
      no('only-politicians-chair'),
    )
    expect(rules.nameChair(begun, { seat: { ...seat, isInOffice: false }, hasChair: false }, by)).toEqual(
      no('no-politician-any-more'),
    )
    expect(rules.nameChair(begun, { seat, hasChair: false }, { actor: resident, problem })).toEqual(
      no('not-yours-to-lead'),
    )
  })
})
