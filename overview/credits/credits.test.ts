import { newId, type Id } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditKinds, creditsByName, kindOfVote, type Credit } from './credits.ts'

const start = Temporal.Instant.from('2026-01-01T12:00:00Z')
const people = ['Åse Lind', 'Bo Dahl', 'Ægir Holm', 'Ane Vang'].map((name) => ({ id: newId('person'), name }))
const names = new Map(people.map((one) => [one.id, one]))
const act = (person: Id<'person'>, hours: number | null, kind: Credit['kind'] = 'moved'): Credit => ({
  person,
  kind,
  text: 'Did something',
  href: '#',
  at: hours === null ? null : start.add({ hours }),
})

test('people stand by name, as the language of the page orders names', () => {
  const acts = people.map(({ id }) => act(id, 1))
  expect(creditsByName(acts, names, 'da').map(({ name }) => name)).toEqual([
    'Ane Vang',
    'Bo Dahl',
    'Ægir Holm',
    'Åse Lind',
  ])
})

test('the order of people depends on nothing they did: not on how much, how early, or which kind', () => {
  const acts = fc.array(
    fc.record({
      who: fc.nat(people.length - 1),
      hours: fc.option(fc.integer({ min: 0, max: 9000 })),
      kind: fc.constantFrom(...creditKinds),
    }),
  )
  fc.assert(
    fc.property(acts, (list) => {
      const all = list.map(({ who, hours, kind }) => act(people[who]?.id ?? newId('person'), hours, kind))
      const shown = creditsByName(all, names, 'en')
      const compare = new Intl.Collator('en').compare
      expect(shown.map(({ name }) => name)).toEqual(shown.map(({ name }) => name).toSorted(compare))
      expect(shown.flatMap(({ acts: own }) => own)).toHaveLength(all.length)
      for (const { acts: own } of shown) {
        const times = own.flatMap(({ at }) => at?.epochMilliseconds ?? [])
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      }
    }),
  )
})

test('whom the directory no longer knows is not named', () => {
  expect(creditsByName([act(newId('person'), 1)], names, 'en')).toEqual([])
})

test('who abstained is not said to stand behind it', () => {
  expect((['for', 'against', 'abstains'] as const).map(kindOfVote)).toEqual(['sponsored', 'opposed', 'stood'])
})
