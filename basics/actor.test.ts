import { describe, expect, test } from 'vitest'
import { anyone, holds, holdsIn, isSignedIn, isStaff, signedIn, whoever, type Actor, type RoleName } from './actor.ts'
import { newId } from './ids.ts'

const place = newId('jurisdiction')
const body = newId('body')

describe('public employees', () => {
  test.each<[readonly RoleName[], boolean]>([
    [['facilitator'], true],
    [['officer'], true],
    [['clerk'], true],
    [['administrator'], true],
    [['resident', 'clerk'], true],
    [['politician'], false],
    [['politician', 'clerk'], false],
    [['resident'], false],
    [['member'], false],
    [[], false],
  ])('%j: %s', (names, is) => {
    expect(isStaff(holding(...names))).toBe(is)
  })
})

test('a role is held in its scope alone', () => {
  const dora: Actor = { ...holding(), roles: [{ name: 'politician', scope: body }] }
  expect(holds(dora, 'clerk', 'politician')).toBe(true)
  expect(holdsIn(dora, body, 'politician')).toBe(true)
  expect(holdsIn(dora, place, 'politician')).toBe(false)
  expect(holdsIn(dora, body, 'clerk')).toBe(false)
})

test('policies say who, and have a name for the table', () => {
  const nobody: Actor = { ...holding(), account: null }
  expect(isSignedIn(nobody)).toBe(false)
  expect([anyone, signedIn].map((policy) => policy.allows(nobody))).toEqual([true, false])
  expect(signedIn.allows(holding())).toBe(true)
  expect(whoever('clerk', 'politician')).toMatchObject({ name: 'clerk or politician' })
  expect(whoever('clerk').allows(holding('politician'))).toBe(false)
  expect(whoever('clerk').allows(nobody)).toBe(false)
})

function holding(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: place }))
  return { jurisdiction: place, account: newId('account'), person: null, name: '', assurance: 'low', roles }
}
