import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const [town, council, works] = [newId('jurisdiction'), newId('body'), newId('body')]
const [dora, emil] = [newId('person'), newId('person')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

function actorWith(...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person: null,
    name: 'Somebody',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const clerk = actorWith(['clerk', town])
const member = actorWith(['politician', council])
const chair = actorWith(['politician', council], ['body-chair', council])

const debt: rules.DebtState = {
  body: council,
  rung: 1,
  rungs: [{ threshold: 50, owes: 'decision' }],
  isReferred: false,
  isAnswered: false,
  isSettled: false,
}
const refused: rules.Answer = {
  outcome: 'refused',
  reason: 'The road is the region’s.',
  sponsor: null,
  referredBody: null,
  referredName: '',
  referredPlace: null,
}
const vote = { decidedOn: day('2026-05-04'), votesFor: 3, votesAgainst: 1, abstentions: 0, isCarried: true }
const drafting: rules.Drafting = {
  debt,
  reachedOn: day('2026-05-01'),
  today: day('2026-05-10'),
  members: [dora, emil, newId('person'), newId('person')],
  isKnown: true,
}

describe('the record of an answer', () => {
  it('is of no day on which nobody sat, unless no term in the body is known at all', () => {
    const empty = { ...drafting, members: [] }
    const said = { answer: refused, vote: { ...vote, votesFor: 900 } }
    expect(rules.draftAnswer(empty, said, clerk)).toEqual({ ok: false, refusal: 'nobody-seated-then' })
    expect(rules.draftAnswer({ ...empty, isKnown: false }, said, clerk).ok).toBe(true)
  })

  it.each<[string, Partial<rules.DebtState>, Partial<rules.Answer>, Partial<typeof vote>, Actor, string | null]>([
    ['a clerk', {}, {}, {}, clerk, null],
    ['a member', {}, {}, {}, member, null],
    ['a member of another body', {}, {}, {}, actorWith(['politician', works]), 'not-yours-to-record'],
    ['a resident', {}, {}, {}, actorWith(['resident', town]), 'not-yours-to-record'],
    ['what is answered', { isAnswered: true }, {}, {}, clerk, 'answered-already'],
    ['a refusal without a reason', {}, { reason: ' ' }, {}, clerk, 'reason-needed'],
    ['taken up by nobody', {}, { outcome: 'taken-up' }, {}, clerk, 'sponsor-needed'],
    ['taken up by one of the body', {}, { outcome: 'taken-up', sponsor: dora }, {}, clerk, null],
    ['taken up by a stranger', {}, { outcome: 'taken-up', sponsor: newId('person') }, {}, clerk, 'sponsor-needed'],
    ['referred to nobody', {}, { outcome: 'referred' }, {}, clerk, 'refer-to-whom'],
    ['referred to itself', {}, { outcome: 'referred', referredBody: council }, {}, clerk, 'referred-to-itself'],
    ['referred by name', {}, { outcome: 'referred', referredName: 'The region' }, {}, clerk, null],
    ['referred on', { isReferred: true }, { outcome: 'referred', referredBody: works }, {}, clerk, 'no-such-outcome'],
    ['given where a decision is owed', {}, { outcome: 'given' }, {}, clerk, 'no-such-outcome'],
    ['before it was owed', {}, {}, { decidedOn: day('2026-04-30') }, clerk, 'vote-before-owed'],
    ['in the future', {}, {}, { decidedOn: day('2026-05-11') }, clerk, 'vote-in-future'],
    ['with more votes than members', {}, {}, { votesFor: 9 }, clerk, 'more-votes-than-members'],
    ['carried by few', {}, {}, { votesFor: 1, votesAgainst: 2 }, clerk, 'carried-by-few'],
  ])('%s', (_, state, answer, votes, actor, refusal) => {
    const given = { answer: { ...refused, ...answer }, vote: { ...vote, ...votes } }
    const result = rules.draftAnswer({ ...drafting, debt: { ...debt, ...state } }, given, actor)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  it('counts when the chair of that body confirms what another wrote, and by nobody else', () => {
    const record = { body: council, isAnswered: false, draftedBy: clerk.account }
    expect(rules.confirmAnswer(record, chair).ok).toBe(true)
    for (const [actor, refusal] of [
      [clerk, 'staff-never-confirm'],
      [member, 'only-chair-confirms'],
      [actorWith(['politician', works], ['body-chair', works]), 'only-chair-confirms'],
    ] as const)
      expect(rules.confirmAnswer(record, actor)).toEqual({ ok: false, refusal })
    expect(rules.confirmAnswer({ ...record, draftedBy: chair.account }, chair)).toMatchObject({ refusal: 'own-record' })
    expect(rules.confirmAnswer({ ...record, isAnswered: true }, chair)).toMatchObject({ refusal: 'answered-already' })
  })
})

describe('a ladder', () => {
  const rungs = [
    { threshold: 5000, owes: 'legal-opinion' },
    { threshold: 10_000, owes: 'presentation' },
    { threshold: 50_000, owes: 'session' },
  ] as const
  const at = (rung: number): rules.DebtState => ({ ...debt, rungs, rung })

  it('lets nothing be refused below its top', () => {
    expect([1, 2, 3].map((rung) => rules.outcomesFor(at(rung)))).toEqual([
      ['given', 'taken-up'],
      ['given', 'taken-up'],
      ['given', 'taken-up', 'refused', 'referred'],
    ])
  })

  it('goes on after what is given on the way, and ends at the top', () => {
    const given = { ...refused, outcome: 'given' as const }
    expect([1, 2, 3].map((rung) => rules.settles(at(rung), given))).toEqual([false, false, true])
    expect(rules.settles(at(1), { ...refused, outcome: 'taken-up', sponsor: dora })).toBe(true)
    expect(rules.settles(at(3), { ...refused, outcome: 'referred', referredBody: works })).toBe(false)
    expect(rules.settles(at(3), { ...refused, outcome: 'referred', referredName: 'The region' })).toBe(true)
  })
})

describe('raising again', () => {
  const rule = { againAfterMonths: 12, againWithNewFacts: true }
  const ended = { on: day('2026-01-31'), rule }

  it.each<[string, rules.Ended, string, string, string | null]>([
    ['what goes on', null, '2030-01-01', 'new', 'still-open'],
    ['too early, with nothing new', ended, '2027-01-30', '', 'new-facts-needed'],
    ['too early, with new facts', ended, '2026-02-01', 'Two fainted.', null],
    [
      'too early, where new facts do not help',
      { ...ended, rule: { ...rule, againWithNewFacts: false } },
      '2027-01-30',
      'new',
      'too-early',
    ],
    ['on the day', ended, '2027-01-31', '', null],
  ])('%s', (_, earlier, today, newFacts, refusal) => {
    const result = rules.raiseAgain(earlier, { today: day(today), newFacts })
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  it('is never possible before the end, and always after the months of the rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 4000 }), (months, days) => {
        const on = day('2026-01-31')
        const terms = { againAfterMonths: months, againWithNewFacts: false }
        const today = on.add({ days })
        const may = rules.raiseAgain({ on, rule: terms }, { today, newFacts: '' }).ok
        expect(may).toBe(Temporal.PlainDate.compare(today, on.add({ months })) >= 0)
      }),
    )
  })
})
