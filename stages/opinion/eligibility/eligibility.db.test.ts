import { createHmac } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { tablesWith, testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { ensureAccount, introduce } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { countNow } from '../counting/testing.ts'
import * as store from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { leaveVotes } from './leaving.ts'
import { keyOf } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: Case

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})

beforeEach(async () => {
  at = await openCase(database, town, { statements: ['Light the crossings at night', 'Close the street at eight'] })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)
const vote = (who: Actor, number = 1) => castVote(database, who, { slug: at.slug, number, choice: 'agree' })
const consultation = async () => (await store.consultationOf(read(), at.problem))?.id ?? fail()
const fail = (): never => {
  throw new Error('no consultation')
}

async function rowsOf(table: 'opinion.eligibility' | 'opinion.eligibility_secret') {
  return read()
    .selectFrom(table)
    .selectAll()
    .where('consultation_id', '=', await consultation())
    .execute()
}

async function somebody(): Promise<Actor & { readonly account: Id<'account'> }> {
  const [anna] = await residents(database, town, 1)
  if (!anna?.account) throw new Error('one was asked for')
  return { ...anna, account: anna.account }
}

const addressOf = async (id: Id<'account'>) =>
  (await read().selectFrom('identity.account').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email

/** What erasing an account does to its votes and its address; then she comes again, from the same mailbox. */
async function leaveAndReturn(who: Actor & { readonly account: Id<'account'> }, spelling = (email: string) => email) {
  const email = await addressOf(who.account)
  return database.transact(town.place.id, null, async (tx): Promise<Actor & { readonly account: Id<'account'> }> => {
    await leaveVotes(tx, who.account)
    await sql`update identity.account set email = ${`${crypto.randomUUID()}@left.invalid`}, mailbox = null
      where id = ${who.account}`.execute(tx)
    const account = await ensureAccount(tx, spelling(email), 'en')
    const words = { name: 'Anna', language: 'en', tie: 'lives-here', tieWords: '', organisation: null, interest: '' }
    await introduce(tx, account, { ...words, tie: 'lives-here' })
    return { ...who, account }
  })
}

it('abuse 12: who deletes her account and comes back with the same mailbox cannot vote again, and her votes count', async () => {
  const anna = await somebody()
  expect(await vote(anna)).toMatchObject({ ok: true })
  const again = await leaveAndReturn(anna, (email) => email.replace('@', '+again@'))
  expect(again.account).not.toBe(anna.account)
  for (const number of [1, 2]) expect(await vote(again, number)).toEqual({ ok: false, refusal: 'voted-before' })
  expect([...(await countNow(read(), await consultation())).values()]).toEqual([{ agree: 1, disagree: 0, pass: 0 }])
})

it('abuse 12: nobody can say whose the votes of one who left were', async () => {
  const anna = await somebody()
  await vote(anna)
  await leaveAndReturn(anna)
  const left = await read()
    .selectFrom('opinion.participant')
    .selectAll()
    .where('consultation_id', '=', await consultation())
    .execute()
  expect(left).toMatchObject([{ account_id: null, has_left: true }])
  const tables = await tablesWith(home.url, anna.account)
  expect(tables.filter((table) => table.startsWith('opinion.') || table === 'ledger.event_secret')).toEqual([])
})

it('abuse 12: who voted before keys were kept is known again too', async () => {
  const anna = await somebody()
  await vote(anna)
  await owner(`set session_replication_role = replica; delete from opinion.eligibility`)
  expect(await vote(await leaveAndReturn(anna))).toEqual({ ok: false, refusal: 'voted-before' })
})

it('abuse 04: of two accounts known by the same thing one votes, when both vote at once', async () => {
  const [anna, other] = await residents(database, town, 2)
  if (!anna?.account || !other?.account) throw new Error('two were asked for')
  const address = (await addressOf(anna.account)).replace('@', '+second@')
  await database.transact(town.place.id, null, (tx) =>
    // As an account that is older than the rule of one mailbox: it has none of its own.
    sql`update identity.account set email = ${address}, mailbox = null where id = ${other.account}`.execute(tx),
  )
  const elsewhere = openDatabase({ url: home.url })
  try {
    const cast = await Promise.all([
      vote(anna),
      castVote(elsewhere, other, { slug: at.slug, number: 1, choice: 'disagree' }),
      vote(anna, 2),
      castVote(elsewhere, other, { slug: at.slug, number: 2, choice: 'disagree' }),
    ])
    expect(cast.filter(({ ok }) => ok)).toHaveLength(2)
    expect(cast.filter((answer) => !answer.ok && answer.refusal === 'voted-before')).toHaveLength(2)
    expect(await store.voterCount(read(), await consultation())).toBe(1)
  } finally {
    await elsewhere.close()
  }
})

it('two accounts of one person in one round of votes are one voice', async () => {
  const [first, anna, other] = await residents(database, town, 3)
  if (!first || !anna?.account || !other?.account) throw new Error('three were asked for')
  const address = (await addressOf(anna.account)).replace('@', '+second@')
  await database.transact(town.place.id, null, (tx) =>
    sql`update identity.account set email = ${address}, mailbox = null where id = ${other.account}`.execute(tx),
  )
  const cast = await Promise.all([vote(first), vote(anna), vote(other), vote(other, 2), vote(anna, 2)])
  expect(cast.map(({ ok }) => ok)).toEqual([true, true, false, false, true])
})

it('abuse 12: at the close the secret and every key are gone in the same transaction, and not before', async () => {
  await Promise.all((await residents(database, town, 6)).map((who) => vote(who)))
  expect(await rowsOf('opinion.eligibility')).toHaveLength(6)
  expect(await rowsOf('opinion.eligibility_secret')).toHaveLength(1)
  for (const table of [sql`opinion.eligibility`, sql`opinion.eligibility_secret`])
    await expect(database.transact(town.place.id, null, (tx) => sql`delete from ${table}`.execute(tx))).rejects.toThrow(
      'who has voted stays known',
    )
  await closeVoting(database, at.chair.jurisdiction, at.slug)
  expect(await rowsOf('opinion.eligibility')).toEqual([])
  expect(await rowsOf('opinion.eligibility_secret')).toEqual([])
})

it('a key is HMAC-SHA-256 of the mailbox under the secret of the consultation, and no column beside it leads anywhere', async () => {
  const anna = await somebody()
  await vote(anna)
  const [{ secret } = { secret: Buffer.alloc(0) }] = await rowsOf('opinion.eligibility_secret')
  const basis = `mailbox ${await addressOf(anna.account)}` as const
  expect(keyOf(secret, basis)).toEqual(createHmac('sha256', secret).update(basis).digest())
  expect(await rowsOf('opinion.eligibility')).toEqual([
    { jurisdiction_id: town.place.id, consultation_id: await consultation(), key: keyOf(secret, basis) },
  ])
  expect(keyOf(Buffer.alloc(32), basis)).not.toEqual(keyOf(secret, basis))
})

it('one account is one participant, by the database', async () => {
  const anna = await somebody()
  await vote(anna)
  await expect(
    owner(
      `insert into opinion.participant (jurisdiction_id, id, consultation_id, account_id)
       values ('${town.place.id}', gen_random_uuid(), '${await consultation()}', '${anna.account}')`,
    ),
  ).rejects.toThrow(/participant_jurisdiction_id_consultation_id_account_id_key/)
})

it('a participant is handed to nobody else, by the database', async () => {
  const [anna, other] = await residents(database, town, 2)
  if (!anna || !other) throw new Error('two were asked for')
  await vote(anna)
  for (const to of [sql`account_id = ${other.account}`, sql`has_left = true`, sql`account_id = null`])
    await expect(
      database.transact(town.place.id, null, (tx) => sql`update opinion.participant set ${to}`.execute(tx)),
    ).rejects.toThrow('votes are nobody else')
})

/** As the owner of the database, whom no right of the application holds back. */
async function owner(text: string): Promise<void> {
  const client = new Client({ connectionString: home.url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
