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
  it('is the raiser’s until somebody has taken the problem up, then the sponsor’s alone', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (isRaiser, isSponsored) => {
        const problem = {
          id: newId('problem'),
          raisedBy: isRaiser ? alice : newId('account'),
          sponsors: isSponsored ? [dora] : [],
        }
        const answered = rules.answerFraming(
          problem,
          { state: 'proposed' },
          { actor: actorWith(['resident']), reason: 'so' },
        )
        expect(answered.ok).toBe(isRaiser && !isSponsored)
      }),
    )
  })

  it('needs a reason and an open question', () => {
    const problem = { id: newId('problem'), raisedBy: null, sponsors: [dora] }
    const actor = actorWith(['politician'], dora)
    expect(rules.answerFraming(problem, { state: 'proposed' }, { actor, reason: '' })).toEqual({
      ok: false,
      refusal: 'reason-needed',
    })
    for (const state of ['current', 'declined', 'earlier'] as const) {
      expect(rules.answerFraming(problem, { state }, { actor, reason: 'so' })).toEqual({
        ok: false,
        refusal: 'already-answered',
      })
    }
  })
})
