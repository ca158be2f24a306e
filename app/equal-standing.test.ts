import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { expect, it } from 'vitest'
import { keptForPoliticians, keptReasons } from '../stages/arena/staffing/kept-for-politicians.ts'
import { routes } from './router.ts'

/** At the table a seat is a seat (R16): what a politician's gives, a citizen's gives too, but for what the page names. */

const problem = newId('problem')

function seated(...more: readonly RoleName[]): Actor {
  return {
    jurisdiction: newId('jurisdiction'),
    account: newId('account'),
    person: null,
    name: 'Somebody',
    assurance: 'low',
    roles: (['resident', 'member', ...more] as const).map((name) => ({ name, scope: problem })),
  }
}

const kept: readonly string[] = Object.values(keptForPoliticians).flat()

it('gives a politician nothing that it does not give a citizen, but for what is named', () => {
  const more = routes.filter(({ allowed }) => allowed.allows(seated('politician')) && !allowed.allows(seated()))
  const unnamed = more.map(({ at }) => at).filter((at) => !kept.includes(at))
  expect(unnamed, 'name it in stages/arena/staffing/kept-for-politicians.ts, or give it to every member').toEqual([])
})

it('gives a citizen nothing that it does not give a politician', () => {
  const less = routes.filter(({ allowed }) => allowed.allows(seated()) && !allowed.allows(seated('politician')))
  expect(less.map(({ at }) => at)).toEqual([])
})

it('names nothing that a citizen could do as well: the list on the page is no longer than it has to be', () => {
  const open = routes.filter(({ at, allowed }) => kept.includes(at) && allowed.allows(seated()))
  expect(open.map(({ at }) => at)).toEqual([])
})

it('names each once, and nothing that is not there', () => {
  expect(new Set(kept).size).toBe(kept.length)
  const bound = new Set<string>(routes.map(({ at }) => at))
  expect(kept.filter((at) => !bound.has(at))).toEqual([])
})

it('says a reason for each list', () => {
  expect([...keptReasons].sort()).toEqual(Object.keys(keptForPoliticians).sort())
})
