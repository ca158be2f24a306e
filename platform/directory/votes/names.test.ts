import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNames, namedChoices, namesFrom, tallyOf, type NamedChoice, type NamedVote } from './names.ts'

const members = Array.from({ length: 5 }, () => newId('person'))
const choice = fc.constantFrom(...namedChoices)
const choices = fc.array(choice, { minLength: members.length, maxLength: members.length })

function namedBy(given: readonly NamedChoice[]): readonly NamedVote[] {
  return members.flatMap((person, at) => {
    const one = given[at]
    return one ? [{ person, choice: one }] : []
  })
}

function countsOf(given: readonly NamedChoice[]) {
  const tally = tallyOf(namedBy(given))
  return { votesFor: tally.for, votesAgainst: tally.against, abstentions: tally.abstains }
}

describe('votes by name', () => {
  it('are all that were counted, of everybody who sat there, or none', () => {
    fc.assert(
      fc.property(choices, choices, (given, others) => {
        const named = namedBy(given)
        expect(checkNames([], countsOf(others), members).ok).toBe(true)
        expect(checkNames(named, countsOf(given), members).ok).toBe(true)
        const isSame = JSON.stringify(countsOf(given)) === JSON.stringify(countsOf(others))
        expect(checkNames(named, countsOf(others), members).ok).toBe(isSame)
        expect(checkNames(named, countsOf(given), members.slice(1))).toEqual({ ok: false, refusal: 'not-a-member' })
        expect(checkNames(named.slice(1), countsOf(given), members)).toEqual({ ok: false, refusal: 'names-missing' })
      }),
    )
  })

  it('name nobody twice', () => {
    const named = namedBy(['for', 'for', 'for', 'for', 'for'])
    const twice = [...named, ...named.slice(0, 1)]
    const counted = { votesFor: 6, votesAgainst: 0, abstentions: 0 }
    expect(checkNames(twice, counted, members)).toEqual({ ok: false, refusal: 'names-do-not-count' })
  })

  it('begin from how most voted, and whoever was chosen for stays as she was', () => {
    fc.assert(
      fc.property(choice, fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4'), choice), (most, given) => {
        const exceptions = new Map(members.flatMap((person, at) => (given[at] ? [[person, given[at]] as const] : [])))
        const named = new Map(namesFrom({ members, most, exceptions }).map((one) => [one.person, one.choice]))
        expect(named.size).toBe(members.length)
        for (const person of members) expect(named.get(person)).toBe(exceptions.get(person) ?? most)
        expect(namesFrom({ members, most: undefined, exceptions })).toHaveLength(exceptions.size)
      }),
    )
  })
})
