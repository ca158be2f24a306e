import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import { reply } from './rules.ts'

const place = newId('jurisdiction')
const resident: Actor = {
  jurisdiction: place,
  account: newId('account'),
  person: null,
  name: 'Alice',
  assurance: 'low',
  roles: [{ name: 'resident', scope: place }],
}
const politician: Actor = {
  ...resident,
  person: newId('person'),
  roles: [{ name: 'politician', scope: newId('body') }],
}
const clerk: Actor = { ...resident, roles: [{ name: 'clerk', scope: place }] }
const shown = { isTold: false, isShown: true, isHidden: false }

test.each([
  ['a politician', shown, politician, null],
  ['a resident', shown, resident, 'only-politicians-reply'],
  ['the clerk, in a politician’s name', shown, clerk, 'staff-never-replies-for-politicians'],
  ['a visitor', shown, { ...resident, account: null, roles: [] }, 'only-politicians-reply'],
  ['to what is hidden', { ...shown, isHidden: true }, politician, 'hidden'],
  ['to what is not there', { ...shown, isShown: false }, politician, 'nothing-to-reply-to'],
  ['in a told case', { ...shown, isTold: true }, politician, 'told'],
] as const)('replies: %s', (_, state, actor, refusal) => {
  expect(reply(state, actor)).toMatchObject(refusal === null ? { ok: true } : { refusal })
})
