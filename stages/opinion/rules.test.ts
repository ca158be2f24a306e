import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')
const problem = newId('problem')
const at = (minute: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
const consultation = {
  openedAt: at(10),
  closesAt: at(20),
  closedAt: null,
  leastAssurance: 'low',
} as const satisfies Parameters<typeof rules.castVote>[0]
const statement = { isTakenOut: false }

function actorWith(
  names: readonly RoleName[],
  { person = null }: { readonly person?: Id<'person'> | null } = {},
): Actor {
  const inArena: readonly RoleName[] = ['member', 'arena-chair']
  return {
    jurisdiction: town,
    account: newId('account'),
    person,
    name: 'Alice',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: inArena.includes(name) ? problem : town })),
  }
}
const alice = actorWith(['resident'])
const dora = actorWith(['politician', 'member', 'arena-chair'], { person: newId('person') })

describe('voting', () => {
  it.each([
    ['before anybody opened it', undefined, alice, 15, 'not-open'],
    ['before it opens', consultation, alice, 9, 'not-open'],
    ['at the instant it closes', consultation, alice, 20, 'closed'],
    ['after it was closed early', { ...consultation, closedAt: at(12) }, alice, 13, 'closed'],
    ['by an organisation', consultation, actorWith(['organisation']), 15, 'not-invited'],
    [
      'by an organisation with a seat in the group',
      consultation,
      actorWith(['organisation', 'member']),
      15,
      'not-invited',
    ],
    ['by staff', consultation, actorWith(['resident', 'clerk']), 15, 'not-invited'],
    ['by who proved too little', { ...consultation, leastAssurance: 'substantial' }, alice, 15, 'not-proven'],
    ['by nobody', consultation, { ...alice, account: null, roles: [] }, 15, 'not-invited'],
  ] as const)('is refused %s', (_, state, actor, minute, refusal) => {
    expect(rules.castVote(state, statement, { actor, now: at(minute) })).toEqual({ ok: false, refusal })
  })

  it('is refused on a statement that is not there or was taken out', () => {
    const acting = { actor: alice, now: at(15) }
    expect(rules.castVote(consultation, undefined, acting)).toEqual({ ok: false, refusal: 'unknown-statement' })
    expect(rules.castVote(consultation, { isTakenOut: true }, acting)).toEqual({
      ok: false,
      refusal: 'unknown-statement',
    })
  })

  it('abuse 34: is accepted of exactly who proved as much as was asked for when voting opened', () => {
    for (const [leastAssurance, accepted] of [
      ['low', ['low', 'substantial', 'high']],
      ['substantial', ['substantial', 'high']],
    ] as const)
      for (const assurance of ['none', 'low', 'substantial', 'high'] as const) {
        const state = { ...consultation, leastAssurance }
        const { ok } = rules.castVote(state, statement, { actor: { ...alice, assurance }, now: at(15) })
        expect(ok, `${assurance} where ${leastAssurance} is asked for`).toBe(accepted.some((one) => one === assurance))
      }
  })

  it('is accepted exactly while it is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 11, max: 30 })), (now, closed) => {
        const state = { ...consultation, closedAt: closed === null ? null : at(closed) }
        const isAccepted = rules.castVote(state, statement, { actor: alice, now: at(now) }).ok
        expect(isAccepted).toBe(closed === null && now >= 10 && now < 20)
      }),
    )
  })
})

describe('bounds', () => {
  it('hold after the hundredth answer to one statement, and not before', () => {
    expect(rules.nextAnswer(0)).toEqual({ ok: true, value: 1 })
    expect(rules.nextAnswer(0, { isChange: true })).toEqual({ ok: false, refusal: 'not-answered' })
    expect(rules.nextAnswer(1, { isChange: true })).toEqual({ ok: true, value: 2 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * rules.mostAnswers }), (answers) => {
        const next = rules.nextAnswer(answers)
        expect(next.ok).toBe(answers < rules.mostAnswers)
        expect(next).toEqual(next.ok ? { ok: true, value: answers + 1 } : { ok: false, refusal: 'changed-enough' })
      }),
    )
  })

  it('hold after the fiftieth statement of one person, whatever it says', () => {
    const acting = { actor: alice, now: at(15) }
    const said = { plainForm: 'a', isTaken: false }
    expect(rules.state(consultation, { ...said, written: rules.mostStatements - 1 }, acting).ok).toBe(true)
    for (const more of [said, { ...said, plainForm: '' }, { ...said, isTaken: true }])
      expect(rules.state(consultation, { ...more, written: rules.mostStatements }, acting)).toEqual({
        ok: false,
        refusal: 'written-enough',
      })
  })
})

