import type { Choice } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consultationOf } from '../store.ts'
import { openCase, residents } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { drawMap } from './drawing.ts'
import { inputOf } from './jobs.ts'
import { keepingVotes, readVotes } from './kept-votes.ts'
import { statements } from './testing.ts'
import { testTown } from './testing-town.ts'

const here = testTown()

const choice = fc.constantFrom<Choice>('agree', 'disagree', 'pass')
const cast = fc.record({ person: fc.nat(19), statement: fc.nat(statements.length - 1), choice })
const round = fc.record({
  // At once: votes of one instant among them.
  casts: fc.array(cast, { maxLength: 60 }),
  shown: fc.subarray(
    statements.map((_, at) => at + 1),
    { minLength: 1 },
  ),
  isLast: fc.boolean(),
})

it('whoever keeps votes and adds those that came since draws the same map as who reads them all', async () => {
  const people = await residents(here.database, here.town, 20)
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
      const at = await openCase(here.database, here.town, { statements })
      const read = here.database.read(here.town.place.id)
      const consultation = (await consultationOf(read, at.problem))?.id
      if (!consultation) throw new Error('it was opened')
      const readUntil = keepingVotes()
      for (const { casts, shown, isLast } of rounds) {
        await Promise.all(
          casts.map(({ person, statement, choice: said }) =>
            castVote(here.database, people[person] ?? at.chair, { slug: at.slug, number: statement + 1, choice: said }),
          ),
        )
        const asked = {
          version: 1,
          isFinal: isLast,
          until: isLast ? null : await here.database.now(),
          shown,
          last: undefined,
        }
        const kept = await inputOf(read, consultation, { ...asked, readUntil })
        const all = await inputOf(read, consultation, asked)
        expect(kept.voters.names.toSorted()).toEqual(all.voters.names.toSorted())
        expect(drawMap(kept)).toEqual(drawMap(all))
      }
    }),
    { numRuns: 10 },
  )
}, 60_000)

it('asks only for what came since, and for everything where no instant is named', async () => {
  const at = await openCase(here.database, here.town, { statements })
  const [one, two] = await residents(here.database, here.town, 2)
  const read = here.database.read(here.town.place.id)
  const consultation = (await consultationOf(read, at.problem))?.id
  if (!one || !two || !consultation) throw new Error('they are there')
  const readUntil = keepingVotes()
  await castVote(here.database, one, { slug: at.slug, number: 1, choice: 'agree' })
  const first = await readUntil(read, consultation, await here.database.now())
  await castVote(here.database, two, { slug: at.slug, number: 1, choice: 'pass' })
  const second = await readUntil(read, consultation, await here.database.now())
  expect(second).toBe(first) // the same, and longer
  expect(second.list.size).toBe(2)
  const last = await readUntil(read, consultation, null)
  expect(last).not.toBe(first)
  expect(last.list.size).toBe(2)
  expect(await readVotes(read, consultation, null)).toEqual(last)
})
