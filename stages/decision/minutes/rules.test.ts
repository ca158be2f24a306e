import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, mayAddHere } from './rules.ts'

const [town, council, works] = [newId('jurisdiction'), newId('body'), newId('body')]
const actor = (...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor => ({
  jurisdiction: town,
  account: newId('account'),
  person: null,
  name: 'Somebody',
  assurance: 'low',
  roles: roles.map(([name, scope]) => ({ name, scope })),
})
const clerk = actor(['clerk', town])
const member = actor(['politician', council])
const others = [actor(['politician', works]), actor(['facilitator', town]), actor(['resident', town])]
const vote = { body: council, isTold: false }
const whole = { hasFile: true, text: 'The council carried it, 12 to 5.' }

describe('the minutes of a vote', () => {
  test.each<[string, Actor, object, object, string]>([
    ['are added by a clerk, as staff', clerk, {}, {}, 'staff'],
    ['are added by a member, as herself', member, {}, {}, 'ok'],
    ['never without the document', clerk, {}, { hasFile: false }, 'minutes-missing'],
    ['never without what it says in words', clerk, {}, { text: ' \n' }, 'words-missing'],
    ['not where a source tells the vote', clerk, { isTold: true }, {}, 'told-elsewhere'],
    ['not by nobody', { ...clerk, account: null }, {}, {}, 'not-yours-to-record'],
  ])('%s', (_, who, ofVote, ofMinutes, outcome) => {
    const added = addMinutes({ ...vote, ...ofVote }, { ...whole, ...ofMinutes }, who)
    expect(added.ok ? (added.value.isStaff ? 'staff' : 'ok') : added.refusal).toBe(outcome)
  })

  test('are nobody else’s to add, whatever she brings', () => {
    fc.assert(
      fc.property(fc.constantFrom(...others), fc.boolean(), fc.string(), (who, hasFile, text) => {
        expect(addMinutes(vote, { hasFile, text }, who)).toEqual({ ok: false, refusal: 'not-yours-to-record' })
        expect(mayAddHere(vote, who).ok).toBe(false)
      }),
    )
  })
})
