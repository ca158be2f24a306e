import { newId } from '@folkmoot/basics/ids.ts'
import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const town = newId('jurisdiction')

function actorWith(names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: town }))
  return { jurisdiction: town, account: newId('account'), person: null, name: 'A', assurance: 'low', roles }
}

describe('contributing', () => {
  it('is for anyone who has told who she is', () => {
    expect(rules.contribute(actorWith(['resident'])).ok).toBe(true)
    expect(rules.contribute(actorWith(['resident', 'facilitator'])).ok).toBe(true)
    expect(rules.contribute(actorWith([]))).toEqual({ ok: false, refusal: 'consent-first' })
    expect(rules.contribute({ ...actorWith(['resident']), account: null })).toEqual({
      ok: false,
      refusal: 'consent-first',
    })
  })
})
