import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { isFollowing } from '../../../platform/notices/index.ts'
import { downstream, upstream } from '../../../platform/thread/index.ts'
import { foundGroup, type TestGroup } from '../testing.ts'
import { closeGroup, joinGroup, leaveGroup, openGroup, showName } from './commands.ts'
import { membersOfGroup } from './member-store.ts'
import { reportForGroup } from './reporting.ts'
import { groupRoutes } from './routes.tsx'
import { reportsOf } from './report-store.ts'
import { groupsToWriteIn } from './slots.ts'
import { groupsOf, peopleInGroups } from './store.ts'

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

const words = {
  question: 'Where is it darkest after four?',
  worksOn: 'We walk the way on two evenings and write down every lamp.',
  language: 'en',
}

/** A case whose group dora chairs, and a working group that alice, who has a citizen's seat, opened in it. */
async function opened(): Promise<
  TestGroup & { readonly id: Id<'working-group'>; readonly at: { slug: string; number: number } }
> {
  const group = await foundGroup(database, town, { chair: 'dora' })
  const endsOn = Temporal.Now.plainDateISO('UTC').add({ days: 30 })
  const made = await openGroup(database, group.member('alice'), { ...words, slug: group.slug, endsOn })
  if (!made.ok) throw new Error(made.refusal)
  const one = (await groupsOf(read(), group.problem))[0]
  if (!one) throw new Error('it was opened')
  return { ...group, id: one.id, at: { slug: group.slug, number: made.value.number } }
}

function read() {
  return database.read(town.place.id)
}

it('is opened by a citizen’s seat, who is in it by name and hears of it', async () => {
  const { problem, id } = await opened()
  const alice = town.people.alice.account
  expect(await groupsOf(read(), problem)).toMatchObject([{ number: 1, ...words, size: 1, closedAt: null }])
  expect(await membersOfGroup(read(), id)).toEqual([{ account: alice, isNamed: true }])
  expect(alice && (await isFollowing(read(), alice, id))).toBe(true)
})

// A bug once: whoever was in it read "You can join" above the button for leaving.
it('says to whoever is in it that she is, and to others that they can join', async () => {
  const { at, member } = await opened()
  const page = async (as: Actor) => {
    const going = { as, params: { problem: at.slug, number: at.number } }
    return textOf(await answerAt(groupRoutes, 'arena.group', visitIn(database, town.place, going)))
  }
  const inside = await page(member('alice'))
  expect(inside).toContain('You are in it')
  expect(inside).not.toContain('You can join')
  expect(await page(town.people.bashir)).toContain('You can join')
})

it('is joined without a seat, once, unnamed unless she wants it, and left without a trace of her', async () => {
  const { problem, id, at } = await opened()
  const aisha: Actor = town.people.aisha
  const both = await Promise.all([1, 2].map(() => joinGroup(database, aisha, { ...at, isNamed: false })))
  expect(both.map((one) => (one.ok ? 'joined' : one.refusal)).sort()).toEqual(['in-group-already', 'joined'])
  expect(await peopleInGroups(read(), problem)).toBe(2)
  expect((await membersOfGroup(read(), id)).find(({ account }) => account === aisha.account)?.isNamed).toBe(false)
  await showName(database, aisha, { ...at, isNamed: true })
  expect((await membersOfGroup(read(), id)).find(({ account }) => account === aisha.account)?.isNamed).toBe(true)
  expect(await groupsToWriteIn(read(), problem, aisha.account)).toMatchObject([{ number: 1 }])
  expect((await leaveGroup(database, aisha, at)).ok).toBe(true)
  expect(await leaveGroup(database, aisha, at)).toEqual({ ok: false, refusal: 'not-in-group' })
  expect(await peopleInGroups(read(), problem)).toBe(1)
  expect(aisha.account && (await isFollowing(read(), aisha.account, id))).toBe(false)
})

it('reports to the table; the trace leads from the report to the group and the case', async () => {
  const { problem, id, at } = await opened()
  const report = { ...at, title: 'Eleven lamps', text: 'Eleven of forty do not work.', language: 'en', from: [] }
  expect(await reportForGroup(database, town.people.aisha, report)).toEqual({ ok: false, refusal: 'not-in-group' })
  await joinGroup(database, town.people.aisha, { ...at, isNamed: false })
  expect(await reportForGroup(database, town.people.aisha, report)).toEqual({ ok: true, value: { report: 1 } })
  const [kept] = await reportsOf(read(), [id])
  expect(kept).toMatchObject({ number: 1, title: 'Eleven lamps', writtenBy: town.people.aisha.account })
  const thing = { kind: 'group-report', id: kept?.id ?? ('' as Id<'group-report'>) } as const
  expect((await upstream(read(), thing)).map(({ to, relation }) => [relation, to.id])).toEqual([
    ['part-of', id],
    ['about', problem],
  ])
  expect((await downstream(read(), { kind: 'problem', id: problem })).map(({ from }) => from.kind).sort()).toEqual([
    'group-report',
    'working-group',
  ])
})

it('closed, it takes nobody and nothing more: the database holds that too', async () => {
  const { id, at, member } = await opened()
  await joinGroup(database, town.people.aisha, { ...at, isNamed: false })
  expect(await closeGroup(database, member('bashir'), { ...at, words: 'Done' })).toEqual({
    ok: false,
    refusal: 'not-yours-to-close',
  })
  expect((await closeGroup(database, member('dora'), { ...at, words: 'The lamps are counted.' })).ok).toBe(true)
  expect(await joinGroup(database, town.people.klub, { ...at, isNamed: true })).toEqual({
    ok: false,
    refusal: 'group-ended',
  })
  const report = { ...at, title: 'Late', text: 'Too late.', language: 'en', from: [] }
  expect(await reportForGroup(database, town.people.aisha, report)).toEqual({ ok: false, refusal: 'group-closed' })
  await expect(
    database.transact(town.place.id, null, (tx) =>
      tx
        .insertInto('arena.working_group_member')
        .values({
          jurisdiction_id: tx.jurisdiction,
          working_group_id: id,
          account_id: town.people.klub.account as Id<'account'>, // everybody in town has one
          is_named: false,
          joined_at: tx.now,
        })
        .execute(),
    ),
  ).rejects.toThrow(/is closed/)
})
