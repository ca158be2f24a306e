import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import { writeNote } from './rules.ts'

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
const visitor: Actor = { ...resident, account: null, roles: [] }

test('only politicians write learning notes', () => {
  expect(writeNote(politician)).toMatchObject({ ok: true, value: { person: politician.person } })
  for (const actor of [resident, clerk, visitor])
    expect(writeNote(actor)).toMatchObject({ refusal: 'only-politicians-note' })
})
