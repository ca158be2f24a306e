import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as rules from './rules.ts'

const problem = newId('problem')
const open = { problem, isFrozen: false, isGroupConfirmed: true }
const member: Actor = {
  jurisdiction: newId('jurisdiction'),
  account: newId('account'),
  person: null,
  name: 'Alice',
  assurance: 'low',
  roles: [{ name: 'member', scope: problem }],
}

const section = (heading = 'Light', text = 'Every crossing is lit.') => ({
  id: newId('section') as string,
  kind: 'recommendation' as const,
  heading,
  clauses: [{ id: newId('clause') as string, text }],
})
const nothing: rules.Words = { sections: [] }
const one = { sections: [section()] }

describe('saving a version', () => {
  const save = (
    change: Partial<rules.Saving> = {},
    state: Parameters<typeof rules.saveVersion>[0] = open,
    actor = member,
  ) => rules.saveVersion(state, { saved: nothing, typed: one, reason: 'It was dark', foreign: [], ...change }, actor)
  const doubled = section()

  it('is for who may write, with something changed and a reason', () => {
    expect(save()).toMatchObject({ ok: true, value: { as: 'citizen' } })
  })

  it.each([
    ['nothing-changed', { saved: one }],
    ['reason-needed', { reason: '' }],
    ['heading-needed', { typed: { sections: [section('')] } }],
    ['heading-needed', { typed: { sections: [section('ab')] } }],
    ['heading-too-long', { typed: { sections: [section('x'.repeat(201))] } }],
    ['clause-too-long', { typed: { sections: [section('Light', 'x'.repeat(4001))] } }],
    ['doubled-ids', { typed: { sections: [doubled, doubled] } }],
    ['doubled-ids', { foreign: [newId('clause')] }],
    ['not-a-text', { typed: { sections: [{ ...section(), id: 'x' }] } }],
  ] as const)('is refused: %s', (refusal, change) => {
    expect(save(change)).toEqual({ ok: false, refusal })
  })

  it('is refused to strangers and after the hand-over, whatever was written', () => {
    expect(save({ reason: '' }, { ...open, isFrozen: true })).toEqual({ ok: false, refusal: 'handed-over' })
    expect(save({}, open, { ...member, roles: [] })).toEqual({ ok: false, refusal: 'not-a-member' })
  })

  it('sees every change: words, order, and whether an answer is asked for', () => {
    const [a, b] = [section('One'), section('Two')]
    const saved = { sections: [a, b] }
    expect(rules.differ(saved, { sections: [{ ...a }, { ...b }] })).toBe(false)
    expect(rules.differ(saved, { sections: [b, a] })).toBe(true)
    expect(rules.differ(saved, { sections: [a, { ...b, kind: 'passage' }] })).toBe(true)
    expect(rules.freeze({ saved, typed: saved }).ok).toBe(true)
    expect(rules.freeze({ saved, typed: { sections: [a] } })).toEqual({ ok: false, refusal: 'unsaved-words' })
  })
})

describe('citing', () => {
  const [idea, hidden] = [newId('idea'), newId('idea')]
  const cite = (cited: readonly string[], actor = member) =>
    rules.cite(open, { cited, known: new Set([idea, hidden]), hidden: new Set([hidden]) }, actor)

  it('names what was said in this case and can be read by anyone', () => {
    expect(cite([idea]).ok).toBe(true)
    expect(cite([])).toEqual({ ok: false, refusal: 'cite-something' })
    expect(cite([newId('idea')])).toEqual({ ok: false, refusal: 'cites-unknown' })
    expect(cite([idea, hidden])).toEqual({ ok: false, refusal: 'cites-hidden' })
    expect(cite([idea], { ...member, roles: [] })).toEqual({ ok: false, refusal: 'not-a-member' })
  })
})

describe('authorship', () => {
  const letters = fc.record({ politician: fc.nat(999), citizen: fc.nat(999), staff: fc.nat(999), unknown: fc.nat(999) })

  it('has shares that make one whole, whatever nobody is known to have written', () => {
    fc.assert(
      fc.property(fc.array(letters), (all) => {
        const shares = rules.sharesOf(all)
        const known = all.some(({ politician, citizen, staff }) => politician + citizen + staff > 0)
        expect(shares !== null).toBe(known)
        if (shares) expect(shares.politician + shares.citizen + shares.staff).toBeCloseTo(1)
      }),
    )
  })

  it('is that of staff from the first letter beyond half', () => {
    const of = (citizen: number, staff: number) => rules.sharesOf([{ politician: 0, citizen, staff, unknown: 0 }])
    expect(rules.staffDominates(of(500, 501))).toBe(true)
    expect(rules.staffDominates(of(500, 500))).toBe(false)
    expect(rules.staffDominates(of(0, 0))).toBe(false)
  })

  it('names who wrote most', () => {
    expect(rules.mostly({ politician: 3, citizen: 2, staff: 1, unknown: 9 })).toBe('politician')
    expect(rules.mostly({ politician: 3, citizen: 3, staff: 0, unknown: 0 })).toBe('citizen')
    expect(rules.mostly({ politician: 0, citizen: 0, staff: 0, unknown: 9 })).toBe('unknown')
  })
})
