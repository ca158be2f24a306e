import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepOf } from '../acceptances/rules.ts'
import * as rules from './rules.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const jurisdiction = newId('jurisdiction')

function actorWith(...names: readonly RoleName[]): Actor & { readonly account: NonNullable<Actor['account']> } {
  const roles = names.map((name) => ({ name, scope: jurisdiction }))
  return { jurisdiction, account: newId('account'), person: null, name: 'Chen', assurance: 'low', roles }
}
const clerk = actorWith('clerk')
const offered = { isOffered: true, isApplicationWaiting: false, sits: false }
const state: rules.RecordState = { state: 'confirmed', standing: offered, answerBy: now, isOneWaiting: false }

describe('writing an answer down', () => {
  it('is done by clerks and facilitators, until the last moment of her last day', () => {
    expect(rules.recordAnswer(state, 'yes', { actor: clerk, now }).ok).toBe(true)
    expect(rules.recordAnswer(state, 'no', { actor: actorWith('facilitator'), now }).ok).toBe(true)
    for (const name of ['officer', 'administrator', 'politician', 'resident'] as const)
      expect(rules.recordAnswer(state, 'yes', { actor: actorWith(name), now })).toMatchObject({ refusal: 'only-staff' })
    expect(rules.recordAnswer(state, 'yes', { actor: clerk, now: now.add({ milliseconds: 1 }) })).toMatchObject({
      refusal: 'answer-too-late',
    })
  })

  it.each([
    ['an offer', offered, ['yes', 'no']],
    ['an application without an answer', { ...offered, isOffered: false, isApplicationWaiting: true }, ['withdraw']],
    ['a seat', { ...offered, isOffered: false, sits: true }, ['leave']],
    ['nothing', { ...offered, isOffered: false }, []],
  ] as const)('%s can be answered with what fits it, and with nothing else', (_, standing, possible) => {
    expect(rules.possibleAnswers(standing)).toEqual(possible)
    for (const answer of rules.answers) {
      const result = rules.recordAnswer({ ...state, standing }, answer, { actor: clerk, now })
      expect(result.ok).toBe((possible as readonly string[]).includes(answer))
    }
  })

  it('waits for her application to be confirmed, and for the answer before it', () => {
    const asking = { actor: clerk, now }
    expect(rules.recordAnswer({ ...state, state: 'waiting' }, 'yes', asking)).toMatchObject({
      refusal: 'not-confirmed',
    })
    expect(rules.recordAnswer({ ...state, isOneWaiting: true }, 'yes', asking)).toMatchObject({
      refusal: 'answer-waits-already',
    })
  })
})

describe('confirming it', () => {
  const written = { state: 'waiting', answer: 'yes', recordedBy: newId('account') } as const
  const held = { why: null, heldUntil: now }
  const asking = { actor: clerk, now }

  it('is for a second one of staff, whatever roles the first has', () => {
    const roles = fc.subarray<RoleName>(['clerk', 'facilitator', 'administrator', 'officer', 'politician'])
    fc.assert(
      fc.property(roles, fc.constantFrom(...rules.answers), fc.option(fc.string()), (names, answer, why) => {
        const actor = actorWith(...names)
        const own = { ...written, answer, recordedBy: actor.account }
        expect(rules.decideAnswer(own, { ...held, why }, { actor, now }).ok).toBe(false)
      }),
    )
    expect(rules.decideAnswer(written, held, asking).ok).toBe(true)
    expect(rules.decideAnswer({ ...written, state: 'confirmed' }, held, asking)).toMatchObject({
      refusal: 'decided-already',
    })
  })

  it('comes too late after the grace, or when the seat went on; sent back it always can be', () => {
    const later = { actor: clerk, now: now.add({ milliseconds: 1 }) }
    expect(rules.decideAnswer(written, held, later)).toMatchObject({ refusal: 'grace-over' })
    expect(rules.decideAnswer(written, { ...held, heldUntil: null }, asking)).toMatchObject({ refusal: 'seat-went-on' })
    expect(rules.decideAnswer(written, { why: 'Ask again', heldUntil: null }, later).ok).toBe(true)
    expect(rules.decideAnswer(written, { why: ' ', heldUntil: null }, later)).toMatchObject({ refusal: 'why-needed' })
  })

  it('of a seat that is left or an application taken back has no last day', () => {
    for (const answer of ['withdraw', 'leave'] as const)
      expect(rules.decideAnswer({ ...written, answer }, { why: null, heldUntil: null }, asking).ok).toBe(true)
  })
})

describe('the grace', () => {
  it('is two working days after the last day, to their last moment there', () => {
    const holiday = Temporal.PlainDate.from('2026-12-07')
    const calendar = { timeZone: 'Europe/Copenhagen', holidays: [holiday] }
    const friday = Temporal.Instant.from('2026-12-04T22:59:59.999Z')
    expect(rules.graceEnd(friday, calendar).toString()).toBe('2026-12-09T22:59:59.999Z')
  })

  it('keeps the offer from the worker, and not a moment longer', () => {
    const offer = { answerBy: now, madeAt: now.subtract({ hours: 200 }), remindedAt: null }
    const at = (hours: number) => now.add({ hours })
    expect(stepOf(offer, at(1))).toBe('lapse')
    expect(stepOf({ ...offer, heldUntil: at(48) }, at(1))).toBe('nothing')
    expect(stepOf({ ...offer, heldUntil: at(48) }, at(48))).toBe('nothing')
    expect(stepOf({ ...offer, heldUntil: at(48) }, at(49))).toBe('lapse')
  })
})
