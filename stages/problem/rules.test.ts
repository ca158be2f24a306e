import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')
const alice = newId('account')
const dora = newId('person')

function actorWith(names: readonly RoleName[], person: Id<'person'> | null = null): Actor {
  return {
    jurisdiction: town,
    account: alice,
    person,
    name: 'Alice',
    assurance: 'low',
    roles: names.map((name) => ({ name, scope: town })),
  }
}

describe('raising', () => {
  it('lets residents, organisations, members and politicians raise', () => {
    for (const name of ['resident', 'organisation', 'member', 'politician'] as const) {
      expect(rules.raise(actorWith([name])).ok, name).toBe(true)
    }
  })

  it('never lets public employees raise, unless they are elected too', () => {
    for (const name of ['clerk', 'facilitator', 'officer', 'administrator'] as const) {
      expect(rules.raise(actorWith(['resident', name]))).toEqual({ ok: false, refusal: 'staff-never-raise' })
      expect(rules.raise(actorWith(['politician', name])).ok).toBe(true)
    }
  })
})

describe('taking up', () => {
  it('needs a politician, and only once', () => {
    const problem = { id: newId('problem'), raisedBy: alice, sponsors: [] }
    expect(rules.sponsor(problem, actorWith(['resident']))).toEqual({ ok: false, refusal: 'only-politicians' })
    expect(rules.sponsor(problem, actorWith(['politician'], dora)).ok).toBe(true)
    expect(rules.sponsor({ ...problem, sponsors: [dora] }, actorWith(['politician'], dora))).toEqual({
      ok: false,
      refusal: 'already-sponsor',
    })
  })
})

describe('answering a framing', () => {
  const nobodys = { sitting: [], isBodysBusiness: false, hasOthersBehind: false }

  it('is a seated sponsor’s; the raiser’s only while no sponsor sits and no body has it before it', () => {
    fc.assert(
      fc.property(
        fc.record({ raiser: fc.boolean(), sponsored: fc.boolean(), sits: fc.boolean(), body: fc.boolean() }),
        (is) => {
          const problem = {
            id: newId('problem'),
            raisedBy: is.raiser ? alice : newId('account'),
            sponsors: is.sponsored ? [dora] : [],
            sitting: is.sponsored && is.sits ? [dora] : [],
            isBodysBusiness: is.body,
            hasOthersBehind: false,
          }
          const isFree = !(is.sponsored && is.sits) && !is.body
          expect(rules.answersAs(problem, actorWith(['resident']))).toBe(is.raiser && isFree ? 'raiser' : null)
          expect(rules.answersAs(problem, actorWith(['politician'], dora))).toBe(
            is.sponsored ? 'sponsor' : is.raiser && isFree ? 'raiser' : null,
          )
        },
      ),
    )
  })

  it('is not a former politician’s: her term is over, she acts as a resident', () => {
    const problem = { id: newId('problem'), raisedBy: null, sponsors: [dora], ...nobodys }
    const former = actorWith(['resident'], dora)
    expect(rules.isSponsor(problem, former)).toBe(false)
    expect(rules.answersAs(problem, former)).toBeNull()
    expect(rules.sponsor({ ...problem, sponsors: [] }, former)).toEqual({ ok: false, refusal: 'only-politicians' })
  })

  it('needs a reason and an open question', () => {
    const problem = {
      id: newId('problem'),
      raisedBy: null,
      sponsors: [dora],
      sitting: [dora],
      isBodysBusiness: false,
      hasOthersBehind: false,
    }
    const actor = actorWith(['politician'], dora)
    expect(
      rules.answerFraming(problem, { state: 'proposed', kind: 'words' }, { actor, reason: '', isAccepted: true }),
    ).toEqual({
      ok: false,
      refusal: 'reason-needed',
    })
    for (const state of ['current', 'declined', 'earlier'] as const) {
      expect(rules.answerFraming(problem, { state, kind: 'words' }, { actor, reason: 'so', isAccepted: true })).toEqual(
        {
          ok: false,
          refusal: 'already-answered',
        },
      )
    }
  })
})

describe('who stands behind a problem', () => {
  it('is a politician who has taken it up and holds a seat now, and nobody else', () => {
    const roles = fc.subarray<RoleName>(['resident', 'politician', 'clerk', 'member', 'organisation'])
    fc.assert(
      fc.property(roles, fc.boolean(), fc.boolean(), fc.boolean(), (names, tookItUp, isSignedIn, hasFace) => {
        const person = newId('person')
        const who = { ...actorWith(names), person: hasFace ? person : null }
        const actor = isSignedIn ? who : { ...who, account: null }
        const at = { sponsors: [newId('person'), ...(tookItUp ? [person] : [])] }
        const isOne = names.includes('politician') && tookItUp && isSignedIn && hasFace
        expect(rules.isSponsor(at, actor)).toBe(isOne)
        expect(rules.asSponsor(at, actor)?.person).toBe(isOne ? person : undefined)
      }),
    )
  })
})
