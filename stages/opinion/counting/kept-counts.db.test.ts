import { leastInCell } from '@folkmoot/tally/suppress.ts'
import { choices, tally, votersOf } from '@folkmoot/tally/tally.ts'
import { countedAfter, isDrawnAnew, type Counted } from '@folkmoot/tally/while-open.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hide } from '../../../platform/moderation/index.ts'
import { countVotes, hashOfVotes } from '../count.ts'
import { testTown } from '../map/testing-town.ts'
import * as store from '../store.ts'
import { consultationOf, statementsIn, tallies, votesIn } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { withoutNewest } from './counted.ts'
import { countingAnew, keepingCounts, type Counting } from './kept-counts.ts'
import { comingAround } from './store.ts'
import { countNow } from './testing.ts'

const here = testTown()
const statements = ['Light the crossings at night', 'Close the street at eight', 'A bench at every stop']

const cast = fc.record({ person: fc.nat(23), statement: fc.nat(2), choice: fc.constantFrom(...choices) })
const round = fc.record({
  // At once: votes of one instant among them.
  casts: fc.array(cast, { maxLength: 60 }),
  hides: fc.boolean(),
  fails: fc.boolean(),
})

async function consultationIn(at: Case) {
  const found = await consultationOf(here.read(), at.problem)
  if (!found) throw new Error('it was opened')
  return found
}

/** Whoever shows it fails: what was counted is not drawn. */
const failing =
  (counting: Counting): Counting =>
  (where, show) =>
    counting(where, async (counts) => {
      if (counts.size >= 0) throw new Error('it breaks')
      await show(counts)
    })

it('whoever keeps counts draws the same results as who counts all votes anew, and the close is counted from all', async () => {
  const people = await residents(here.database, here.town, 24)
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 6 }), async (rounds) => {
      const at = await openCase(here.database, here.town, { statements })
      const { id } = await consultationIn(at)
      const counting = keepingCounts()
      const drawn = new Map<string, Counted>()
      for (const { casts, hides, fails } of rounds) {
        await Promise.all(
          casts.map(({ person, statement, choice }) =>
            castVote(here.database, people[person] ?? at.chair, { slug: at.slug, number: statement + 1, choice }),
          ),
        )
        if (hides) await hideLast(at)
        if (fails)
          await countVotes(here.database, here.town.place.id, { counting: failing(counting) }).catch(() => undefined)
        await countVotes(here.database, here.town.place.id, { counting })
        for (const [statement, now] of await countNow(here.read(), id, { heldBack: leastInCell }))
          if (isDrawnAnew(drawn.get(statement), now)) drawn.set(statement, countedAfter(drawn.get(statement), now))
        expect(await store.drawn(here.read(), id)).toEqual(
          new Map([...drawn].map(([of, one]) => [of, { ...one, isOpen: true }])),
        )
      }
      await closeVoting(here.database, at.chair.jurisdiction, at.slug)
      const votes = await votesIn(here.read(), id)
      expect(await tallies(here.read(), id)).toEqual(tally(votes))
      expect((await consultationIn(at)).inputHash).toBe(hashOfVotes(votes))
    }),
    { numRuns: 15 },
  )
})

/** Twice is refused, which is as well. */
async function hideLast(at: Case): Promise<void> {
  const last = (await statementsIn(here.read(), (await consultationIn(at)).id)).at(-1)
  if (!last) throw new Error('there are three')
  await here.database.transact(here.town.place.id, here.town.people.gita, (tx) =>
    hide(tx, here.town.people.gita, {
      about: { kind: 'statement', id: last.id },
      rule: 'off-topic',
      reason: 'It is about another street.',
      problem: at.problem,
    }),
  )
}

it('shows nothing again while nobody votes, and asks only for what came since', async () => {
  const at = await openCase(here.database, here.town, { statements })
  const { id: consultation } = await consultationIn(at)
  const where = { database: here.database, jurisdiction: here.town.place.id, consultation }
  const people = await residents(here.database, here.town, 7)
  const shown: number[] = []
  const counting = keepingCounts()
  const poll = () =>
    counting(where, async (counts) => {
      shown.push([...counts.values()].reduce((sum, { all }) => sum + all.agree, 0))
    })
  await poll()
  await poll()
  for (const actor of people) {
    expect(await castVote(here.database, actor, { slug: at.slug, number: 1, choice: 'agree' })).toMatchObject({
      ok: true,
    })
    await poll()
    await poll()
  }
  expect(shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  const now = await here.database.now()
  expect(await comingAround(here.read(), consultation, now)).toEqual({ lately: 7, after: 0 })
  expect(await comingAround(here.read(), consultation, now.subtract({ hours: 1 }))).toEqual({ lately: 0, after: 7 })
  await countingAnew(where, async (counts) => {
    expect([...counts.values()].map(withoutNewest)).toEqual([{ agree: 2, disagree: 0, pass: 0 }])
  })
})

it.each([1, 30, 59, 3_600])(
  'abuse 09: the clock of the database steps back by %i s: every vote is counted at the next poll, and the deadline is that of the database',
  async (seconds) => {
    const { database, town } = here
    const at = await openCase(database, town, { statements })
    const found = await consultationIn(at)
    const people = await residents(database, town, 3)
    const start = (await database.now()).add({ hours: 2 })
    const counting = keepingCounts()
    let shown: number | undefined
    const poll = (clock: Temporal.Instant) =>
      counting(
        { database: database.at(clock), jurisdiction: town.place.id, consultation: found.id },
        async (counts) => {
          shown = [...counts.values()].reduce((sum, { all }) => sum + votersOf(all), 0)
        },
      )
    const vote = (person: number, clock: Temporal.Instant) =>
      castVote(database.at(clock), people[person] ?? at.chair, { slug: at.slug, number: 1, choice: 'agree' })
    await vote(0, start.subtract({ hours: 2 }))
    await poll(start)
    expect(shown).toBe(1)
    const back = start.subtract({ seconds })
    await vote(1, back)
    // A long step is seen while it lasts; after a short one the clock may have passed again.
    await poll(seconds > 60 ? back.add({ seconds: 5 }) : start.add({ seconds: 5 }))
    expect(shown).toBe(2)
    expect(await vote(2, found.closesAt)).toEqual({ ok: false, refusal: 'closed' })
    expect(await vote(2, found.closesAt.subtract({ hours: 1 }))).toMatchObject({ ok: true })
  },
)
