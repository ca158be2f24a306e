import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import { close, listGround, mayReadInside, publicDecisions } from './rules.ts'

const place = newId('jurisdiction')
const problem = newId('problem')

function someone(...roles: readonly Role[]): Actor {
  return { jurisdiction: place, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const member = someone({ name: 'member', scope: problem })
const elsewhere = someone({ name: 'member', scope: newId('problem') })
const clerk = someone({ name: 'clerk', scope: place })
const resident = someone({ name: 'resident', scope: place })

test.each([
  ['an open meeting needs none', { isOpen: true, ground: '', words: '' }, ['§ 4'], 'ok'],
  ['a closed one names it', { isOpen: false, ground: '', words: 'Pupils are named' }, ['§ 4'], 'ground-needed'],
  ['from the list', { isOpen: false, ground: '§ 5', words: 'Pupils are named' }, ['§ 4'], 'ground-not-listed'],
  ['and says why', { isOpen: false, ground: '§ 4', words: '' }, ['§ 4'], 'why-needed'],
  ['with both', { isOpen: false, ground: '§ 4', words: 'Pupils are named' }, ['§ 4'], 'ok'],
  ['where the place keeps no list, in its own words', { isOpen: false, ground: 'The Act, § 4', words: '' }, [], 'ok'],
] as const)('%s', (_, closing, listed, expected) => {
  const result = close(closing, listed)
  expect(result.ok ? 'ok' : result.refusal).toBe(expected)
})

test('the list is kept by the clerk and the administrator, each ground once', () => {
  expect(listGround({ words: '§ 4', listed: [] }, clerk).ok).toBe(true)
  expect(listGround({ words: '§ 4', listed: ['§ 4'] }, clerk)).toMatchObject({ refusal: 'listed-already' })
  expect(listGround({ words: '§ 4', listed: [] }, member)).toMatchObject({ refusal: 'not-yours-to-list' })
})

test('what was said behind closed doors is read by those who were called, and by nobody else', () => {
  const closed = { isOpen: false, source: null }
  const reads = (actor: Actor, standsIn = false, meeting: { isOpen: boolean | null; source: string | null } = closed) =>
    mayReadInside(problem, meeting, { actor, standsIn })
  expect([reads(member), reads(clerk), reads(resident, true)]).toEqual([true, true, true])
  expect([reads(resident), reads(elsewhere)]).toEqual([false, false])
  expect(reads(resident, false, { isOpen: true, source: null })).toBe(true)
  expect(reads(resident, false, { isOpen: false, source: 'https://example.org' })).toBe(true)
})

test('decisions are public unless they are closed too; then it is said how many there are', () => {
  const items = [
    { title: 'A', decision: 'Ask for a list' },
    { title: 'B', decision: '' },
  ]
  expect(publicDecisions(items, { decisionsClosed: false })).toEqual({ decisions: ['Ask for a list'], closed: 0 })
  expect(publicDecisions(items, { decisionsClosed: true })).toEqual({ decisions: [], closed: 1 })
})
