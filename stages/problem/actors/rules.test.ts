import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notHeard, toInvite, unspokenFor } from './missing.ts'
import { columnOf, columns, placeOf, rowOf, rows } from './picture.ts'
import * as rules from './rules.ts'

const town = newId('jurisdiction')

function actorWith(...names: readonly RoleName[]): Actor {
  return {
    jurisdiction: town,
    account: newId('account'),
    person: null,
    name: 'Alice',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: town })),
  }
}

const pupils: rules.ActorWords = {
  ...rules.nothingMore,
  name: 'Pupils of Østre School',
  kind: 'people',
  relation: 'affected',
  how: 'They wait in the sun.',
}

const anyWords: fc.Arbitrary<rules.ActorWords> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20 }),
  kind: fc.constantFrom(...rules.kinds),
  relation: fc.constantFrom(...rules.relations),
  how: fc.string({ minLength: 1, maxLength: 20 }),
  howMuch: fc.constantFrom(...rules.amounts),
  knowledge: fc.string({ maxLength: 10 }),
  resources: fc.uniqueArray(fc.constantFrom(...rules.resources)),
  resourceWords: fc.string({ maxLength: 10 }),
  standing: fc.constantFrom(...rules.standings),
  reached: fc.string({ maxLength: 10 }),
})

describe('naming an actor', () => {
  it('is for residents, organisations, members, politicians, clerks and facilitators', () => {
    for (const role of ['resident', 'organisation', 'member', 'politician', 'clerk', 'facilitator'] as const)
      expect(rules.nameActor(pupils, actorWith(role)).ok, role).toBe(true)
    for (const role of ['officer', 'administrator'] as const)
      expect(rules.nameActor(pupils, actorWith(role))).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(rules.nameActor(pupils, { ...actorWith('resident'), account: null }).ok).toBe(false)
  })

  it('is of a group, an association, a firm or an office: a single person is none', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const named = rules.nameActor(words, actorWith('resident'))
        expect(named.ok).toBe(words.kind !== 'other')
      }),
    )
  })
})

describe('correcting', () => {
  const before = { words: pupils, isHidden: false }
  const by = { actor: actorWith('clerk'), reason: 'They told us.' }
  const better = { ...pupils, howMuch: 'a-lot' } as const

  it('needs a change, a reason, and words that are not hidden', () => {
    expect(rules.correctActor(before, better, by).ok).toBe(true)
    expect(rules.correctActor(before, pupils, by)).toEqual({ ok: false, refusal: 'nothing-changed' })
    expect(rules.correctActor(before, better, { ...by, reason: '' })).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(rules.correctActor({ ...before, isHidden: true }, better, by)).toEqual({
      ok: false,
      refusal: 'hidden-now',
    })
  })

  it('is nothing where the same resources stand in another order', () => {
    const words = { ...pupils, resources: ['data', 'hands'] } as const
    const turned = { ...pupils, resources: ['hands', 'data'] } as const
    expect(rules.correctActor({ words, isHidden: false }, turned, by)).toEqual({
      ok: false,
      refusal: 'nothing-changed',
    })
  })
})

describe('who is missing', () => {
  it('is an affected group nobody speaks for; one that only can help is not', () => {
    const unspoken = { ...pupils, spokesperson: '' }
    const helper = { ...unspoken, name: 'The museum', relation: 'relevant' } as const
    const spoken = { ...pupils, name: 'Parents', spokesperson: 'The board' }
    expect(unspokenFor([unspoken, helper, spoken])).toEqual([unspoken])
  })

  it('lists for an invitation every affected group that does not take part, and nobody else', () => {
    fc.assert(
      fc.property(fc.array(anyWords, { maxLength: 12 }), (all) => {
        const invited = toInvite(all)
        expect(new Set(invited)).toEqual(
          new Set(all.filter((one) => one.relation !== 'relevant' && one.standing !== 'takes-part')),
        )
        const order = invited.map((one) => ['a-lot', 'somewhat', 'unknown', 'little'].indexOf(one.howMuch))
        expect(order).toEqual(order.toSorted((one, other) => one - other))
        expect(notHeard(all).every(({ standing }) => standing === 'not-heard')).toBe(true)
      }),
    )
  })
})

describe('the picture', () => {
  it('has a place for every actor, and says the same as the table', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const place = placeOf(words)
        expect(columns[place.column]).toBe(columnOf(words))
        expect(rows[place.row]).toBe(rowOf(words))
      }),
    )
  })

  it('places one that is only relevant where nobody is affected', () => {
    expect(columnOf({ relation: 'relevant', howMuch: 'a-lot' })).toBe('not-affected')
    expect(rowOf({ knowledge: 'x', resources: ['money', 'data'] })).toBe('much')
    expect(rowOf({ knowledge: '', resources: [] })).toBe('nothing-named')
  })
})
