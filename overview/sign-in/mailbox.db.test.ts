import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../platform/http/testing.ts'
import { askCode, ensureAccount } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { enter } from './commands.ts'
import { signInRoutes } from './routes.tsx'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 8 })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

async function asked(email: string) {
  const one = await database.transact(town.place.id, null, (tx) => askCode(tx, { email, client: null }))
  if (one.kind !== 'asked' || one.code === null) throw new Error('no code')
  return { browser: createHash('sha256').update(one.token).digest(), code: one.code }
}

async function signIn(email: string): Promise<string> {
  const { browser, code } = await asked(email)
  return (await enter(visitIn(database, town.place), browser, code)).kind
}

async function accountsLike(part: string): Promise<readonly { email: string; assurance: string }[]> {
  const { rows } = await sql<{ email: string; assurance: string }>`
    select email, assurance from identity.account where email like ${`%${part}%`} order by email`.execute(
    database.read(town.place.id),
  )
  return rows
}

it('abuse 18: one mailbox gets one account, however its address is written, also at once', async () => {
  const spellings = ['zoe.q@gmail.com', 'zoeq@gmail.com', 'zo.eq+1@gmail.com', 'zoeq+2@googlemail.com']
  const kinds = await Promise.all(spellings.map(signIn))
  expect(kinds.toSorted()).toEqual(['mailbox-known', 'mailbox-known', 'mailbox-known', 'right'])
  const [first, ...more] = [
    ...(await accountsLike('zo.eq')),
    ...(await accountsLike('zoeq')),
    ...(await accountsLike('zoe.q')),
  ]
  expect(more).toEqual([])
  expect(await signIn(first?.email ?? '')).toBe('right')
})

it('abuse 18: the database refuses a second spelling too', async () => {
  await signIn('yrsa@example.org')
  const second = database.transact(town.place.id, null, (tx) =>
    sql`
      insert into identity.account (jurisdiction_id, id, email, mailbox)
      values (${tx.jurisdiction}, gen_random_uuid(), 'yrsa+2@example.org', 'yrsa@example.org')`.execute(tx),
  )
  await expect(second).rejects.toThrow(/account_of_mailbox/)
})

it('abuse 18: accounts of before that share a mailbox go on as they were', async () => {
  await database.transact(town.place.id, null, (tx) =>
    sql`
      insert into identity.account (jurisdiction_id, id, email, mailbox)
      values (${tx.jurisdiction}, gen_random_uuid(), 'xena@example.org', 'xena@example.org'),
        (${tx.jurisdiction}, gen_random_uuid(), 'xena+old@example.org', null)`.execute(tx),
  )
  expect(await Promise.all(['xena@example.org', 'xena+old@example.org'].map(signIn))).toEqual(['right', 'right'])
  expect(await signIn('xena+new@example.org')).toBe('mailbox-known')
})

it('abuse 18: a mailbox to throw away, or a domain that looks like another, is an account of its own with low assurance', async () => {
  for (const email of ['ursa@mailinator.com', 'ursa@gmаil.com', 'ursa@gmail.com'])
    expect(await signIn(email)).toBe('right')
  expect((await accountsLike('ursa')).map(({ assurance }) => assurance)).toEqual(['low', 'low', 'low'])
})

it('abuse 18: whoever typed the code is told which address to use, and nobody is signed in', async () => {
  await signIn('vera@example.org')
  const { browser, code } = await asked('vera+2@example.org')
  const visit = { ...visitIn(database, town.place, { typed: typed({ code, next: '' }) }), attempt: browser }
  const reply = await answerAt(signInRoutes, 'sign-in.enter', visit)
  expect(reply).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(reply)).toContain('under another spelling of its address')
})

it('abuse 18: an administrator may give an office to a second spelling, and nobody else gets one by it', async () => {
  await signIn('tove@example.org')
  const office = (email: string) =>
    database.transact(town.place.id, null, (tx) => ensureAccount(tx, email, 'en', { isOffice: true }))
  const first = await office('tove+clerk@example.org')
  expect(await office('tove+clerk@example.org')).toBe(first)
  expect(await signIn('tove+clerk@example.org')).toBe('right')
  expect(await signIn('tove+vote@example.org')).toBe('mailbox-known')
})
