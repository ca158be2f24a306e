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
  const talk = { kind: 'talk', words: 'Coffee with six parents' } as const
  expect(writeNote(talk, politician)).toMatchObject({ ok: true, value: { person: politician.person } })
  for (const actor of [resident, clerk, visitor])
    expect(writeNote(talk, actor)).toMatchObject({ refusal: 'only-politicians-note' })
})

test.each([
  ['a meeting she was at', { kind: 'meeting', wasThere: true }, null],
  ['a meeting she was not at', { kind: 'meeting', wasThere: false }, 'not-there'],
  ['a talk she held', { kind: 'encounter', wasHers: true }, null],
  ['another politician’s talk', { kind: 'encounter', wasHers: false }, 'not-there'],
  ['a question to her', { kind: 'question', wasAsked: true }, null],
  ['a question to somebody else', { kind: 'question', wasAsked: false }, 'not-asked'],
  ['a talk without a word of which', { kind: 'talk', words: '' }, 'say-which-talk'],
] as const)('a note came from %s', (_, from, refusal) => {
  expect(writeNote(from, politician)).toMatchObject(refusal === null ? { ok: true } : { refusal })
})
