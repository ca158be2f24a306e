import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, nouns } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import { hide, isOfficialAct, judge, mayModerate, report, restore } from './rules.ts'

const place = newId('jurisdiction')
const idea = { kind: 'idea', id: newId('idea') } as const

describe('who may hide a text', () => {
  test.each<[RoleName, boolean]>([
    ['facilitator', true],
    ['clerk', true],
    ['administrator', true],
    ['officer', false],
    ['resident', false],
    ['organisation', false],
    ['member', false],
    ['politician', false],
    ['body-chair', false],
    ['arena-chair', false],
  ])('%s: %s', (role, may) => {
    const actor = holding(role)
    expect(mayModerate.allows(actor)).toBe(may)
    expect(hide(actor, { about: idea, reason: 'Names a neighbour' }).ok).toBe(may)
    expect(judge(actor, 'Within the rules').ok).toBe(may)
  })

  test('nobody who is not signed in', () => {
    expect(hide({ ...holding('clerk'), account: null }, { about: idea, reason: 'x' })).toEqual({
      ok: false,
      refusal: 'not-a-moderator',
    })
  })

  test('the role is named on the tombstone: who moderates by trade before who administers', () => {
    const hidden = hide(holding('administrator', 'facilitator'), { about: idea, reason: 'x' })
    expect(hidden.ok && hidden.value.as).toBe('facilitator')
  })
})

test('a reason is required', () => {
  expect(hide(holding('clerk'), { about: idea, reason: ' \n' })).toEqual({
    ok: false,
    refusal: 'reason-needed',
  })
  expect(judge(holding('clerk'), '')).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(report(' ', 0)).toEqual({ ok: false, refusal: 'reason-needed' })
})

test('an official act cannot be hidden, by no role', () => {
  const official = nouns.filter((kind) => isOfficialAct({ kind, id: newId(kind) }))
  expect(official).toEqual(expect.arrayContaining(['resolution', 'answer', 'mandate']))
  for (const kind of official) {
    const hidden = hide(holding('administrator', 'clerk', 'facilitator'), {
      about: { kind, id: newId(kind) },
      reason: 'x',
    })
    expect(hidden).toEqual({ ok: false, refusal: 'official-act' })
  }
})

function holding(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: place }))
  return {
    jurisdiction: place,
    account: newId('account'),
    person: null,
    name: 'Somebody',
    assurance: 'low',
    roles,
  }
}

describe('abuse 70: what who wrote it took out', () => {
  const clerk = holding('clerk')
  test.each([
    ['nothing', undefined, 'not-hidden'],
    ['what she took out herself', { rule: 'own-wish' }, 'taken-out'],
  ] as const)('%s is not shown again', (_, hidden, refusal) => {
    expect(restore(hidden, clerk, 'A mistake')).toEqual({ ok: false, refusal })
  })
  test('what a moderator hid is', () => {
    expect(restore({ rule: 'spam' }, clerk, 'A mistake').ok).toBe(true)
    expect(restore({ rule: 'spam' }, holding('resident'), 'A mistake').ok).toBe(false)
  })
})
