import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { openCase, residents, type Case } from './testing.ts'
import { votersIn } from './audience.ts'
import { countNow } from './counting/testing.ts'
import * as store from './store.ts'
import { castVote } from './vote-commands.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: Case
let voters: readonly Actor[]

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  voters = await residents(database, town, 40)
})

beforeEach(async () => {
  at = await openCase(database, town, { statements: ['Light the crossings at night', 'Close the street at eight'] })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)
const inCase = async (): Promise<Id<'consultation'>> => (await store.consultationOf(read(), at.problem))?.id ?? fail()
const fail = (): never => {
  throw new Error('no consultation')
}

/** How many transactions wrote the votes of this case, and how many of those votes the trace knows. */
async function written(): Promise<{ readonly transactions: number; readonly links: number }> {
  const { rows } = await sql<{ transactions: number; links: number }>`
    select count(distinct v.xmin::text) as transactions, count(l.from_id) as links
    from opinion.vote v
    join opinion.statement s on s.id = v.statement_id and s.consultation_id = ${await inCase()}
    left join thread.link l on l.from_id = v.id and l.to_id = s.id`.execute(read())
  return rows[0] ?? fail()
}

describe('votes that come at once', () => {
  it('share transactions, and each is counted, recorded and traced as its own', async () => {
    const cast = await Promise.all(
      voters.map((voter, i) =>
        castVote(database, voter, { slug: at.slug, number: 1, choice: i % 2 === 0 ? 'agree' : 'disagree' }),
      ),
    )
    expect(cast.every((answer) => answer.ok && answer.value.isNew)).toBe(true)
    expect(await written()).toEqual({ transactions: 1, links: 40 })
    expect([...(await countNow(read(), await inCase())).values()]).toEqual([{ agree: 20, disagree: 20, pass: 0 }])
    const told = await entries(read(), { problem: at.problem, limit: 200 })
    expect(told.filter(({ kind }) => kind === 'opinion.vote-cast')).toHaveLength(40)
    // Who voted is nobody's to read; what concerns all who took part is told to them too.
    expect(await votersIn(read(), at.problem)).toEqual(expect.arrayContaining(voters.map(({ account }) => account)))
  })

  it('may be two answers of one person: she has one name, and the later answer is the later revision', async () => {
    const [first, anna] = await residents(database, town, 2)
    if (!first || !anna) throw new Error('two were asked for')
    const cast = await Promise.all([
      castVote(database, first, { slug: at.slug, number: 1, choice: 'pass' }),
      castVote(database, anna, { slug: at.slug, number: 1, choice: 'agree' }),
      castVote(database, anna, { slug: at.slug, number: 2, choice: 'agree' }),
      castVote(database, anna, { slug: at.slug, number: 1, choice: 'disagree' }),
      castVote(database, anna, { slug: at.slug, number: 1, choice: 'disagree' }),
    ])
    expect(cast.map((answer) => answer.ok && answer.value)).toEqual([
      { revision: 1, isNew: true },
      { revision: 1, isNew: true },
      { revision: 1, isNew: true },
      { revision: 2, isNew: true },
      { revision: 2, isNew: false },
    ])
    const mine = await store.votesOf(read(), await inCase(), anna.account as Id<'account'>)
    expect([...mine.values()].sort()).toEqual(['agree', 'disagree'])
  })

  it('are refused one by one: an organisation among residents harms nobody and leaves no trace', async () => {
    const [first, anna, bo] = await residents(database, town, 3)
    if (!first || !anna || !bo) throw new Error('three were asked for')
    const firm: Actor = { ...bo, roles: [{ name: 'organisation', scope: town.place.id }] }
    const cast = await Promise.all([
      castVote(database, first, { slug: at.slug, number: 2, choice: 'pass' }),
      castVote(database, firm, { slug: at.slug, number: 2, choice: 'agree' }),
      castVote(database, anna, { slug: at.slug, number: 99, choice: 'agree' }),
      castVote(database, anna, { slug: 'no-such-case', number: 1, choice: 'agree' }),
      castVote(database, anna, { slug: at.slug, number: 2, choice: 'agree' }),
    ])
    expect(cast.map((answer) => (answer.ok ? 'counted' : answer.refusal))).toEqual([
      'counted',
      'not-invited',
      'unknown-statement',
      'not-open',
      'counted',
    ])
    expect(await store.voterCount(read(), await inCase())).toBe(2)
  })

  it('do not fail with a neighbour whose number no database can hold', async () => {
    const [first, anna, bo] = await residents(database, town, 3)
    if (!first || !anna || !bo) throw new Error('three were asked for')
    const cast = await Promise.allSettled([
      castVote(database, first, { slug: at.slug, number: 2, choice: 'pass' }),
      castVote(database, anna, { slug: at.slug, number: 2 ** 31, choice: 'agree' }),
      castVote(database, bo, { slug: at.slug, number: 2, choice: 'agree' }),
    ])
    expect(cast.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('cannot be cast inside another transaction by mistake', async () => {
    const [anna] = voters
    if (!anna) throw new Error('nobody')
    const nested = database.transact(town.place.id, null, () =>
      castVote(database, anna, { slug: at.slug, number: 2, choice: 'pass' }),
    )
    await expect(nested).rejects.toThrow('a transaction inside a transaction')
  })

  it('never wait for each other in a circle: two applications, the same people, opposite order', async () => {
    const other = openDatabase({ url: home.url })
    try {
      const round = (where: Database, people: readonly Actor[], number: number) =>
        people.map((person) => castVote(where, person, { slug: at.slug, number, choice: 'pass' }))
      for (let times = 0; times < 10; times += 1) {
        const number = (times % 2) + 1
        const cast = await Promise.all([
          ...round(database, voters, number),
          ...round(other, voters.toReversed(), 3 - number),
        ])
        expect(cast.every(({ ok }) => ok)).toBe(true)
      }
    } finally {
      await other.close()
    }
  })
})
