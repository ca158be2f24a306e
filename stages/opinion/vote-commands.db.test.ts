import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { downstream } from '../../platform/thread/index.ts'
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
async function consultationOf(of: Case): Promise<store.Consultation> {
  return (await store.consultationOf(read(), of.problem)) ?? fail()
}
const inCase = async (): Promise<Id<'consultation'>> => (await consultationOf(at)).id
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

describe('a vote', () => {
  it('abuse 01: counts one vote of a hundred identical parallel requests, without an error', async () => {
    const cast = await Promise.all(
      Array.from({ length: 100 }, () =>
        castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' }),
      ),
    )
    expect(cast.every((result) => result.ok)).toBe(true)
    expect(cast.filter((result) => result.ok && result.value.isNew)).toHaveLength(1)
    const { id } = await consultationOf(at)
    expect(await store.votesIn(read(), id)).toHaveLength(1)
    const told = await entries(read(), { problem: at.problem, limit: 200 })
    expect(told.filter((entry) => entry.kind === 'opinion.vote-cast')).toHaveLength(1)
  })

  it('abuse 02: keeps the highest revision of a hundred different parallel answers', async () => {
    const cast = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: choices[i % 3] ?? 'pass' }),
      ),
    )
    expect(cast.every((result) => result.ok)).toBe(true)
    const { id } = await consultationOf(at)
    const votes = [...(await store.votesIn(read(), id))].sort((a, b) => a.revision - b.revision)
    expect(votes.map((vote) => vote.revision)).toEqual(votes.map((_, i) => i + 1))
    expect([...(await store.votesOf(read(), id, town.people.bashir.account as Id<'account'>)).values()]).toEqual([
      votes.at(-1)?.choice,
    ])
    expect([...(await countNow(read(), id)).values()][0]).toMatchObject({ [votes.at(-1)?.choice ?? '']: 1 })
  })

  it('gives one participant for first votes on many statements at once', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `Statement of mine, number ${i}`)
    const many = await openCase(database, town, { statements: texts })
    await Promise.all(
      texts.map((_, i) => castVote(database, town.people.freja, { slug: many.slug, number: i + 1, choice: 'pass' })),
    )
    const { id } = await consultationOf(many)
    expect(await store.voterCount(read(), id)).toBe(1)
    expect(await store.votesIn(read(), id)).toHaveLength(12)
  })

  it('tells the public ledger nothing but that a vote was cast, at a coarse time', async () => {
    await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'disagree' })
    const entry = (await entries(read(), { problem: at.problem })).find((one) => one.kind === 'opinion.vote-cast')
    expect(entry?.public).toEqual({})
    const [minute = 1, rest] = [entry?.at.toZonedDateTimeISO('UTC').minute, entry?.at.epochMilliseconds]
    expect(minute % 15).toBe(0)
    expect((rest ?? 1) % 60_000).toBe(0)
  })

  it('enters the trace once, however often it is changed', async () => {
    for (const choice of choices) await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice })
    const [statement] = await store.statementsIn(read(), (await consultationOf(at)).id)
    const links = await read()
      .selectFrom('thread.link')
      .select('from_kind')
      .where('to_id', '=', statement?.id ?? '')
      .execute()
    expect(links.filter((link) => link.from_kind === 'vote')).toHaveLength(1)
    expect(await downstream(read(), { kind: 'statement', id: statement?.id as Id })).toEqual([])
  })

  it('is refused by name: closed, not open, not invited, no such statement', async () => {
    const by = (actor: Actor, number = 1, slug = at.slug) =>
      castVote(database, actor, { slug, number, choice: 'agree' })
    expect(await by(town.people.klub)).toEqual({ ok: false, refusal: 'not-invited' })
    expect(await by(town.people.chen)).toEqual({ ok: false, refusal: 'not-invited' })
    expect(await by(town.people.bashir, 99)).toEqual({ ok: false, refusal: 'unknown-statement' })
    expect(await by(town.people.bashir, 1, 'nowhere')).toEqual({ ok: false, refusal: 'not-open' })
    const late = database.at((await consultationOf(at)).closesAt)
    expect(await castVote(late, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' })).toEqual({
      ok: false,
      refusal: 'closed',
    })
    const elsewhere = await foundTown(database)
    expect(await by(elsewhere.people.alice)).toEqual({ ok: false, refusal: 'not-open' })
    expect(await store.voterCount(read(), (await consultationOf(at)).id)).toBe(0)
  })
})

it('abuse 05: is taken a millisecond before the close, and refused at the close and after it, by the clock of the database', async () => {
  const { closesAt } = await consultationOf(at)
  const said = []
  for (const milliseconds of [-1, 0, 1]) {
    const clock = database.at(closesAt.add({ milliseconds }))
    said.push(await castVote(clock, voters[milliseconds + 1] ?? fail(), { slug: at.slug, number: 1, choice: 'agree' }))
  }
  const late = { ok: false, refusal: 'closed' }
  expect(said).toEqual([{ ok: true, value: { revision: 1, isNew: true } }, late, late])
  expect(await store.voterCount(read(), await inCase())).toBe(1)
})

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

it('keeps votes as they were cast: the application may neither change nor delete them', async () => {
  await castVote(database, town.people.bashir, { slug: at.slug, number: 1, choice: 'agree' })
  for (const statement of [sql`update opinion.vote set choice = 'pass'`, sql`delete from opinion.vote`]) {
    await expect(database.transact(town.place.id, null, (tx) => statement.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
  }
})
