import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const [town, council, works] = [newId('jurisdiction'), newId('body'), newId('body')]

function actor(...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person: null,
    name: 'Somebody',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const clerk = actor(['clerk', town])
const member = actor(['politician', council])
const chair = actor(['politician', council], ['body-chair', council])
const elsewhere = actor(['politician', works], ['body-chair', works])
const resident = actor(['resident', town])
const today = Temporal.PlainDate.from('2026-11-24')

describe('the record of a vote', () => {
  it.each([
    ['a clerk', clerk, true],
    ['a member', member, true],
    ['a member of another body', elsewhere, false],
    ['a resident', resident, false],
    ['somebody who is not signed in', { ...clerk, account: null }, false],
  ] as const)('may be written by %s: %s', (_name, who, may) => {
    expect(rules.recordsVotesOf(council, who)).toBe(may)
  })

  it('never holds more votes than there were seats, and is never carried by fewer than were against', () => {
    const count = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.boolean(),
        (votesFor, votesAgainst, abstentions, members, isCarried) => {
          const vote = { decidedOn: today, votesFor, votesAgainst, abstentions, isCarried }
          const { ok } = rules.countVotes({ today, members, isKnown: true }, vote)
          const sum = votesFor + votesAgainst + abstentions
          expect(ok).toBe(
            sum > 0 && members > 0 && sum <= members && (!isCarried || (votesFor > 0 && votesFor >= votesAgainst)),
          )
        },
      ),
    )
  })

  it('says nothing of seats in a body whose terms nobody has told', () => {
    const vote = { decidedOn: today, votesFor: 700, votesAgainst: 2, abstentions: 0, isCarried: true }
    expect(rules.countVotes({ today, members: 0, isKnown: false }, vote).ok).toBe(true)
  })
})

describe('confirming the record of a vote', () => {
  const record = { body: council, draftedBy: clerk.account }

  it.each([
    ['staff', clerk, 'staff-never-confirm'],
    ['staff that chairs', actor(['clerk', town], ['body-chair', council]), 'staff-never-confirm'],
    ['a member', member, 'only-chair-confirms'],
    ['the chair of another body', elsewhere, 'only-chair-confirms'],
    ['a resident', resident, 'only-chair-confirms'],
  ] as const)('is refused to %s', (_name, who, refusal) => {
    expect(rules.confirmRecord(record, who)).toEqual({ ok: false, refusal })
  })

  it('takes two people: the chair confirms what another wrote, and never her own record', () => {
    expect(rules.confirmRecord(record, chair)).toMatchObject({ ok: true })
    expect(rules.confirmRecord({ ...record, draftedBy: chair.account }, chair)).toEqual({
      ok: false,
      refusal: 'own-record',
    })
  })
})
