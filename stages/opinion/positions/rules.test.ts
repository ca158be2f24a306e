import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import { mayReadPositions, mostRevisions, takePosition, type PositionState } from './rules.ts'

const place = newId('jurisdiction')
const resident: Actor = {
  jurisdiction: place,
  account: newId('account'),
  person: null,
  name: 'Alice',
  assurance: 'low',
  roles: [{ name: 'resident', scope: place }],
}
const dora: Actor = {
  ...resident,
  person: newId('person'),
  roles: [...resident.roles, { name: 'politician', scope: newId('body') }],
}
/** Somebody who works for the town prepares much for a politician; this never. */
const clerk: Actor = { ...resident, roles: [{ name: 'clerk', scope: place }] }
const clerkInOffice: Actor = { ...dora, roles: [...dora.roles, { name: 'clerk', scope: place }] }
const member: Actor = { ...resident, roles: [...resident.roles, { name: 'member', scope: newId('problem') }] }

const noon = Temporal.Instant.from('2026-03-01T12:00:00Z')
const consultation = { openedAt: noon, closesAt: noon.add({ hours: 48 }), closedAt: null }
const shown = { isTakenOut: false, isHidden: false }
const open: PositionState = { consultation, isTold: false, statement: shown, last: undefined, taken: 0 }
const closed = { ...open, consultation: { ...consultation, closedAt: noon.add({ hours: 1 }) } }
const said = { choice: 'agree', reason: 'It is dark.' } as const

test.each([
  ['a politician while people vote', open, dora, 1, { isAfterClose: false }],
  ['at the very instant of the close', open, dora, 48, { isAfterClose: true }],
  ['after somebody closed it early', closed, dora, 2, { isAfterClose: true }],
  ['another answer than before', { ...open, last: { ...said, choice: 'pass' } }, dora, 1, { isAfterClose: false }],
  ['another reason than before', { ...open, last: { ...said, reason: '' } }, dora, 1, { isAfterClose: false }],
  ['the same again', { ...open, last: said }, dora, 1, 'nothing-changed'],
  ['for the twentieth time', { ...open, taken: mostRevisions - 1 }, dora, 1, { isAfterClose: false }],
  ['once more after twenty times', { ...open, taken: mostRevisions }, dora, 1, 'changed-enough'],
  ['a resident', open, resident, 1, 'only-politicians-take-positions'],
  ['a member of the group', open, member, 1, 'only-politicians-take-positions'],
  ['a visitor', open, { ...resident, account: null, roles: [] }, 1, 'only-politicians-take-positions'],
  ['who was a politician', open, { ...dora, roles: resident.roles }, 1, 'only-politicians-take-positions'],
  ['a politician without a person', open, { ...dora, person: null }, 1, 'only-politicians-take-positions'],
  ['the clerk', open, clerk, 1, 'staff-take-no-position'],
  ['a councillor who works for the town', open, clerkInOffice, 1, { isAfterClose: false }],
  ['told votes', { ...open, isTold: true }, dora, 1, 'told'],
  ['where nobody opened a vote', { ...open, consultation: undefined, statement: undefined }, dora, 1, 'not-open'],
  ['before it opens', open, dora, -1, 'not-open'],
  ['no statement', { ...open, statement: undefined }, dora, 1, 'no-such-statement'],
  ['one that was taken out', { ...open, statement: { ...shown, isTakenOut: true } }, dora, 1, 'no-such-statement'],
  ['a hidden one', { ...open, statement: { ...shown, isHidden: true } }, dora, 1, 'hidden'],
] as const)('to take a position: %s', (_, state, actor, hours, expected) => {
  const taken = takePosition(state, said, { actor, now: noon.add({ hours }) })
  if (typeof expected === 'string') expect(taken).toEqual({ ok: false, refusal: expected })
  else expect(taken).toEqual({ ok: true, value: { account: actor.account, person: actor.person, ...expected } })
})

test.each([
  [null, false, false, false],
  [null, true, false, true],
  [null, false, true, true],
  [noon, false, false, true],
] as const)('names are read: closed %s, voted %s, own position %s', (closedAt, hasVoted, hasPosition, may) => {
  expect(mayReadPositions({ closedAt }, { hasVoted, hasPosition })).toBe(may)
})
