import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as rules from './rules.ts'

const [problem, other] = [newId('problem'), newId('problem')]

function actorWith(name: RoleName, scope = problem): Actor {
  return {
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'Else',
    assurance: 'low',
    roles: [{ name, scope }],
  }
}

const fits = { role: 'facilitator', candidate: { employedAs: ['facilitator'], servesAs: [] }, note: '' } as const

it('is said by the secretariat or the chair of this group, and by nobody else', () => {
  for (const name of ['clerk', 'arena-chair', 'arena-chair-elect'] as const)
    expect(rules.nameStaff(problem, fits, actorWith(name)).ok).toBe(true)
  for (const actor of [
    actorWith('arena-chair', other),
    ...(['facilitator', 'member', 'politician'] as const).map((one) => actorWith(one)),
  ])
    expect(rules.nameStaff(problem, fits, actor)).toEqual({ ok: false, refusal: 'not-yours-to-name' })
})

it('nobody serves as what she is not employed as, twice as the same, or as two without a reason', () => {
  const some = fc.uniqueArray(fc.constantFrom(...rules.staffRoles))
  fc.assert(
    fc.property(
      fc.constantFrom(...rules.staffRoles),
      some,
      some,
      fc.constantFrom('', 'Only three work here.'),
      (role, employedAs, servesAs, note) => {
        const named = rules.nameStaff(problem, { role, candidate: { employedAs, servesAs }, note }, actorWith('clerk'))
        const mayServe = employedAs.includes(role) && !servesAs.includes(role)
        expect(named.ok).toBe(mayServe && (servesAs.length === 0 || note !== ''))
      },
    ),
  )
})

it('ends what was said', () => {
  expect(rules.endStaffing(problem, { isNamed: true }, actorWith('clerk')).ok).toBe(true)
  expect(rules.endStaffing(problem, { isNamed: false }, actorWith('clerk'))).toEqual({
    ok: false,
    refusal: 'not-named',
  })
  expect(rules.endStaffing(problem, { isNamed: true }, actorWith('officer')).ok).toBe(false)
})
