import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { change, stances, take } from './rules.ts'

const place = newId('jurisdiction')
const resident: Actor = {
  jurisdiction: place,
  account: newId('account'),
  person: null,
  name: 'Alice',
  assurance: 'low',
  roles: [{ name: 'resident', scope: place }],
}
const politician = (): Actor => ({
  ...resident,
  account: newId('account'),
  person: newId('person'),
  roles: [{ name: 'politician', scope: newId('body') }],
})
const [dora, emil] = [politician(), politician()]
const clerk: Actor = { ...resident, roles: [{ name: 'clerk', scope: place }] }
const here = { isTold: false }

test.each([
  ['a politician', here, 'It costs less.', dora, null],
  ['without a reason', here, '', dora, 'reason-needed'],
  ['a resident', here, 'It costs less.', resident, 'only-politicians-stand'],
  ['the clerk', here, 'It costs less.', clerk, 'only-politicians-stand'],
  ['in a told case', { isTold: true }, 'It costs less.', dora, 'told'],
] as const)('takes a position: %s', (_, where, reason, actor, refusal) => {
  expect(take(where, reason, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
})

test('only she changes where she stands, and only to somewhere else', () => {
  if (dora.person === null) throw new Error('she is one')
  const position = { person: dora.person, isTold: false }
  fc.assert(
    fc.property(fc.constantFrom(...stances), fc.constantFrom(...stances), (stance, next) => {
      const to = { stance: next, reason: 'The count.' }
      expect(change({ ...position, stance }, to, dora).ok).toBe(stance !== next)
      for (const other of [emil, clerk, resident]) expect(change({ ...position, stance }, to, other).ok).toBe(false)
    }),
  )
  expect(change({ ...position, stance: 'for' }, { stance: 'open', reason: 'x' }, emil)).toMatchObject({
    refusal: 'only-her-own',
  })
  expect(change({ ...position, stance: 'for' }, { stance: 'for', reason: 'x' }, dora)).toMatchObject({
    refusal: 'nothing-changed',
  })
})
