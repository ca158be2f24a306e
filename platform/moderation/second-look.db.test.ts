import { newId, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database, type Tx } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { endStaffRole } from '../identity/index.ts'
import { foundTown, type Town } from '../identity/testing.ts'
import { entries } from '../ledger/index.ts'
import {
  batchesToUndo,
  figuresOf,
  hiddenThings,
  hide,
  keep,
  nameRule,
  openBatch,
  openReports,
  remove,
  report,
  restore,
  undoBatch,
} from './index.ts'
import { mostReports } from './rules.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 8 })
})
beforeEach(async () => {
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)
const act = <Value>(what: (tx: Tx) => Promise<Value>, from = database): Promise<Value> =>
  from.transact(town.place.id, null, what)
const anIdea = (): Thing => ({ kind: 'idea', id: newId('idea') })
const later = (minutes: number) => database.at(Temporal.Now.instant().add({ minutes }))

describe('a second look', () => {
  it('abuse 70: an appeal is answered by somebody else than who hid it, in time, and by a colleague when she has left', async () => {
    const idea = anIdea()
    const { alice, gita, chen } = town.people
    await act((tx) => hide(tx, gita, { about: idea, rule: 'spam', reason: 'It offers goods' }))
    await act((tx) => report(tx, { about: idea, reason: 'It is a gift', by: alice.account }))
    const [appeal] = await openReports(read())
    expect(appeal).toMatchObject({ isAppeal: true, about: idea })
    expect(appeal?.dueAt && appeal.at.until(appeal.dueAt).total('days')).toBeGreaterThan(5)
    expect(await act((tx) => keep(tx, gita, { about: idea, reason: 'I still think so' }))).toEqual({
      ok: false,
      refusal: 'second-person',
    })
    // She leaves: what she has not finished stands in the queue of all who moderate.
    const { account } = gita
    if (account) await act((tx) => endStaffRole(tx, account, 'facilitator'))
    expect(await openReports(read())).toHaveLength(1)
    expect((await act((tx) => keep(tx, chen, { about: idea, reason: 'It has a price' }))).ok).toBe(true)
    expect(await openReports(read())).toEqual([])
    const [fact] = (await entries(read())).filter(({ kind }) => kind === 'moderation.appealed')
    expect(fact?.public).toEqual(idea)
  })

  it('who hid it may show it again, also after an appeal', async () => {
    const idea = anIdea()
    const { alice, gita } = town.people
    await act((tx) => hide(tx, gita, { about: idea, rule: 'spam', reason: 'x' }))
    await act((tx) => report(tx, { about: idea, reason: 'No', by: alice.account }))
    expect((await act((tx) => restore(tx, gita, { about: idea, reason: 'I was wrong' }))).ok).toBe(true)
  })

  it('abuse 70: what a moderator hid for now is removed by a second one, also when the first has left, or shown again', async () => {
    const [one, other] = [anIdea(), anIdea()]
    const { gita, chen, ole } = town.people
    for (const about of [one, other])
      await act((tx) => hide(tx, gita, { about, rule: 'threat', reason: 'A threat', isProvisional: true }))
    expect(await act((tx) => remove(tx, gita, { about: one, reason: 'Sure' }))).toEqual({
      ok: false,
      refusal: 'second-person',
    })
    expect(await act((tx) => remove(tx, ole, { about: one, reason: 'Sure' }))).toMatchObject({
      refusal: 'not-a-moderator',
    })
    expect(await act((tx) => remove(tx, chen, { about: one, reason: ' ' }))).toMatchObject({ refusal: 'reason-needed' })
    const { account } = gita
    if (account) await act((tx) => endStaffRole(tx, account, 'facilitator'))
    expect((await act((tx) => remove(tx, chen, { about: one, reason: 'It names a day' }))).ok).toBe(true)
    expect(await act((tx) => remove(tx, chen, { about: one, reason: 'x' }))).toMatchObject({
      refusal: 'removed-already',
    })
    expect((await act((tx) => restore(tx, chen, { about: other, reason: 'A quotation' }))).ok).toBe(true)
    const [left, ...more] = await hiddenThings(read())
    expect(more).toEqual([])
    expect(left).toMatchObject({
      about: one,
      rule: 'threat',
      reason: 'It names a day',
      role: 'clerk',
      isProvisional: false,
    })
    const public_ = (await entries(read())).map((fact) => fact.public)
    expect(JSON.stringify(public_)).not.toMatch(new RegExp(`${gita.account}|${chen.account}|names a day`))
  })
})

describe('limits', () => {
  it('abuse 23: one person reports twenty things in a day and not one more, also at once; others report', async () => {
    const { alice, bashir } = town.people
    const one = (by = alice) => act((tx) => report(tx, { about: anIdea(), reason: 'x', by: by.account }))
    for (let n = 0; n < mostReports - 2; n += 1) expect((await one()).ok).toBe(true)
    const last = await Promise.all([one(), one(), one(), one()])
    expect(last.filter(({ ok }) => ok)).toHaveLength(2)
    expect(last.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'reported-enough' })
    expect((await one(bashir)).ok).toBe(true)
    const past = act((tx) =>
      sql`
        insert into moderation.report (jurisdiction_id, id, about_kind, about_id, reason, reported_by, reported_at)
        values (${tx.jurisdiction}, gen_random_uuid(), 'idea', gen_random_uuid(), 'x', ${alice.account}, now())`.execute(
        tx,
      ),
    )
    await expect(past).rejects.toThrow(/twenty things in a day/)
  })

  it('the rule is named by who reported it, of her own report, while it waits', async () => {
    const { alice, bashir, gita } = town.people
    const idea = anIdea()
    const made = await act((tx) => report(tx, { about: idea, reason: 'x', by: alice.account }))
    if (!made.ok || !made.value || !alice.account || !bashir.account) throw new Error('reported')
    const naming = { report: made.value, rule: 'threat' } as const
    expect(await act((tx) => nameRule(tx, { ...naming, by: bashir.account ?? newId('account') }))).toMatchObject({
      ok: false,
    })
    expect(await act((tx) => nameRule(tx, { ...naming, by: alice.account ?? newId('account') }))).toMatchObject({
      ok: true,
    })
    expect((await openReports(read()))[0]?.rule).toBe('threat')
    await act((tx) => keep(tx, gita, { about: idea, reason: 'x' }))
    expect(await act((tx) => nameRule(tx, { ...naming, by: alice.account ?? newId('account') }))).toMatchObject({
      ok: false,
    })
  })
})

