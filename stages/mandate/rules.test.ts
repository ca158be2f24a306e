import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noGroupRules } from './group-rules.ts'
import type { Matter } from './matters/rules.ts'
import * as rules from './rules.ts'

const town = newId('jurisdiction')
const council = newId('body')
const other = newId('body')
const dora = newId('person')

const open: Matter = { words: 'What is it used for?', room: 'open', why: '', level: '', money: null, law: null }
const whole: rules.Terms = {
  question: 'What shall become of the gasworks?',
  background: 'It stands empty.',
  tasks: 'A proposal.',
  outOfScope: 'Housing.',
  parentBody: other,
  recipientBody: council,
  politicians: 5,
  citizens: 10,
  minGenderShare: null,
  profiles: [{ id: newId('profile'), name: 'Neighbour', wanted: 10, description: '' }],
  startsOn: Temporal.PlainDate.from('2027-01-01'),
  endsOn: Temporal.PlainDate.from('2027-10-01'),
  meetings: 7,
  economicFrame: 'None',
  promise: 'collaborate',
  matters: [open],
  canChange: '',
  cannotChange: '',
  answerRule: { count: 40, unit: 'working-days' },
  group: noGroupRules,
}
const passed: readonly rules.CastAnswer[] = rules.gateQuestions.map((question) => ({
  question,
  isYes: true,
  counts: true,
}))

function emptied(fields: readonly rules.RequiredField[]): rules.Terms {
  const empty = Object.fromEntries(
    fields.map((field) => [
      field,
      field === 'profiles' || field === 'matters' ? [] : typeof whole[field] === 'string' ? '  ' : null,
    ]),
  )
  return { ...whole, ...empty }
}

function actorWith(roles: readonly Role[], person: Id<'person'> | null = null): Actor {
  return { jurisdiction: town, account: newId('account'), person, name: 'Somebody', assurance: 'low', roles }
}
const clerk = actorWith([
  { name: 'resident', scope: town },
  { name: 'clerk', scope: town },
])
const sponsor = actorWith([{ name: 'politician', scope: council }], dora)
const chair = actorWith(
  [
    { name: 'politician', scope: council },
    { name: 'body-chair', scope: council },
  ],
  newId('person'),
)

describe('what is missing', () => {
  it('is nothing when every field is filled and every question answered yes', () => {
    expect(rules.missingFrom(whole, passed)).toEqual([])
  })

  it('names exactly the fields that are empty, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray([...rules.requiredFields]), (fields) => {
        const named = rules.missingFrom(emptied(fields), passed)
        expect(named).toEqual(fields.map((field) => ({ kind: 'field', field, why: 'missing' })))
      }),
    )
  })

  it('names each question without an answer, and each with a single "no" among however many', () => {
    const answered = fc.array(
      fc.record({ question: fc.constantFrom(...rules.gateQuestions), isYes: fc.boolean(), counts: fc.boolean() }),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(answered, (gate) => {
        const gaps = rules.missingFrom(whole, gate)
        for (const question of rules.gateQuestions) {
          const answers = gate.filter((answer) => answer.counts && answer.question === question)
          const why = answers.length === 0 ? 'unanswered' : answers.every((answer) => answer.isYes) ? undefined : 'no'
          expect(gaps.find((gap) => gap.kind === 'gate' && gap.question === question)?.why).toBe(why)
        }
      }),
    )
  })

  it('asks for a question that is open or decided together, and for reasons', () => {
    const fixed: Matter = { ...open, room: 'fixed', why: 'The council sold it in 2024.' }
    const elsewhere: Matter = { ...open, room: 'another-level', level: 'The region' }
    const why = (matters: readonly Matter[]) => rules.missingFrom({ ...whole, matters }, passed).map((gap) => gap.why)
    expect(why([fixed, elsewhere])).toEqual(['no-open-matter'])
    expect(why([{ ...fixed, why: '' }, open])).toEqual(['unexplained'])
    expect(why([{ ...elsewhere, level: '' }, open])).toEqual(['unexplained'])
    expect(why([fixed, { ...open, room: 'together' }])).toEqual([])
  })

  it('sees a group of nobody, too many profiles, and an end before the start', () => {
    expect(rules.missingFrom({ ...whole, politicians: 0, citizens: 0, profiles: [] }, passed)).toEqual([
      { kind: 'field', field: 'politicians', why: 'nobody' },
    ])
    expect(rules.missingFrom({ ...whole, citizens: 9 }, passed)).toEqual([
      { kind: 'field', field: 'profiles', why: 'too-many' },
    ])
    expect(rules.missingFrom({ ...whole, endsOn: Temporal.PlainDate.from('2026-12-31') }, passed)).toEqual([
      { kind: 'field', field: 'endsOn', why: 'before-start' },
    ])
  })
})

