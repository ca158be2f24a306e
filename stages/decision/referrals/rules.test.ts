import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterVote,
  answerReferral,
  isAnsweredBack,
  nameTarget,
  referralAnswers,
  type OutState,
  type ReferralState,
  type ReferralWords,
} from './rules.ts'

const [council, works] = [newId('body'), newId('body')]
const place = newId('jurisdiction')
const politician = (body: typeof council): Actor => ({
  jurisdiction: place,
  account: newId('account'),
  person: newId('person'),
  name: 'Dora',
  assurance: 'low',
  roles: [{ name: 'politician', scope: body }],
})
const clerk: Actor = { ...politician(works), roles: [{ name: 'clerk', scope: place }] }
const waits: ReferralState = { state: 'waits', body: works, text: 'Build a gate.', isHidden: false }
const accepts: ReferralWords = { kind: 'accept', reason: 'It is ours.', amendedText: '' }

describe('answering what was passed on', () => {
  const other = politician(council)
  const dora = politician(works)
  it.each<[string, Actor, Partial<ReferralWords>, Partial<ReferralState>, string | null]>([
    ['one who sits in the body', dora, {}, {}, null],
    ['one who sits in another body', other, {}, {}, 'not-in-body'],
    ['one whose term has ended', { ...dora, roles: [] }, {}, {}, 'not-in-body'],
    ['staff', clerk, {}, {}, 'staff-never-answer'],
    ['without a reason', dora, { reason: ' \n' }, {}, 'reason-needed'],
    ['twice', dora, {}, { state: 'reject' }, 'answered-already'],
    ['when it was withdrawn', dora, {}, { state: 'withdrawn' }, 'withdrawn-already'],
    ['in other words, without them', dora, { kind: 'accept-amended' }, {}, 'amended-text-needed'],
    ['in the same words', dora, { kind: 'accept-amended', amendedText: 'Build  a gate.' }, {}, 'amended-text-same'],
    ['in other words', dora, { kind: 'accept-amended', amendedText: 'Build two.' }, {}, null],
    ['what is hidden', dora, {}, { isHidden: true }, 'hidden'],
    ['no to what is hidden', dora, { kind: 'reject' }, { isHidden: true }, null],
  ])('%s', (_name, actor, words, state, refusal) => {
    const answered = answerReferral({ ...waits, ...state }, { ...accepts, ...words }, actor)
    expect(answered.ok ? null : answered.refusal).toBe(refusal)
  })

  it('keeps other words only where the answer changes some, and always a reason', () => {
    const words = fc.record({
      kind: fc.constantFrom(...referralAnswers),
      reason: fc.string(),
      amendedText: fc.string(),
    })
    fc.assert(
      fc.property(words, (typed) => {
        const answered = answerReferral(waits, typed, dora)
        if (!answered.ok) return
        const kept = answered.value.words
        expect(kept.reason.trim()).not.toBe('')
        expect(kept.amendedText !== '').toBe(kept.kind === 'accept-amended')
      }),
    )
  })
})

describe('naming the body', () => {
  const targets = [{ body: works, place, name: 'Works committee' }]
  it.each([
    ['a body of the list', works, '', null],
    ['none', '', 'The county', null],
    ['the body that answers', council, '', 'own-body'],
    ['one that is not in the list', newId('body'), '', 'no-such-body'],
    ['a body and somebody outside', works, 'The county', 'refer-to-one'],
  ])('%s', (_name, body, outside, refusal) => {
    const named = nameTarget({ own: council, targets, body, outside })
    expect(named.ok ? null : named.refusal).toBe(refusal)
  })
})

describe('after the vote', () => {
  const states: readonly OutState[] = ['named', 'sent', 'waits', ...referralAnswers, 'withdrawn']
  const moves = fc.record({
    referral: fc.record({ state: fc.constantFrom(...states), version: fc.integer({ min: 1, max: 4 }) }),
    vote: fc.record({ version: fc.integer({ min: 1, max: 4 }), isCarried: fc.boolean() }),
  })

  it('sends only the very version that was carried, and only once', () => {
    fc.assert(
      fc.property(moves, ({ referral, vote }) => {
        const isSent = afterVote(referral, vote) === 'sent'
        expect(isSent).toBe(vote.isCarried && referral.version === vote.version && referral.state === 'named')
      }),
    )
  })

  it('never touches what is answered or withdrawn, nor a later version', () => {
    fc.assert(
      fc.property(moves, ({ referral, vote }) => {
        const isOver = isAnsweredBack(referral.state) || referral.state === 'withdrawn'
        if (isOver || referral.version > vote.version) expect(afterVote(referral, vote)).toBeUndefined()
      }),
    )
  })

  it('the same vote told twice changes nothing more', () => {
    fc.assert(
      fc.property(moves, ({ referral, vote }) => {
        const state = afterVote(referral, vote)
        if (state) expect(afterVote({ ...referral, state }, vote)).toBeUndefined()
      }),
    )
  })
})
