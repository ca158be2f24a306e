import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AffectedActor } from '../../problem/index.ts'
import { affectedLines, reachedIn, type KeptProfile } from './affected.ts'

function group(number: number, changed: Partial<AffectedActor> = {}): AffectedActor {
  return {
    id: newId('actor'),
    number,
    version: 1,
    addedBy: null,
    writtenAt: Temporal.Instant.from('2026-11-01T09:00:00Z'),
    language: 'en',
    isHidden: false,
    spokesperson: '',
    isSpokespersonAsked: false,
    name: `Group ${number}`,
    kind: 'people',
    relation: 'affected',
    how: 'They live there.',
    howMuch: 'somewhat',
    knowledge: '',
    resources: [],
    resourceWords: '',
    standing: 'not-heard',
    reached: '',
    ...changed,
  }
}

const keptFor = (actor: AffectedActor | null, wanted = 1): KeptProfile => ({
  id: newId('profile'),
  name: 'Kept',
  keptFor: actor?.id ?? null,
  wanted,
})

it('says of each affected group whether somebody sits there for it, and those with nothing first', () => {
  const [pupils, renters, shops, parents] = [1, 2, 3, 4].map((number) => group(number))
  if (!pupils || !renters || !shops || !parents) throw new Error('four groups')
  const heard = { ...parents, standing: 'takes-part' } as const
  const [forPupils, forRenters] = [keptFor(pupils, 2), keptFor(renters)]
  const lines = affectedLines([pupils, renters, shops, heard, group(5, { relation: 'relevant' })], {
    profiles: [forPupils, forRenters, keptFor(null)],
    seats: [{ profile: forPupils.id }, { profile: null }],
  })
  expect(lines.map(({ actor, state, wanted, filled }) => [actor.number, state, wanted, filled])).toEqual([
    [3, 'none', 0, 0],
    [2, 'empty', 1, 0],
    [4, 'takes-part', 0, 0],
    [1, 'seat', 2, 1],
  ])
  expect(reachedIn(lines)).toMatchObject({ share: 0.5 })
})

it('a seat more never makes a group missing, and no group is lost', () => {
  const actors = [1, 2, 3].map((number) => group(number))
  const some = fc.array(fc.constantFrom(...actors, null))
  fc.assert(
    fc.property(some, fc.array(fc.nat(9)), (kept, taken) => {
      const profiles = kept.map((one) => keptFor(one))
      const seats = taken.map((at) => ({ profile: profiles[at]?.id ?? null }))
      const before = affectedLines(actors, { profiles, seats })
      expect(new Set(before.map(({ actor }) => actor))).toEqual(new Set(actors))
      const [first] = profiles
      if (!first) return
      const after = affectedLines(actors, { profiles, seats: [...seats, { profile: first.id }] })
      expect(reachedIn(after).reached.length).toBeGreaterThanOrEqual(reachedIn(before).reached.length)
    }),
  )
})
