import type { Choice } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawMap } from './drawing.ts'
import { ownPlaceOf } from './own-place.ts'
import { choiceOf, statements, votersOf } from './testing.ts'

const people = Array.from({ length: 60 }, (_, person) => ({
  person,
  side: person % 3 === 2 ? ('grey' as const) : ('green' as const),
}))
const { map, axes } = drawMap({
  version: 1,
  isFinal: true,
  seed: 'a case 1',
  statements: statements.map((_, at) => ({ number: at + 1, id: `statement ${at}` })),
  voters: votersOf(
    people.map(({ person }) => `person ${person}`),
    (person, statement) => choiceOf(people[person]?.side ?? 'green', person, statement),
  ),
  last: undefined,
})

const votesOf = (side: 'green' | 'grey', person: number, count = statements.length) =>
  new Map(statements.slice(0, count).map((_, at): [number, Choice] => [at + 1, choiceOf(side, person, at)]))

it('puts each voter into the group of those who think alike, and says how sure it is', () => {
  expect(map.groups).toHaveLength(2)
  for (const { person, side } of people)
    expect(ownPlaceOf(axes, votesOf(side, person))).toMatchObject({ letter: side === 'green' ? 0 : 1, sure: 9 })
})

it('stands near the mark of her group', () => {
  const own = ownPlaceOf(axes, votesOf('grey', 2))
  const near = map.groups[1]?.spots.map(({ x, y }) => Math.hypot(x - (own?.at.x ?? 0), y - (own?.at.y ?? 0))) ?? []
  expect(Math.min(...near)).toBeLessThan(300)
})

it('says no group before seven votes, and nothing before the first one', () => {
  expect(ownPlaceOf(axes, new Map())).toBeUndefined()
  // On a statement that is not on the map.
  expect(ownPlaceOf(axes, new Map([[77, 'agree']]))).toBeUndefined()
  expect(ownPlaceOf(axes, votesOf('green', 0, 6))).toMatchObject({ letter: null, sure: null, voted: 6 })
  expect(ownPlaceOf(axes, votesOf('green', 0, 7))).toMatchObject({ letter: 0 })
})

it('has no letter for a group that is not shown', () => {
  const hidden = { ...axes, groups: axes.groups.map((group) => ({ ...group, isShown: false })) }
  expect(ownPlaceOf(hidden, votesOf('green', 0))).toMatchObject({ letter: null, sure: null })
  expect(ownPlaceOf({ ...axes, groups: [], resampled: [] }, votesOf('green', 0))).toMatchObject({ letter: null })
})

it('is within the picture whatever she says', () => {
  const said = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom<Choice>('agree', 'disagree', 'pass')))
  fc.assert(
    fc.property(said, (votes) => {
      const own = ownPlaceOf(axes, new Map(votes))
      if (own)
        for (const [value, most] of [
          [own.at.x, 1000],
          [own.at.y, 700],
        ] as const) {
          expect(value).toBeGreaterThan(0)
          expect(value).toBeLessThan(most)
        }
    }),
  )
})