describe('opening and closing', () => {
  const opening = { problem, decided: '', closesAt: at(20) }
  const acting = { actor: dora, now: at(10) }

  it('is for the chair, and for members with the decision of the group', () => {
    const member = { actor: actorWith(['resident', 'member']), now: at(10) }
    expect(rules.open(undefined, opening, acting).ok).toBe(true)
    expect(rules.open(undefined, opening, member)).toEqual({ ok: false, refusal: 'decision-needed' })
    expect(rules.open(undefined, { ...opening, decided: 'Agreed at meeting 2' }, member).ok).toBe(true)
    expect(rules.close(consultation, { problem, decided: '' }, { actor: dora, now: at(11) }).ok).toBe(true)
  })

  it('is never for staff, whatever they write', () => {
    fc.assert(
      fc.property(fc.constantFrom('clerk', 'facilitator', 'officer', 'administrator'), fc.string(), (role, decided) => {
        const staff = { actor: actorWith(['resident', 'member', role]), now: at(10) }
        expect(rules.open(undefined, { ...opening, decided }, staff)).toEqual({
          ok: false,
          refusal: 'staff-never-opens',
        })
        expect(rules.close(consultation, { problem, decided }, staff)).toEqual({
          ok: false,
          refusal: 'staff-never-opens',
        })
      }),
    )
  })

  it('is not for residents, nor for chairs of another group', () => {
    const resident = { actor: alice, now: at(10) }
    expect(rules.open(undefined, opening, resident)).toEqual({ ok: false, refusal: 'not-yours-to-lead' })
    expect(rules.open(undefined, { ...opening, problem: newId('problem') }, acting)).toEqual({
      ok: false,
      refusal: 'not-yours-to-lead',
    })
  })

  it('happens once, and not into the past', () => {
    expect(rules.open(consultation, opening, acting)).toEqual({ ok: false, refusal: 'already-open' })
    expect(rules.open(undefined, { ...opening, closesAt: at(10) }, acting)).toEqual({
      ok: false,
      refusal: 'closes-too-soon',
    })
    expect(rules.close(undefined, { problem, decided: '' }, acting)).toEqual({ ok: false, refusal: 'not-open' })
    const closed = { ...consultation, closedAt: at(12) }
    expect(rules.close(closed, { problem, decided: '' }, { actor: dora, now: at(13) })).toEqual({
      ok: false,
      refusal: 'closed',
    })
  })
})

describe('statements', () => {
  it('that differ in nothing but case, punctuation and spaces are one', () => {
    expect(rules.plainFormOf('Light the  crossings!')).toBe(rules.plainFormOf('light the crossings'))
    expect(rules.plainFormOf('Light the crossings')).not.toBe(rules.plainFormOf('Light the crossing'))
  })

  it('have one plain form, whatever is done to it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(rules.plainFormOf(rules.plainFormOf(text))).toBe(rules.plainFormOf(text))
      }),
    )
  })

  it('are refused when said already, empty or late', () => {
    const acting = { actor: alice, now: at(15) }
    expect(rules.state(consultation, { plainForm: 'a', isTaken: true, written: 0 }, acting)).toEqual({
      ok: false,
      refusal: 'said-already',
    })
    expect(rules.state(consultation, { plainForm: '', isTaken: false, written: 0 }, acting)).toEqual({
      ok: false,
      refusal: 'says-nothing',
    })
    expect(
      rules.state(consultation, { plainForm: 'a', isTaken: false, written: 0 }, { actor: alice, now: at(20) }),
    ).toEqual({
      ok: false,
      refusal: 'closed',
    })
    const klub = { actor: actorWith(['organisation']), now: at(15) }
    expect(rules.state(consultation, { plainForm: 'a', isTaken: false, written: 0 }, klub)).toEqual({
      ok: false,
      refusal: 'not-invited',
    })
    expect(rules.state(consultation, { plainForm: 'a', isTaken: false, written: 0 }, acting).ok).toBe(true)
  })
})

describe('results', () => {
  it.each([
    ['after-five', null, 4, 'vote-more'],
    ['after-five', null, 5, 'yes'],
    ['after-close', null, 50, 'when-closed'],
    ['after-close', at(20), 0, 'yes'],
    ['after-five', at(20), 0, 'yes'],
  ] as const)('%s, closed at %s, %d votes: %s', (shows, closedAt, voted, seen) => {
    expect(rules.showsResults({ ...consultation, shows, closedAt }, { voted })).toBe(seen)
  })
})