describe('writing and answering', () => {
  it('is for those who took the problem up; staff prepare and never answer', () => {
    const at = { sponsors: [dora] }
    expect(rules.edit(at, sponsor).ok).toBe(true)
    expect(rules.edit(at, clerk).ok).toBe(true)
    expect(rules.edit(at, chair)).toEqual({ ok: false, refusal: 'not-yours-to-write' })
    expect(rules.answerGate(at, true, sponsor).ok).toBe(true)
    expect(rules.answerGate(at, true, clerk)).toEqual({ ok: false, refusal: 'staff-never' })
    expect(rules.answerGate(at, true, chair)).toEqual({ ok: false, refusal: 'only-sponsors' })
    expect(rules.answerGate(at, false, sponsor)).toEqual({ ok: false, refusal: 'no-draft' })
  })
})

const today = Temporal.PlainDate.from('2026-11-24')
const state: rules.VoteState = {
  hasDraft: true,
  revision: 3,
  seen: 3,
  gaps: [],
  adoptedBy: null,
  concerned: [council],
  today,
  savedOn: today,
  members: 19,
  isKnown: true,
  isLowered: false,
}
const vote: rules.AdoptionWords = {
  body: council,
  decidedOn: today,
  votesFor: 14,
  votesAgainst: 5,
  abstentions: 0,
  isCarried: true,
  loweringReason: '',
}
const gaps: readonly rules.Gap[] = [{ kind: 'gate', question: 'timing-fits', why: 'no' }]

describe('recording the vote', () => {
  it.each([
    ['not-yours-to-record', state, vote, actorWith([{ name: 'politician', scope: other }], newId('person'))],
    ['no-draft', { ...state, hasDraft: false }, vote, clerk],
    ['incomplete', { ...state, gaps }, vote, clerk],
    ['other-body', { ...state, adoptedBy: other }, vote, clerk],
    ['unconcerned-body', { ...state, concerned: [other] }, vote, clerk],
    ['vote-before-text', state, { ...vote, decidedOn: today.subtract({ days: 1 }) }, clerk],
    ['nobody-seated-then', { ...state, members: 0 }, { ...vote, votesFor: 900 }, clerk],
    ['vote-in-future', state, { ...vote, decidedOn: today.add({ days: 1 }) }, clerk],
    ['nobody-voted', state, { ...vote, votesFor: 0, votesAgainst: 0 }, clerk],
    ['more-votes-than-members', state, { ...vote, abstentions: 1 }, clerk],
    ['carried-by-few', state, { ...vote, votesFor: 5, votesAgainst: 14 }, clerk],
    ['carried-by-nobody', state, { ...vote, votesFor: 0, votesAgainst: 0, abstentions: 19 }, clerk],
    ['text-changed', { ...state, seen: 2 }, vote, clerk],
    ['lowered-without-reason', { ...state, isLowered: true }, vote, clerk],
  ] as const)('refuses: %s', (refusal, at, words, actor) => {
    expect(rules.draftAdoption(at, words, actor)).toEqual({ ok: false, refusal })
  })

  it('is for clerks and for members of the body', () => {
    expect(rules.draftAdoption(state, vote, clerk).ok).toBe(true)
    expect(rules.draftAdoption(state, vote, sponsor).ok).toBe(true)
    expect(rules.draftAdoption({ ...state, adoptedBy: council }, vote, clerk).ok).toBe(true)
  })
})

describe('confirming', () => {
  const pending: rules.PendingState = { body: council, draftedBy: clerk.account, gaps: [], adoptedBy: null }
  it('is the chair’s of that body alone, and never a clerk’s', () => {
    expect(rules.confirmAdoption(pending, chair).ok).toBe(true)
    expect(rules.confirmAdoption(pending, clerk)).toEqual({ ok: false, refusal: 'staff-never-confirm' })
    expect(rules.confirmAdoption(pending, sponsor)).toEqual({ ok: false, refusal: 'only-chair-confirms' })
    expect(rules.confirmAdoption({ ...pending, draftedBy: chair.account }, chair)).toEqual({
      ok: false,
      refusal: 'own-record',
    })
    expect(rules.confirmAdoption({ ...pending, body: other }, chair)).toEqual({
      ok: false,
      refusal: 'only-chair-confirms',
    })
  })

  it('looks again at what is missing and at whose mandate it is', () => {
    expect(rules.confirmAdoption({ ...pending, body: null }, chair)).toEqual({
      ok: false,
      refusal: 'nothing-to-confirm',
    })
    expect(rules.confirmAdoption({ ...pending, gaps }, chair)).toEqual({ ok: false, refusal: 'incomplete' })
    expect(rules.confirmAdoption({ ...pending, adoptedBy: other }, chair)).toEqual({ ok: false, refusal: 'other-body' })
  })
})

it('knows a lower promise from a higher one', () => {
  fc.assert(
    fc.property(fc.nat(4), fc.nat(4), (before, after) => {
      const level = (at: number) => rules.promiseLevels[at] ?? null
      expect(rules.isPromiseLowered(level(before), level(after))).toBe(after < before)
    }),
  )
  expect(rules.isPromiseLowered(null, 'inform')).toBe(false)
})