describe('judged together', () => {
  async function hideThree() {
    const { alice, gita } = town.people
    const things = [anIdea(), anIdea(), anIdea()]
    for (const about of things) await act((tx) => report(tx, { about, reason: 'Spam', by: alice.account }))
    const number = await act(async (tx) => {
      const batch = await openBatch(tx, { act: 'hide', things: 3, by: gita.account ?? newId('account') })
      for (const about of things) await hide(tx, gita, { about, rule: 'spam', reason: 'The same advert', batch })
      return batch
    })
    return { things, number }
  }

  it('abuse 23: what was judged together is undone as a whole within the hour, once, by any moderator; the reports wait again', async () => {
    const { things, number } = await hideThree()
    const { chen, ole } = town.people
    expect(await openReports(read())).toEqual([])
    expect(await batchesToUndo(read(), Temporal.Now.instant())).toMatchObject([{ number, things: 3, act: 'hide' }])
    expect(await act((tx) => undoBatch(tx, ole, number))).toMatchObject({ refusal: 'not-a-moderator' })
    const both = await Promise.all([chen, chen].map((who) => act((tx) => undoBatch(tx, who, number))))
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: 3 }])
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'undone-already' })
    expect(await hiddenThings(read())).toEqual([])
    expect((await openReports(read())).map(({ about }) => about.id).toSorted()).toEqual(
      things.map(({ id }) => id).toSorted(),
    )
    const taken = (await entries(read())).filter(({ kind }) => kind === 'moderation.taken-back')
    expect(taken).toHaveLength(3)
    expect(await batchesToUndo(read(), Temporal.Now.instant())).toEqual([])
  })

  it('is not undone after an hour, nor what is not there', async () => {
    const { number } = await hideThree()
    const { chen } = town.people
    expect(await act((tx) => undoBatch(tx, chen, number), later(61))).toEqual({
      ok: false,
      refusal: 'too-late-to-undo',
    })
    expect(await act((tx) => undoBatch(tx, chen, 99))).toEqual({ ok: false, refusal: 'no-such-batch' })
    expect(await hiddenThings(read())).toHaveLength(3)
  })
})

it('what moderators did is counted by month and rule from the record', async () => {
  const { gita } = town.people
  const [one, other] = [anIdea(), anIdea()]
  await act((tx) => hide(tx, gita, { about: one, rule: 'spam', reason: 'x' }))
  await act((tx) => hide(tx, gita, { about: other, rule: 'spam', reason: 'x' }))
  await act((tx) => restore(tx, gita, { about: one, reason: 'x' }))
  const never = { about: anIdea(), rule: 'off-topic', reason: 'x', neverShown: true } as const
  await act((tx) => hide(tx, gita, never))
  const figures = await figuresOf(read(), 'Europe/Copenhagen')
  expect(figures.map(({ act: what, rule, times }) => `${what} ${rule} ${times}`)).toEqual([
    'hidden spam 2',
    'refused off-topic 1',
    'restored  1',
  ])
  expect(new Set(figures.map(({ month }) => month))).toHaveProperty('size', 1)
})
