import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const [council, committee, place] = [newId('body'), newId('body'), newId('jurisdiction')]

function actor(isPolitician: boolean, ...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: isPolitician ? newId('person') : null,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}
const dora = actor(true, ['politician', council])
const emil = actor(true, ['politician', committee])
const clerk = actor(false, ['clerk', place])

describe('the account of value', () => {
  test.each<[string, Actor, { readonly isSigned: boolean } | undefined, string | null]>([
    ['a politician of the body', dora, { isSigned: false }, null],
    ['staff', clerk, { isSigned: false }, 'staff-never'],
    ['a politician of another body', emil, { isSigned: false }, 'not-in-body'],
    ['nothing', dora, undefined, 'nothing-to-sign'],
    ['twice', dora, { isSigned: true }, 'signed-already'],
  ])('signed: %s', (_, who, account, refusal) => {
    const result = rules.signAccount({ body: council, account }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })
})

test('staff prepare it and are named as staff; a politician of another body does not', () => {
  expect(rules.prepareAccount(council, clerk)).toMatchObject({ ok: true, value: { isStaff: true } })
  expect(rules.prepareAccount(council, dora)).toMatchObject({ ok: true, value: { isStaff: false } })
  expect(rules.prepareAccount(council, emil)).toMatchObject({ refusal: 'not-yours-to-prepare' })
})
