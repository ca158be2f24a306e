import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../composition/set-up-rules.ts'
import { freeByWay, freeSeats, isFree, profileFillings, type Filling, type Given } from './vacancy-rules.ts'

const [neighbour, pupil] = [newId('profile'), newId('profile')]
const profile = (id: typeof neighbour, wanted: number) => ({
  id,
  name: 'Somebody',
  description: '',
  criteria: ['Lives here'],
  chosen: wanted,
  drawn: 0,
  isForOrganisations: false,
  keptFor: null,
  wanted,
})
const rule: Rule = {
  politicians: 2,
  citizens: 3,
  minGenderShare: null,
  profiles: [profile(neighbour, 2), profile(pupil, 1)],
}
const nobody: Filling = {
  rule,
  seats: [],
  asked: [],
  isConfirmed: false,
  confirmedWith: { politician: 0, citizen: 0 },
}
const one = (of: typeof neighbour, way: Given = 'chosen') => ({ kind: 'citizen', profile: of, way }) as const
const politician = { kind: 'politician', profile: null, way: 'chosen' } as const

describe('free seats', () => {
  it('are those of the rule that nobody sits on and nobody has been offered', () => {
    expect(freeSeats(nobody, 'citizen')).toBe(3)
    expect(freeSeats({ ...nobody, seats: [one(neighbour)], asked: [one(pupil)] }, 'citizen')).toBe(1)
    expect(freeSeats({ ...nobody, seats: [politician, politician, politician] }, 'politician')).toBe(0)
    expect(freeSeats({ ...nobody, rule: { ...rule, citizens: null } }, 'citizen')).toBeNull()
  })

  it('of a confirmed group are as many as it began with, where that is more than its rule', () => {
    const begun = { ...nobody, isConfirmed: true, confirmedWith: { politician: 1, citizen: 4 } }
    expect(freeSeats(begun, 'citizen')).toBe(4)
    expect(freeSeats(begun, 'politician')).toBe(2)
    expect(freeSeats({ ...begun, rule: { ...rule, citizens: null } }, 'citizen')).toBe(4)
  })

  it('are counted for each profile', () => {
    const filling = { ...nobody, seats: [one(neighbour)], asked: [one(neighbour)] }
    expect(profileFillings(filling).map(({ seated, asked, free }) => [seated, asked, free])).toEqual([
      [1, 1, 0],
      [0, 0, 1],
    ])
    expect(isFree(filling, neighbour, 'chosen')).toBe(false)
    expect(isFree(filling, pupil, 'chosen')).toBe(true)
    // The group has a seat that no profile names.
    expect(isFree({ ...filling, rule: { ...rule, citizens: 4 } }, neighbour, 'chosen')).toBe(true)
  })

  it('one that is given is one fewer, and none is given twice, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(neighbour, pupil), { maxLength: 12 }), (asked) => {
        let filling = nobody
        let given = 0
        for (const id of asked) {
          if (!isFree(filling, id, 'chosen')) continue
          filling = { ...filling, asked: [...filling.asked, one(id)] }
          given += 1
          expect(freeSeats(filling, 'citizen')).toBe(3 - given)
        }
        expect(given).toBeLessThanOrEqual(3)
        for (const { free, seated, asked: waiting, wanted } of profileFillings(filling))
          expect((free ?? 0) + seated + waiting).toBe(wanted)
      }),
    )
  })

  // A bug once: all ten seats were given by choice, and then five of them drawn as well.
  it('by choice and by lot are two, and neither is given in the place of the other', () => {
    const half = { ...profile(neighbour, 4), chosen: 2, drawn: 2 }
    const split = { ...nobody, rule: { ...rule, citizens: 5, profiles: [half, profile(pupil, 1)] } }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(neighbour, pupil), fc.constantFrom<Given>('chosen', 'drawn')), {
          maxLength: 20,
        }),
        (asked) => {
          let filling: Filling = split
          const given = { chosen: 0, drawn: 0 }
          for (const [id, way] of asked) {
            if (!isFree(filling, id, way)) continue
            filling = { ...filling, asked: [...filling.asked, one(id, way)] }
            if (id === neighbour) given[way] += 1
            const free = freeByWay(filling, neighbour)
            expect(free).toEqual({ chosen: 2 - given.chosen, drawn: 2 - given.drawn })
          }
          expect(filling.asked.filter(({ way, profile: of }) => of === pupil && way === 'drawn')).toEqual([])
        },
      ),
    )
    // A seat by lot nobody took is drawn again, never chosen for.
    const left = { ...split, seats: [one(neighbour), one(neighbour), one(neighbour, 'drawn')] }
    expect([isFree(left, neighbour, 'chosen'), isFree(left, neighbour, 'drawn')]).toEqual([false, true])
    // What the body added since is nobody's by lot.
    const more = { ...left, rule: { ...split.rule, citizens: 6 } }
    expect([isFree(more, neighbour, 'chosen'), freeByWay(more, neighbour)]).toEqual([true, { chosen: 0, drawn: 1 }])
    // A bug once: left after the group had begun it could neither be drawn (nobody waited) nor given by choice.
    const begun = { ...left, isConfirmed: true }
    expect([isFree(begun, neighbour, 'chosen'), isFree(begun, neighbour, 'drawn')]).toEqual([true, false])
    expect(freeByWay({ ...begun, asked: [one(neighbour)] }, neighbour)).toEqual({ chosen: 0, drawn: 0 })
  })
})
