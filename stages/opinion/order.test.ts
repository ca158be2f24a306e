import { seeded } from '@folkmoot/basics/seeded.ts'
import { exposureOf } from '@folkmoot/opinion-map/exposure.ts'
import type { Choice, Tally } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { knownOf, nextOf, weightsOf, type Known } from './order.ts'

const tallies = fc.record({ agree: fc.nat(60), disagree: fc.nat(60), pass: fc.nat(60) })
const shares = fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { maxLength: 4 })
const blind = { mayKnow: false } as const

const ahead = (known: readonly Known[]) => known.map((one, at) => ({ id: `s${at}`, known: one, isSeen: false }))

test('before she may see results the order is the same whatever people answered: only how many did enters', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tallies, shares, fc.nat(60)), { minLength: 1 }), fc.string(), (all, person) => {
      const here = all.map(([tally, groups]) => knownOf({ counted: { tally, isHeld: false }, groups }, blind))
      const there = all.map(([{ agree, disagree, pass }, , moved]) => {
        const shift = Math.min(moved, agree)
        return knownOf(
          { counted: { tally: { agree: agree - shift, disagree: disagree + shift, pass }, isHeld: false }, groups: [] },
          blind,
        )
      })
      expect(there).toEqual(here)
      expect(nextOf(ahead(there), person)).toBe(nextOf(ahead(here), person))
    }),
  )
})

test('when she may see them, nothing enters that is not shown to her: what is too small to show does not change it', () => {
  const small = [
    { agree: 14, disagree: 3, pass: 2 },
    { agree: 14, disagree: 2, pass: 3 },
    { agree: 14, disagree: 4, pass: 1 },
  ].map((tally) => knownOf({ counted: { tally, isHeld: false }, groups: [] }, { mayKnow: true }))
  expect(new Set(small.map((known) => JSON.stringify(known))).size).toBe(1)
  const none = knownOf({ counted: { tally: { agree: 9, disagree: 0, pass: 0 }, isHeld: false }, groups: [9, 1] }, blind)
  expect(none).toEqual({ seen: 9, published: { kind: 'none' }, apart: 0 })
})

test('what she answered plays no part, only what she has answered', () => {
  // The type says it: of her votes nothing is known here but `isSeen`.
  fc.assert(
    fc.property(fc.array(fc.tuple(tallies, fc.boolean()), { minLength: 1 }), fc.string(), (all, person) => {
      const statements = all.map(([tally, isSeen], at) => ({
        id: `s${at}`,
        known: knownOf({ counted: { tally, isHeld: false }, groups: [] }, { mayKnow: true }),
        isSeen,
      }))
      const next = nextOf(statements, person)
      if (all.every(([, isSeen]) => isSeen)) expect(next).toBeUndefined()
      else expect(statements[next ?? -1]?.isSeen).toBe(false)
    }),
  )
})

test('abuse 23: weights are above nothing and never far below the mean, whatever is known', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tallies, shares, fc.boolean()), { minLength: 1 }), (all) => {
      const weights = weightsOf(
        all.map(([tally, groups, mayKnow]) => knownOf({ counted: { tally, isHeld: false }, groups }, { mayKnow })),
      )
      const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length
      for (const one of weights) expect(one).toBeGreaterThan(mean / 8)
    }),
  )
})

test('abuse 23: new ones come before those many have answered, and those that divide before those that do not', () => {
  const known = (tally: Tally | undefined, groups: readonly number[] = []) =>
    knownOf({ counted: tally && { tally, isHeld: false }, groups }, { mayKnow: true })
  const [fresh = 0, divides = 0, alike = 0, passed = 0] = weightsOf([
    known(undefined),
    known({ agree: 50, disagree: 45, pass: 5 }, [9, 1]),
    known({ agree: 50, disagree: 45, pass: 5 }, [5, 5]),
    known({ agree: 5, disagree: 5, pass: 90 }, [5, 5]),
  ])
  expect(fresh).toBeGreaterThan(divides)
  expect(divides).toBeGreaterThan(alike)
  expect(divides).toBeGreaterThan(passed)
})

describe.each([
  ['nobody sees results', blind],
  ['all see them', { mayKnow: true } as const],
])(
  'six hundred people of two camps answer twelve of forty statements each, ten of which come late, and %s',
  (_, may) => {
    const [people, each, all, late] = [600, 12, 40, 30]
    const seenBy = [0, 1].map(() => ({ seen: new Int32Array(all), members: people / 2 }))
    const counted = Array.from({ length: all }, () => ({ agree: 0, disagree: 0, pass: 0 }))
    let drawn = counted.map((): Tally | undefined => undefined)
    const early = new Int32Array(all)
    for (let person = 0; person < people; person += 1) {
      if (person % 5 === 0)
        drawn = counted.map((tally) => (tally.agree + tally.disagree < 10 ? undefined : { ...tally }))
      const there = person < people / 2 ? late : all
      const answered = new Set<number>()
      const random = seeded(`camp ${person}`)
      for (let vote = 0; vote < each; vote += 1) {
        const known = drawn
          .slice(0, there)
          .map((tally) => knownOf({ counted: tally && { tally, isHeld: false }, groups: [] }, may))
        const statements = known.map((one, at) => ({ id: `s${at}`, known: one, isSeen: answered.has(at) }))
        const next = nextOf(statements, `person ${person}`) ?? -1
        const [tally, camp] = [counted[next], seenBy[person % 2]]
        if (!tally || !camp) throw new Error('nothing came next')
        answered.add(next)
        camp.seen[next] = (camp.seen[next] ?? 0) + 1
        if (there === late) early[next] = (early[next] ?? 0) + 1
        const choice: Choice = random() < ((next + person) % 2 === 0 ? 0.9 : 0.1) ? 'agree' : 'disagree'
        tally[choice] += 1
      }
    }
    const seen = Array.from(counted, ({ agree, disagree }) => agree + disagree)

    it('both camps see the same statements', () => {
      const groups = seenBy.map(({ seen: sees, members }) => ({
        members,
        agree: new Int32Array(all),
        disagree: new Int32Array(all),
        seen: sees,
      }))
      for (const { falseDiscovery } of exposureOf(groups)) expect(falseDiscovery).toBeGreaterThan(0.05)
    })

    it('of those that were there from the start none is seen half as often, or half as often again, as the mean', () => {
      const first = [...early].slice(0, late)
      const mean = first.reduce((sum, one) => sum + one, 0) / late
      for (const one of first) expect(one / mean, first.join()).toBeGreaterThan(0.5)
      for (const one of first) expect(one / mean, first.join()).toBeLessThan(1.5)
    })

    it('those that came late are seen at least as often from then on', () => {
      const since = seen.map((count, at) => count - (early[at] ?? 0))
      const [old, fresh] = [since.slice(0, late), since.slice(late)].map(
        (part) => part.reduce((a, b) => a + b, 0) / part.length,
      )
      expect(fresh ?? 0).toBeGreaterThan(old ?? 0)
    })
  },
)
