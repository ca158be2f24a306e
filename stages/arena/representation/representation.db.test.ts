import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { statementsDuring, testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../../../platform/http/testing.ts'
import { ensureAccount } from '../../../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { problemBySlug, problemRoutes, type Problem } from '../../problem/index.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import { confirmSetUp, putSetUp } from '../composition/store.ts'
import { setFeature } from '../features/commands.ts'
import { featuresOf, type Feature } from '../features/store.ts'
import { putToldFeatures } from '../features/told-store.ts'
import { putPopulation } from '../population/store.ts'
import { answerMany, putApplication } from '../application-store.ts'
import { applicationsOf, putCall, putConfirmation } from '../store.ts'
import { seatAtOnce } from '../testing.ts'
import { countCrowds, type Crowds } from './counting.ts'
import { representationRoutes } from './routes.tsx'
import { crowdPart } from './slots.tsx'
import { crowdCountOf, putPopulationChosen } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let problem: Problem
let age: Feature
let table: Id<'population'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

beforeEach(async () => {
  town = await foundTown(database)
  await giveRule(database, town)
  const { slug } = await raised(database, town.people.alice, { howOften: 'Daily', place: 'The yard' })
  const sponsoring = { as: town.people.dora, params: { problem: slug }, typed: typed({ words: 'I take it up.' }) }
  await answerAt(problemRoutes, 'problem.sponsor', visitIn(database, town.place, sponsoring))
  const found = await problemBySlug(read(), slug)
  if (!found) throw new Error('the case')
  problem = found
  const values = ['Young', 'Old'].map((name) => ({ id: null, name, code: null, isOffered: true }))
  await setFeature(database, town.people.chen, { id: null, name: 'Age', kind: 'other', isOffered: true, values })
  const [made] = await featuresOf(read())
  if (!made) throw new Error('age')
  age = made
  table = await database.transact(town.place.id, null, (tx) =>
    putPopulation(tx, {
      name: 'Town 2026',
      source: 'Office',
      asOf: '2026',
      fileName: 'town.csv',
      sha256: 'a'.repeat(64),
      importedBy: accountOf('chen'),
      features: [age.id],
      cells: [
        { values: [valueOf('Young')], people: 300 },
        { values: [valueOf('Old')], people: 700 },
      ],
    }),
  )
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

function valueOf(name: string): Id<'feature-value'> {
  const value = age.values.find((one) => one.name === name)
  if (!value) throw new Error(name)
  return value.id
}

function accountOf(who: Townsperson): Id<'account'> {
  const { account } = town.people[who]
  if (!account) throw new Error(who)
  return account
}

const go = async (at: Parameters<typeof answerAt>[1], as: Townsperson, going: Going = {}) =>
  answerAt(
    representationRoutes,
    at,
    visitIn(database, town.place, { params: { problem: problem.slug }, ...going, as: town.people[as] }),
  )

const choose = (as: Townsperson, population: string = table) =>
  go('arena.choose-population', as, { typed: typed({ population }) })

/** So many people of the town, who tell how old they are. */
async function people(count: number, told: string, prefix: string = told): Promise<readonly Id<'account'>[]> {
  return database.transact(town.place.id, null, async (tx) => {
    const accounts: Id<'account'>[] = []
    for (let i = 0; i < count; i += 1) {
      const account = await ensureAccount(tx, `${prefix.toLowerCase()}-${i}@example.org`, 'en')
      await putToldFeatures(tx, account, new Map([[age.id, valueOf(told)]]))
      accounts.push(account)
    }
    return accounts
  })
}

const crowdsOf = (voters: readonly Id<'account'>[]): Crowds => ({
  voters: async () => voters,
  contributors: async () => [],
})

const count = (voters: readonly Id<'account'>[]) => countCrowds(database, town.place.id, crowdsOf(voters))

const shownTo = async (as: Townsperson) =>
  String(await crowdPart(visitIn(database, town.place, { as: town.people[as] }), problem, 'voters'))

describe('the table a case is compared with', () => {
  it('is chosen by who leads or by the clerk, by nobody else, and recorded', async () => {
    expect(await choose('alice')).toMatchObject({ kind: 'refused', status: 403 })
    expect(await choose('emil')).toMatchObject({ kind: 'refused', status: 403 })
    expect(await choose('dora')).toMatchObject({ kind: 'redirect' })
    expect(await choose('chen')).toMatchObject({ kind: 'redirect' })
    const { rows } = await sql<{ public: unknown }>`
      select public from ledger.event where kind = 'arena.population-chosen' and problem_id = ${problem.id}`.execute(
      read(),
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]?.public).toMatchObject({ table: 'Town 2026', sha256: 'a'.repeat(64) })
  })

  it('is one there is', async () => {
    expect(await choose('dora', 'none')).toMatchObject({ kind: 'page', status: 422 })
    expect(await choose('dora', town.place.id)).toMatchObject({ kind: 'refused' })
  })
})

describe('those who asked for a seat', () => {
  it('are compared for who leads and for the clerk, as last counted, and never of one or two; nobody else sees it', async () => {
    await choose('dora')
    const applicants = [...(await people(6, 'Young')), ...(await people(8, 'Old'))]
    await database.transact(town.place.id, null, async (tx) => {
      const closesAt = tx.now.add({ hours: 240 })
      const setUp = {
        politicians: 1,
        citizens: 3,
        minGenderShare: 0.4,
        isOnePerHousehold: false,
        answerDays: 5,
        forgetOn: Temporal.PlainDate.from('2027-06-01'),
        profiles: [],
        confirmedAt: null,
      }
      await putSetUp(tx, problem.id, { by: accountOf('dora'), setUp })
      await confirmSetUp(tx, problem.id, accountOf('dora'))
      await putCall(tx, problem.id, { by: accountOf('dora'), closesAt })
      for (const [i, account] of applicants.entries()) {
        const profile = '018f0000-0000-7000-8000-000000000000' as Id<'profile'>
        const words = { motivation: 'I live here', tie: 'lives here', gender: null }
        await putApplication(tx, problem.id, { number: i + 1, account, profile, ...words })
      }
    })
    // Not before the worker has counted: a page that counts at once tells what the last one told.
    expect(textOf(await go('arena.representation', 'dora'))).not.toContain('Young: ')
    await count([])
    for (const who of ['dora', 'chen'] as const) {
      const html = textOf(await go('arena.representation', who))
      expect(html).toContain('Young: 6 of 14. If they were like the place: 4.')
      expect(html).toContain('Whom the next ten invitations should go to')
    }
    for (const who of ['alice', 'emil', 'ole'] as const) {
      const html = textOf(await go('arena.representation', who))
      expect(html).not.toContain('of 14.')
      expect(html).not.toContain('asked for a seat')
    }
    // Once the group has begun nobody is invited into it.
    await database.transact(town.place.id, null, async (tx) => {
      const { person } = town.people.dora
      await seatAtOnce(tx, problem.id, {
        account: accountOf('dora'),
        person,
        kind: 'politician',
        profile: null,
        isChair: true,
      })
      const asked = (await applicationsOf(tx, problem.id)).map(({ id }) => id)
      await answerMany(tx, asked, { answer: 'Others fit', by: accountOf('dora') })
      await putConfirmation(tx, problem.id, { by: accountOf('dora'), exception: 'One is enough for a test' })
    })
    const begun = textOf(await go('arena.representation', 'dora'))
    expect(begun).toContain('Young: 6 of 14.')
    expect(begun).not.toContain('the next ten invitations')
  })
})

describe('who votes, as everybody sees it', () => {
  it('is nothing where no table was chosen', async () => {
    await count(await people(20, 'Old'))
    expect(await crowdCountOf(read(), problem.id, 'voters')).toBeUndefined()
    expect(await crowdPart(visitIn(database, town.place, {}), problem, 'voters')).toBeNull()
  })

  it('is counted anew for five more who told, not for four: nobody sees who came', async () => {
    await choose('dora')
    const crowd = [...(await people(6, 'Young')), ...(await people(14, 'Old'))]
    await count(crowd)
    expect(await shownTo('alice')).toContain('Young: 6 of 20. If they were like the place: 6.')
    const four = [...crowd, ...(await people(4, 'Young', 'more'))]
    await count(four)
    expect(await shownTo('alice')).toContain('Young: 6 of 20.')
    await count([...four, ...(await people(1, 'Young', 'fifth'))])
    expect(await shownTo('alice')).toContain('Young: 11 of 25.')
  })

  it('says nothing of four of a kind, nor of nine in all', async () => {
    await choose('dora')
    await count([...(await people(4, 'Young')), ...(await people(16, 'Old'))])
    const few = await shownTo('alice')
    expect(few).not.toContain('of 20')
    expect(few).toContain('more would say it of single people')
  })
})

describe('what a look at all crowds of a place costs', () => {
  /** So many cases that are compared, in which nothing happened for two days. */
  async function quietCases(count: number): Promise<readonly Problem[]> {
    const then = database.at(Temporal.Now.instant().subtract({ hours: 48 }))
    const cases: Problem[] = []
    for (let made = 0; made < count; made += 1) {
      const one = await raised(then, town.people.alice)
      await then.transact(town.place.id, null, (tx) =>
        putPopulationChosen(tx, one.id, { population: table, by: accountOf('dora') }),
      )
      cases.push(one)
    }
    return cases
  }
  const looked = async () => {
    const asked: Id<'problem'>[] = []
    const voters = async (_: unknown, of: Id<'problem'>) => {
      asked.push(of)
      return []
    }
    const statements = await statementsDuring(() =>
      countCrowds(database, town.place.id, { voters, contributors: async () => [] }),
    )
    return { asked, statements }
  }

  it('follows what happened, not how many cases there are', async () => {
    const few = await quietCases(2)
    expect((await looked()).asked.toSorted()).toEqual(few.map(({ id }) => id).toSorted())
    const nothing = await looked()
    expect(nothing.asked).toEqual([])
    await quietCases(8)
    expect(await looked()).toEqual(nothing)

    await choose('dora')
    expect((await looked()).asked).toEqual([problem.id])
  })

  it('is paid for all once a day, so that what stands in no record is counted too', async () => {
    const all = (await quietCases(3)).map(({ id }) => id).toSorted()
    await looked()
    expect((await looked()).asked).toEqual([])
    const nextDay = database.at(Temporal.Now.instant().add({ hours: 25 }))
    const asked: Id<'problem'>[] = []
    await countCrowds(nextDay, town.place.id, {
      voters: async (_, of) => {
        asked.push(of)
        return []
      },
      contributors: async () => [],
    })
    expect(asked.toSorted()).toEqual(all)
  })
})
