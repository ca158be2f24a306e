import { choices } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { countVotes } from './count.ts'
import { recount } from './recount.ts'
import { consultationOf } from './store.ts'
import { closeVoting, openCase, residents, type Case } from './testing.ts'
import { castVote } from './vote-commands.ts'

/** A million in the long run: RECOUNT_VOTES=1000000. */
const mostVotes = Number(process.env.RECOUNT_VOTES ?? 20_000)

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const statements = ['Light the crossings at night', 'Close the street at eight', 'A bench at every stop']
const all = { votes: true, tallies: true, voters: true, levels: true, page: true, recorded: true }

async function counted(slug: string) {
  const again = await recount(database.read(town.place.id), slug)
  if (!again || again === 'still-open') throw new Error('it was closed')
  return { ...again, findings: Object.fromEntries(again.findings.map(({ what, is }) => [what, is])) }
}

async function close({ slug, chair }: Case): Promise<void> {
  await closeVoting(database, chair.jurisdiction, slug)
}

async function asOwner(text: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: home.url })
  await client.connect()
  await client.query(text, [...values])
  await client.end()
}

it('abuse 14: whatever was voted, changed and taken back, the recount is what was kept, shown and recorded', async () => {
  const people = await residents(database, town, 24)
  const cast = fc.record({
    person: fc.nat(23),
    number: fc.integer({ min: 1, max: 3 }),
    choice: fc.constantFrom(...choices),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cast, { maxLength: 50 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
      const at = await openCase(database, town, { statements })
      const last = new Map<string, string>()
      for (const casts of rounds) {
        for (const { person, number, choice } of casts) {
          await castVote(database, people[person] ?? at.chair, { slug: at.slug, number, choice })
          last.set(`${person} ${number}`, choice)
        }
        await countVotes(database, town.place.id)
      }
      expect(await recount(database.read(town.place.id), at.slug)).toBe('still-open')
      await close(at)
      expect(await counted(at.slug)).toMatchObject({ findings: all, counted: last.size, statements: 3 })
    }),
    { numRuns: 8 },
  )
})

it(
  `abuse 14: ${mostVotes} answers, one in four of them a change, are counted again to the same numbers`,
  { timeout: 600_000 },
  async () => {
    const at = await openCase(database, town, { statements })
    const consultation = await consultationOf(database.read(town.place.id), at.problem)
    const voters = Math.ceil(mostVotes / 4)
    await asOwner(
      `with p as (
       insert into opinion.participant (jurisdiction_id, id, consultation_id, source_number)
       select $1, gen_random_uuid(), $2, n from generate_series(1, $3::integer) n returning jurisdiction_id, id
     )
     insert into opinion.vote (jurisdiction_id, statement_id, participant_id, revision, id, choice, at)
     select p.jurisdiction_id, s.id, p.id, r, gen_random_uuid(), (array['agree', 'disagree', 'pass'])[1 + floor(random() * 3)::integer], now()
     from p cross join (select id, number from opinion.statement where consultation_id = $2) s
     cross join generate_series(1, 2) r where r = 1 or s.number = 1`,
      [town.place.id, consultation?.id, voters],
    )
    await close(at)
    expect(await counted(at.slug)).toMatchObject({ findings: all, voters, counted: 3 * voters, given: 4 * voters })
  },
)

it('abuse 14: a number painted over and a vote slipped in are found, each by its own checks', async () => {
  const at = await openCase(database, town, { statements })
  const people = await residents(database, town, 12)
  for (const actor of people) await castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' })
  await close(at)
  const consultation = await consultationOf(database.read(town.place.id), at.problem)
  const painted = `update opinion.tally set agree = agree + $2 where consultation_id = $1 and agree > 0`
  await asOwner(painted, [consultation?.id, 1])
  expect((await counted(at.slug)).findings).toEqual({ ...all, tallies: false, page: false })
  await asOwner(painted, [consultation?.id, -1])
  expect((await counted(at.slug)).findings).toEqual(all)
  await database.transact(town.place.id, null, (tx) =>
    sql`
      insert into opinion.vote (jurisdiction_id, statement_id, participant_id, revision, id, choice, at)
      select v.jurisdiction_id, v.statement_id, v.participant_id, v.revision + 1, gen_random_uuid(), 'disagree', v.at
      from opinion.vote v join opinion.statement s on s.id = v.statement_id
      where s.consultation_id = ${consultation?.id ?? ''} limit 1`.execute(tx),
  )
  expect((await counted(at.slug)).findings).toMatchObject({ votes: false, tallies: false, recorded: false })
})
