import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { declarations, problemBySlug, problemRoutes, type Problem } from '../../problem/index.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import { confirmSetUp, putSetUp } from '../composition/store.ts'
import { putCall } from '../store.ts'
import { appealRoutes } from './routes.tsx'
import { lookedForNow } from './slots.ts'
import { appealsOf } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let problem: Problem

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
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

function accountOf(who: Townsperson): Id<'account'> {
  const { account } = town.people[who]
  if (!account) throw new Error(who)
  return account
}

async function openCall(): Promise<void> {
  await database.transact(town.place.id, null, async (tx) => {
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
    await putCall(tx, problem.id, { by: accountOf('dora'), closesAt: tx.now.add({ hours: 240 }) })
  })
}

const go = async (at: Parameters<typeof answerAt>[1], as: Townsperson, { params, ...going }: Going = {}) =>
  answerAt(
    appealRoutes,
    at,
    visitIn(database, town.place, { params: { problem: problem.slug, ...params }, ...going, as: town.people[as] }),
  )

const said = { whom: 'Young people of the harbour', wanted: '4', through: 'The youth club', words: '' }
const write = (as: Townsperson, more: Readonly<Record<string, string>> = {}) =>
  go('arena.write-appeal', as, { typed: typed({ ...said, ...more }) })

describe('whom a group is still looking for', () => {
  it('is said by who leads or by a clerk, by nobody else, while the call is open', async () => {
    expect(await write('dora')).toMatchObject({ kind: 'page', status: 422 })
    await openCall()
    expect(await write('alice')).toMatchObject({ kind: 'refused', status: 403 })
    expect(await write('emil')).toMatchObject({ kind: 'refused', status: 403 })
    expect(await write('dora')).toMatchObject({ kind: 'redirect' })
    expect(await write('chen')).toMatchObject({ kind: 'redirect' })
    expect((await appealsOf(read(), problem.id)).map(({ number, wanted }) => [number, wanted])).toEqual([
      [2, 4],
      [1, 4],
    ])
  })

  // A bug once: the clerk was told to open the call first, which she cannot.
  it('waits for the call: who cannot open it reads who can, and each finds the way to it', async () => {
    const clerk = textOf(await go('arena.appeals', 'chen'))
    expect(clerk).toContain('Dora')
    expect(clerk).toContain('can open it: ask for that')
    const leader = textOf(await go('arena.appeals', 'dora'))
    expect(leader).toContain('Open the call first')
    for (const page of [clerk, leader]) expect(page).toContain(`/problems/${problem.slug}/people">`)
  })

  it('keeps what was typed when something is missing', async () => {
    await openCall()
    const again = await write('dora', { wanted: '' })
    expect(again).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(again)).toContain('Young people of the harbour')
  })

  it('is filled in from the report of who is missing', async () => {
    await openCall()
    const html = textOf(await go('arena.appeals', 'dora', { query: 'whom=Woman, Under 30&wanted=3' }))
    expect(html).toContain('value="Woman, Under 30"')
    expect(html).toContain('value="3"')
  })

  it('reads on one sheet: whom, until when, how to ask, also on paper', async () => {
    await openCall()
    await write('dora')
    const html = textOf(await go('arena.appeal', 'alice', { params: { number: 1 } }))
    expect(html).toContain('We are looking for: Young people of the harbour')
    expect(html).toContain(`https://folkmoot.example/en/${town.place.slug}/problems/${problem.slug}/people`)
    expect(html).toContain('The youth club')
    expect(html).not.toContain('Alice')
  })

  it('asks the organisations that were chosen, and no other, to pass it on', async () => {
    await openCall()
    const declare = {
      legalForm: 'association',
      speaksFor: 'Young people',
      paidBy: 'Fees',
      interests: 'members',
      interestWords: 'A place to be',
      resourceWords: '',
    }
    await answerAt(
      problemRoutes,
      'problem.declare',
      visitIn(database, town.place, { as: town.people.klub, typed: typed(declare) }),
    )
    const [klub] = await declarations(read())
    if (!klub) throw new Error('klub has declared')
    await write('dora')
    await write('dora', { organisation: klub.id })
    const { rows } = await database.queueSql(
      `select data -> 'only' as only, data -> 'values' ->> 'whom' as whom from pgboss.job
      where name = 'notices.tell' and data ->> 'message' = 'told.appeal' and data ->> 'jurisdiction' = $1`,
      [town.place.id],
    )
    expect(rows).toEqual([{ only: [accountOf('klub')], whom: said.whom }])
  })

  it('stands where one asks for a seat, until it has ended or was hidden', async () => {
    await openCall()
    await write('dora')
    await write('chen')
    const numbers = async () => (await lookedForNow({ read: read() }, problem.id, true)).map(({ number }) => number)
    expect(await numbers()).toEqual([2, 1])
    expect(await lookedForNow({ read: read() }, problem.id, false)).toEqual([])
    expect(await go('arena.end-appeal', 'alice', { params: { number: 1 } })).toMatchObject({ kind: 'refused' })
    expect(await go('arena.end-appeal', 'chen', { params: { number: 1 } })).toMatchObject({ kind: 'redirect' })
    expect(await go('arena.end-appeal', 'chen', { params: { number: 1 } })).toMatchObject({ kind: 'refused' })
    expect(await numbers()).toEqual([2])
    const [second] = await appealsOf(read(), problem.id)
    if (!second) throw new Error('the second')
    const hidden = await database.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, {
        about: { kind: 'appeal', id: second.id },
        rule: 'discrimination',
        reason: 'It points at people.',
      }),
    )
    expect(hidden).toMatchObject({ ok: true })
    expect(await numbers()).toEqual([])
    const html = textOf(await go('arena.appeal', 'alice', { params: { number: 2 } }))
    expect(html).toContain('This was hidden by the moderators')
    expect(html).not.toContain('Young people of the harbour')
  })

  it('stands in the record without its words', async () => {
    await openCall()
    await write('dora')
    const { rows } = await sql<{ public: unknown }>`
      select public from ledger.event where kind = 'arena.appeal-written' and problem_id = ${problem.id}`.execute(
      read(),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('harbour')
    expect(rows[0]?.public).toMatchObject({ number: 1, wanted: 4, organisations: 0 })
  })
})
