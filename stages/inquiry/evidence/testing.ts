import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { OrderState } from './rules.ts'

/** Who the tests of orders are about, and an order at each step of its way. */
export const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
export const tomorrow = now.add({ hours: 24 })
export const problem = newId('problem')
export const place = newId('jurisdiction')

export function person(...roles: readonly RoleName[]): Actor & { readonly account: Id<'account'> } {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: roles.includes('politician') ? newId('person') : null,
    name: 'Somebody',
    assurance: 'low',
    roles: roles.map((name) => ({ name, scope: name === 'member' ? problem : place })),
  }
}

export const member = person('resident', 'member')
export const politician = person('politician', 'member')
export const resident = person('resident')
export const clerk = person('clerk')
export const facilitator = person('facilitator')
export const officer = person('officer')
export const visitor: Actor = { ...resident, account: null, roles: [] }

export const finding = newId('finding')
export const fresh: OrderState = {
  problem,
  orderedBy: member.account,
  isTold: false,
  isWithdrawn: false,
  mergedInto: null,
  answerers: [],
  findings: [],
  objections: [],
}
export const named: OrderState = { ...fresh, answerers: [{ number: 1, kind: 'officer', account: officer.account }] }
export const outside: OrderState = { ...fresh, answerers: [{ number: 1, kind: 'outside', account: null }] }
export const answered: OrderState = {
  ...named,
  findings: [{ id: finding, number: 1, answerer: 1, by: officer.account }],
}
export const contested: OrderState = {
  ...answered,
  objections: [{ finding, number: 1, by: resident.account, isSettled: false }],
}
export const beside: OrderState = {
  ...contested,
  answerers: [...answered.answerers, { number: 2, kind: 'outside', account: null }],
  findings: [...answered.findings, { id: newId('finding'), number: 2, answerer: 2, by: clerk.account }],
}
export const withdrawn = { ...named, isWithdrawn: true }
export const merged = { ...named, mergedInto: newId('evidence') }
