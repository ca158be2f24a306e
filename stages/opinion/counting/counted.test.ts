import { choices, emptyTally, votersOf } from '@folkmoot/tally/tally.ts'
import { leastInCell } from '@folkmoot/tally/suppress.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withNew, withoutNewest, type Counts, type NewAnswer } from './counted.ts'

const said = fc.record({ person: fc.nat(11), statement: fc.nat(2), choice: fc.constantFrom(...choices) })
/** What comes between two countings; several may come at one instant. */
const round = fc.array(fc.record({ at: fc.nat(2), said }), { maxLength: 15 })

type Said = { readonly participant: string; readonly choice: (typeof choices)[number]; readonly at: number }

it('counts what came since as whoever counts everything, and holds back the same people', () => {
  fc.assert(
    fc.property(fc.array(round, { maxLength: 8 }), (rounds) => {
      const last = new Map<string, Map<string, Said>>()
      let counts: Counts = new Map()
      for (const [number, casts] of rounds.entries()) {
        const before = new Map([...last].map(([statement, of]) => [statement, new Map(of)]))
        const came = new Map<string, NewAnswer>()
        for (const { at, said: one } of casts.toSorted((a, b) => a.at - b.at)) {
          const [statement, participant] = [`s${one.statement}`, `p${one.person}`]
          const answer = { participant, choice: one.choice, at: number * 10 + at }
          last.set(statement, (last.get(statement) ?? new Map()).set(participant, answer))
          came.set(`${statement} ${participant}`, {
            ...answer,
            statement,
            before: before.get(statement)?.get(participant)?.choice ?? null,
          })
        }
        counts = withNew(counts, [...came.values()])
        for (const [statement, answers] of last) {
          const counted = counts.get(statement) ?? { all: emptyTally, newest: [] }
          expect(votersOf(counted.all)).toBe(answers.size)
          expect(withoutNewest(counted)).toEqual(withoutLatest([...answers.values()]))
        }
      }
    }),
  )
})

function withoutLatest(answers: readonly Said[]) {
  const counted = answers.toSorted((a, b) => b.at - a.at || (a.participant < b.participant ? -1 : 1)).slice(leastInCell)
  const of = (choice: Said['choice']) => counted.filter((answer) => answer.choice === choice).length
  return { agree: of('agree'), disagree: of('disagree'), pass: of('pass') }
}
