import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { emptyAccount, knownByEid } from '../../../platform/identity/index.ts'
import { linkExternal, unlinkExternal, type Proof } from '../../../platform/identity/oidc/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { becomeKnownBy } from './becoming-known.ts'
import { leaveVotes } from './leaving.ts'

/** One person is one voice, by her electronic identity as by her mailbox, in whatever order she links, votes, leaves and comes back. */

type Person = Actor & { readonly account: Id<'account'> }

let home: TestDatabase
let database: Database
/** A second node on the same database. */
let elsewhere: Database
let town: Town
let at: Case

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  elsewhere = openDatabase({ url: home.url })
  town = await foundTown(database)
})
beforeEach(async () => {
  at = await openCase(database, town)
})
afterAll(async () => {
  await Promise.all([database.close(), elsewhere.close()])
  await home.drop()
})

const issuer = 'https://broker.example'
let people = 0
const somebodysEid = (): Proof => ({ issuer, subject: `subject ${(people += 1)}`, assurance: 'substantial' })

async function some(count: number): Promise<readonly Person[]> {
  return (await residents(database, town, count)).map((one) => ({ ...one, account: one.account ?? fail() }))
}
const fail = (): never => {
  throw new Error('residents have accounts')
}
async function two(): Promise<readonly [Person, Person]> {
  const [one, other] = await some(2)
  return [one ?? fail(), other ?? fail()]
}

const vote = (who: Actor) => castVote(database, who, { slug: at.slug, number: 1, choice: 'agree' })

/** What the page does that links one. */
function link({ account }: Person, proof: Proof, on = database) {
  return on.transact(town.place.id, null, async (tx) => {
    const linked = await linkExternal(tx, account, proof)
    if (!linked.ok || !linked.value.isNew) return linked
    const known = await becomeKnownBy(tx, account, knownByEid(proof))
    return known.ok ? linked : known
  })
}

function leave({ account }: Person): Promise<void> {
  return database.transact(town.place.id, null, async (tx) => {
    await leaveVotes(tx, account)
    await emptyAccount(tx, account)
  })
}

async function keysHere(): Promise<number> {
  const rows = await database
    .read(town.place.id)
    .selectFrom('opinion.eligibility as e')
    .innerJoin('opinion.consultation as c', 'c.id', 'e.consultation_id')
    .select('e.key')
    .where('c.problem_id', '=', at.problem)
    .execute()
  return rows.length
}

const votedBefore = { ok: false, refusal: 'voted-before' }

it('abuse 04: who votes, links an electronic identity, leaves and comes back by it with another mailbox does not vote again', async () => {
  const [anna, again] = await two()
  const eid = somebodysEid()
  expect(await vote(anna)).toMatchObject({ ok: true })
  expect(await link(anna, eid)).toMatchObject({ ok: true })
  expect(await keysHere()).toBe(2)
  await leave(anna)
  expect(await link(again, eid), 'her account is gone: the identity is free').toMatchObject({ ok: true })
  expect(await vote(again)).toEqual(votedBefore)
})

it('abuse 12: the first vote lays every key she has, and each alone knows her again', async () => {
  const [anna, again] = await two()
  const eid = somebodysEid()
  await link(anna, eid)
  await vote(anna)
  expect(await keysHere()).toBe(2)
  await leave(anna)
  await link(again, eid)
  expect(await vote(again)).toEqual(votedBefore)
  expect(await keysHere(), 'her second mailbox is known now too').toBe(3)
})

it('abuse 12: one unlinked before she leaves knows her again too', async () => {
  const [anna, again] = await two()
  const eid = somebodysEid()
  await link(anna, eid)
  await database.transact(town.place.id, null, (tx) => unlinkExternal(tx, anna.account, issuer))
  await vote(anna)
  expect(await link(again, eid)).toEqual({ ok: false, refusal: 'of-another-account' })
  await leave(anna)
  await link(again, eid)
  expect(await vote(again)).toEqual(votedBefore)
})

it('abuse 04: an identity that voted from a deleted account is not linked to one that voted here too, until the close', async () => {
  const [anna, again] = await two()
  const eid = somebodysEid()
  await link(anna, eid)
  await vote(anna)
  await leave(anna)
  expect(await vote(again)).toMatchObject({ ok: true })
  expect(await link(again, eid)).toEqual({ ok: false, refusal: 'voted-by-it' })
  const rows = database.read(town.place.id).selectFrom('identity.external').select('account_id')
  expect(await rows.where('subject', '=', eid.subject).execute()).toEqual([])
  await closeVoting(database, at.chair.jurisdiction, at.slug)
  expect(await link(again, eid)).toMatchObject({ ok: true })
})

it('who unlinks and links again is herself, whatever she has voted', async () => {
  const [anna] = await two()
  const eid = somebodysEid()
  await link(anna, eid)
  await vote(anna)
  await database.transact(town.place.id, null, (tx) => unlinkExternal(tx, anna.account, issuer))
  expect(await link(anna, eid)).toEqual({ ok: true, value: { isNew: false } })
  expect(await keysHere()).toBe(2)
})

it('abuse 04: a link and a first vote at the same moment never pass each other: the key of the identity is laid', async () => {
  const crowd = await some(12)
  const done = await Promise.all(crowd.flatMap((who) => [vote(who), link(who, somebodysEid(), elsewhere)]))
  expect(done.filter(({ ok }) => !ok)).toEqual([])
  expect(await keysHere()).toBe(24)
})

it('abuse 04: a link while the voting closes leaves no key behind', async () => {
  const crowd = await some(6)
  await Promise.all(crowd.map((who) => vote(who)))
  const closing = closeVoting(database, at.chair.jurisdiction, at.slug)
  const linked = await Promise.all(crowd.map((who) => link(who, somebodysEid(), elsewhere)))
  await closing
  expect(linked.every(({ ok }) => ok)).toBe(true)
  expect(await keysHere()).toBe(0)
})
