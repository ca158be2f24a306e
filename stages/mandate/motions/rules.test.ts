import type { Actor, Role } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, it } from 'vitest'
import type { PromiseLevel } from '../rules.ts'
import { loweringInForce } from './lowering.ts'
import { withdraw, type MotionState } from './rules.ts'

const town = newId('jurisdiction')
const council = newId('body')

function actorWith(roles: readonly Role[]): Actor {
  return { jurisdiction: town, account: newId('account'), person: null, name: 'Somebody', assurance: 'low', roles }
}
const clerk = actorWith([{ name: 'clerk', scope: town }])
const otherClerk = actorWith([{ name: 'clerk', scope: town }])
const chair = actorWith([{ name: 'body-chair', scope: council }])
const waiting: MotionState = { body: council, draftedBy: clerk.account, isConfirmed: false, isWaiting: true }

describe('taking the record of a vote back', () => {
  it.each([
    ['whoever wrote it', waiting, clerk, undefined],
    ['the chair', waiting, chair, undefined],
    ['another clerk', waiting, otherClerk, 'not-yours-to-withdraw'],
    ['a chair of another body', { ...waiting, body: newId('body') }, chair, 'not-yours-to-withdraw'],
    ['after it was confirmed', { ...waiting, isConfirmed: true, isWaiting: false }, clerk, 'confirmed-already'],
    [
      'after it was confirmed, the chair',
      { ...waiting, isConfirmed: true, isWaiting: false },
      chair,
      'confirmed-already',
    ],
    ['twice', { ...waiting, isWaiting: false }, clerk, 'nothing-to-withdraw'],
    ['what there is not', null, clerk, 'nothing-to-withdraw'],
  ] as const)('%s: %#', (_, motion, actor, refusal) => {
    expect(withdraw(motion, actor)).toMatchObject(refusal ? { ok: false, refusal } : { ok: true })
  })
})

describe('a lowered promise', () => {
  const steps = (...promises: readonly (PromiseLevel | null)[]) =>
    promises.map((promise, at) => ({ version: at + 1, promise }))
  it.each([
    ['one version', steps('collaborate'), undefined],
    ['lowered', steps('collaborate', 'consult'), 2],
    ['raised', steps('consult', 'collaborate'), undefined],
    ['lowered, then changed in words only', steps('collaborate', 'consult', 'consult'), 2],
    ['lowered, then half raised', steps('empower', 'consult', 'involve'), 2],
    ['lowered, then promised again', steps('collaborate', 'consult', 'collaborate'), undefined],
    ['lowered twice', steps('empower', 'collaborate', 'inform'), 3],
    ['unknown before', steps(null, 'inform'), undefined],
  ] as const)('%s', (_, versions, expected) => {
    expect(loweringInForce(versions)?.after.version).toBe(expected)
  })
})
