import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, sought, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, typed as written, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries, subscribe } from '../../../platform/ledger/index.ts'
import { batchesToUndo, hide, hiddenThings, restore, undoBatch } from '../../../platform/moderation/index.ts'
import { noticesOf } from '../../../platform/notices/index.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { bindCards } from '../../../platform/thread/index.ts'
import { opinionCards } from '../cards.ts'
import { writeStatement } from '../commands.ts'
import { opinionRoutes } from '../routes.tsx'
import { searchStatements } from '../search-store.ts'
import { consultationOf, putStatement, statementsIn } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { followShown, followTakenBack, letManyThrough, letThrough, refuseMany, refuseWaiting } from './commands.ts'
import { opinionWaitingFor } from './slots.ts'
import { allWaiting, sentBy, waitingIn, type WaitingStatement } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  bindCards('statement', opinionCards.statement)
  subscribe('moderation.restored', followShown)
  subscribe('moderation.taken-back', followTakenBack)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)
const words = 'Zebras should guard the harbour'

async function idOf({ problem }: Case): Promise<Id<'consultation'>> {
  const found = await consultationOf(read(), problem)
  if (!found) throw new Error('no consultation')
  return found.id
}

/** A case read before, in which alice has sent one statement. */
async function sentOne(text = words): Promise<{ readonly at: Case; readonly one: WaitingStatement }> {
  const at = await openCase(database, town, { statements: [], moderation: 'before' })
  const sent = await writeStatement(database, town.people.alice, { slug: at.slug, text, language: 'en' })
  expect(sent).toEqual({ ok: true, value: { number: null } })
  const [one] = await waitingIn(read(), await idOf(at))
  if (!one) throw new Error('nothing waits')
  return { at, one }
}

async function pageAt(at: Case, address: Address, actor: Actor, number = 1): Promise<string> {
  const params = { problem: at.slug, number }
  const reply = await answerAt(opinionRoutes, address, visitIn(database, town.place, { as: actor, params }))
  return reply.kind === 'page' ? `${await reply.body}` : JSON.stringify(reply)
}

describe('moderation before', () => {
  it('puts nothing to anybody until a moderator has let it through', async () => {
    const { at, one } = await sentOne()
    const { alice, bashir, chen } = town.people
    expect(await statementsIn(read(), one.consultation)).toEqual([])
    const found = await searchStatements(read(), sought('zebras', ['en']), 99)
    expect(found.filter(({ problem }) => problem === at.problem)).toEqual([])
    expect(await castVote(database, bashir, { slug: at.slug, number: 1, choice: 'agree' })).toMatchObject({ ok: false })
    for (const address of ['opinion.statements', 'opinion.results', 'opinion.map', 'opinion.mine'] as const)
      expect(await pageAt(at, address, bashir)).not.toContain('Zebras')
    expect(await pageAt(at, 'opinion.statement', bashir)).not.toContain('Zebras')
    const queue = opinionRoutes.filter((row) => ['opinion.waiting', 'opinion.judge'].includes(row.at))
    expect(queue.map(({ allowed }) => [allowed.allows(bashir), allowed.allows(at.chair)])).toEqual([
      [false, false],
      [false, false],
    ])
    const own = await pageAt(at, 'opinion.mine', alice)
    expect(own).toContain('Zebras')
    expect(own).toContain('A moderator reads it by')
    expect(await pageAt(at, 'opinion.waiting', chen)).toContain('Zebras')
    const visit = visitIn(database, town.place, { as: chen, params: {} })
    expect(await opinionWaitingFor(visit)).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: '1 statement waits to be let through' })]),
    )
    expect(await opinionWaitingFor(visitIn(database, town.place, { as: bashir, params: {} }))).toEqual([])
    const facts = await entries(read(), { problem: at.problem, limit: 50 })
    expect(facts.filter(({ kind }) => kind === 'opinion.handed-in').map((fact) => fact.public)).toEqual([{}])
    expect(JSON.stringify(facts)).not.toContain('Zebras')
  })

  it('lets it through as the next statement, by whoever wrote it', async () => {
    const { at, one } = await sentOne()
    const { alice, bashir, chen } = town.people
    const input = { slug: at.slug, id: one.id }
    expect(await letThrough(database, bashir, input)).toEqual({ ok: false, refusal: 'not-a-moderator' })
    const [first, second] = await Promise.all([letThrough(database, chen, input), letThrough(database, chen, input)])
    expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
    const [statement] = await statementsIn(read(), one.consultation)
    expect(statement).toMatchObject({ id: one.id, number: 1, text: words, writtenBy: alice.account })
    expect(await castVote(database, bashir, { slug: at.slug, number: 1, choice: 'agree' })).toMatchObject({ ok: true })
    expect(await pageAt(at, 'opinion.statements', town.people.emil)).toContain('Zebras')
    const facts = await entries(read(), { problem: at.problem, limit: 50 })
    expect(facts.find(({ kind }) => kind === 'opinion.let-through')?.public).toEqual({ number: 1, role: 'clerk' })
    expect(JSON.stringify(facts.map((fact) => fact.public))).not.toContain('Zebras')
  })

  it('refuses with a rule and a reason, counts it as never shown, and lets it in after an appeal', async () => {
    const { at, one } = await sentOne()
    const { bashir, chen } = town.people
    const no = { slug: at.slug, id: one.id, rule: 'off-topic', reason: 'It is about animals.' } as const
    expect(await refuseWaiting(database, bashir, no)).toEqual({ ok: false, refusal: 'not-a-moderator' })
    expect(await refuseWaiting(database, chen, { ...no, reason: ' ' })).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(await waitingIn(read(), one.consultation)).toHaveLength(1)
    expect(await refuseWaiting(database, chen, no)).toEqual({ ok: true, value: null })
    expect(await refuseWaiting(database, chen, no)).toEqual({ ok: false, refusal: 'not-waiting' })
    const hidden = (await hiddenThings(read())).find(({ about }) => about.id === one.id)
    expect(hidden).toMatchObject({ rule: 'off-topic', reason: 'It is about animals.', neverShown: true })
    expect(await statementsIn(read(), one.consultation)).toEqual([])
    const own = await pageAt(at, 'opinion.mine', town.people.alice)
    for (const said of ['It was not let through', 'The rule it breaks: keep to the question', 'It is about animals.'])
      expect(own).toContain(said)
    const again = { about: { kind: 'statement', id: one.id }, reason: 'It is a metaphor.' } as const
    expect((await database.transact(town.place.id, chen, (tx) => restore(tx, chen, again))).ok).toBe(true)
    expect(await statementsIn(read(), one.consultation)).toMatchObject([{ id: one.id, number: 1 }])
    expect(await sentBy(read(), one.consultation, one.writtenBy)).toEqual([])
  })

  it('puts nothing to anybody after the close, whatever an appeal says', async () => {
    const { at, one } = await sentOne()
    const { alice, chen } = town.people
    const no = { slug: at.slug, id: one.id, rule: 'off-topic', reason: 'It is about animals.' } as const
    expect((await refuseWaiting(database, chen, no)).ok).toBe(true)
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    const again = { about: { kind: 'statement', id: one.id }, reason: 'It is a metaphor.' } as const
    expect((await database.transact(town.place.id, chen, (tx) => restore(tx, chen, again))).ok).toBe(true)
    expect(await statementsIn(read(), one.consultation)).toEqual([])
    expect(await pageAt(at, 'opinion.mine', alice)).toContain('before it could be let through')
    await hearing(database, town).runJobs()
    const told = (await noticesOf(read(), one.writtenBy)).filter(({ message }) => message.startsWith('told.lapsed'))
    expect(told[0]).toMatchObject({ message: 'told.lapsed-after', values: { text: words, why: 'closed' } })
    const facts = await entries(read(), { problem: at.problem, limit: 50 })
    expect(facts.filter(({ kind }) => kind === 'opinion.let-through')).toEqual([])
  })

  it('takes the same words of one person once while they wait, and tells nobody that another has sent them', async () => {
    const { at, one } = await sentOne()
    const again = { slug: at.slug, text: `${words.toUpperCase()}!`, language: 'en' }
    expect(await writeStatement(database, town.people.alice, again)).toEqual({ ok: false, refusal: 'waits-already' })
    expect(await writeStatement(database, town.people.bashir, again)).toEqual({ ok: true, value: { number: null } })
    await letThrough(database, town.people.chen, { slug: at.slug, id: one.id })
    expect(await writeStatement(database, town.people.bashir, again)).toEqual({ ok: false, refusal: 'said-already' })
  })

  it('leaves nothing in the queue that can neither be let through nor breaks a rule: the same words of others lapse, and they hear why', async () => {
    const { at, one } = await sentOne()
    const { alice, bashir, chen } = town.people
    const write = (text: string) => writeStatement(database, bashir, { slug: at.slug, text, language: 'en' })
    expect((await write(`${words}!`)).ok).toBe(true)
    expect((await write('Storks should guard the harbour')).ok).toBe(true)
    expect((await letThrough(database, chen, { slug: at.slug, id: one.id })).ok).toBe(true)
    const left = await waitingIn(read(), one.consultation)
    expect(left.map(({ text }) => text)).toEqual(['Storks should guard the harbour'])
    expect(await pageAt(at, 'opinion.mine', bashir)).toContain('a statement with the same words came')
    const { rows } = await database.queueSql(
      `select data->'only' as only, data->'values' as values from pgboss.job
       where name = 'notices.tell' and data->>'message' = 'told.lapsed-after' and data->'params'->>'problem' = $1`,
      [at.slug],
    )
    expect(rows).toEqual([{ only: [bashir.account], values: { text: `${words}!`, why: 'taken' } }])
    expect(await sentBy(read(), one.consultation, alice.account ?? one.writtenBy)).toEqual([])
  })

  it('tells nobody by a refusal what words were hidden: they are handed in like any others', async () => {
    const { at, one } = await sentOne()
    const { chen, bashir } = town.people
    await letThrough(database, chen, { slug: at.slug, id: one.id })
    const about = { kind: 'statement', id: one.id } as const
    const given = { about, rule: 'off-topic', reason: 'It is about animals.' } as const
    expect((await database.transact(town.place.id, chen, (tx) => hide(tx, chen, given))).ok).toBe(true)
    const again = { slug: at.slug, text: words, language: 'en' }
    expect(await writeStatement(database, bashir, again)).toEqual({ ok: true, value: { number: null } })
  })

  it('lets what nobody read lapse at the close', async () => {
    const { at, one } = await sentOne()
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    expect((await allWaiting(read())).filter(({ id }) => id === one.id)).toEqual([])
    expect(await pageAt(at, 'opinion.mine', town.people.alice)).toContain('before it could be let through')
    const late = await letThrough(database, town.people.chen, { slug: at.slug, id: one.id })
    expect(late).toEqual({ ok: false, refusal: 'not-waiting' })
  })

  it('tells each author of each statement that lapsed, once', async () => {
    const { at, one } = await sentOne('Geese should guard the harbour')
    for (const [by, text] of [
      [town.people.bashir, 'Swans should guard the harbour'],
      [town.people.alice, 'Ducks should guard the harbour'],
    ] as const)
      expect(await writeStatement(database, by, { slug: at.slug, text, language: 'en' })).toMatchObject({ ok: true })
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    const sent = await sentBy(read(), one.consultation, one.writtenBy)
    expect(sent.map(({ state }) => state)).toEqual(['lapsed', 'lapsed'])
    const { rows } = await database.queueSql(
      `select data->'only' as only, data->'values'->>'text' as text from pgboss.job
       where name = 'notices.tell' and data->>'message' = 'told.lapsed' and data->'params'->>'problem' = $1`,
      [at.slug],
    )
    const { alice, bashir } = town.people
    expect(rows).toHaveLength(3)
    expect(rows).toEqual(
      expect.arrayContaining([
        { only: [alice.account], text: 'Geese should guard the harbour' },
        { only: [bashir.account], text: 'Swans should guard the harbour' },
        { only: [alice.account], text: 'Ducks should guard the harbour' },
      ]),
    )
  })

  it('is held by the database: nothing enters that was not let through, and its words never change', async () => {
    const { one } = await sentOne()
    const past = {
      consultation: one.consultation,
      number: 1,
      text: 'Sneaked in past all',
      plainForm: 'x',
      language: 'en',
    }
    const sneak = database.transact(town.place.id, null, (tx) =>
      putStatement(tx, { ...past, isSeed: false, writtenBy: one.writtenBy, source: null }),
    )
    await expect(sneak).rejects.toThrow('was not let through')
    const rewrite = database.transact(town.place.id, null, (tx) =>
      tx.updateTable('opinion.waiting').set({ text: 'Other words, not hers' }).where('id', '=', one.id).execute(),
    )
    await expect(rewrite).rejects.toThrow('never rewritten')
  })

  it('shows the moderator what is missing, and keeps what was typed', async () => {
    const { at, one } = await sentOne()
    const judge = async (typed: Readonly<Record<string, string>>): Promise<string> => {
      const going = { as: town.people.chen, params: { problem: at.slug }, typed: written({ id: one.id, ...typed }) }
      const reply = await answerAt(opinionRoutes, 'opinion.judge', visitIn(database, town.place, going))
      return reply.kind === 'page' ? `${await reply.body}` : JSON.stringify(reply)
    }
    expect(await judge({ act: 'refuse', rule: '', reason: 'Because.' })).toContain('Because.')
    expect(await judge({ act: 'refuse', rule: 'spam', reason: '' })).toContain('Give a reason')
    expect(await judge({ act: 'refuse', rule: 'spam', reason: 'An advertisement.' })).toContain('redirect')
    expect(await judge({ act: 'let-through' })).toContain('does not wait any more')
  })
})

describe('a flood', () => {
  const campaign = 'Keep the swimming hall at the harbour, where our children learn to swim, says'
  const names = ['Anna', 'Bo', 'Carl', 'Dina', 'Eva', 'Finn', 'Gro', 'Hans', 'Ida', 'Jens', 'Karl', 'Lise']

  async function flooded(): Promise<Case> {
    const at = await openCase(database, town, { statements: [], moderation: 'before' })
    const writers = await residents(database, town, names.length)
    for (const [place, name] of names.entries())
      await writeStatement(database, writers[place] ?? town.people.alice, {
        slug: at.slug,
        text: `${campaign} ${name}`,
        language: 'en',
      })
    for (const street of ['Quay Street', 'School Lane'])
      await writeStatement(database, town.people.emil, {
        slug: at.slug,
        text: `A bench in ${street}, for everybody who waits there`,
        language: 'en',
      })
    return at
  }

  it('abuse 22: stands in the queue as one with its number and every wording, and is let through as a whole', async () => {
    const at = await flooded()
    const { chen, bashir } = town.people
    const page = await pageAt(at, 'opinion.waiting', chen)
    expect(page).toContain('14 statements wait.')
    expect(page).toContain('12 statements say nearly the same.')
    for (const name of names) expect(page).toContain(`${campaign} ${name}`)
    const ids = (await waitingIn(read(), await idOf(at)))
      .filter(({ text }) => text.startsWith(campaign))
      .map(({ id }) => id)
    expect(await letManyThrough(database, bashir, { slug: at.slug, ids })).toEqual({
      ok: false,
      refusal: 'not-a-moderator',
    })
    expect(await letManyThrough(database, chen, { slug: at.slug, ids })).toEqual({ ok: true, value: 12 })
    expect(await letManyThrough(database, chen, { slug: at.slug, ids })).toEqual({ ok: false, refusal: 'not-waiting' })
    expect((await statementsIn(read(), await idOf(at))).map(({ number }) => number)).toEqual(
      ids.map((_, place) => place + 1),
    )
  })

  it('abuse 23: is refused as a whole, all or none, and waits again when that is undone; nobody has read it', async () => {
    const at = await flooded()
    const { chen } = town.people
    const consultation = await idOf(at)
    const before = await waitingIn(read(), consultation)
    const ids = before.map(({ id }) => id)
    const no = { slug: at.slug, ids, rule: 'spam', reason: 'One sender' } as const
    const stranger = await sentOne('Of another case, and not of this one')
    expect(await refuseMany(database, chen, { ...no, ids: [...ids, stranger.one.id] })).toMatchObject({ ok: false })
    expect(await refuseMany(database, chen, { ...no, reason: '' })).toEqual({ ok: false, refusal: 'reason-needed' })
    expect(await waitingIn(read(), consultation)).toHaveLength(14)
    expect(await refuseMany(database, chen, no)).toEqual({ ok: true, value: 14 })
    expect(await waitingIn(read(), consultation)).toEqual([])
    const [batch] = await batchesToUndo(read(), Temporal.Now.instant())
    const undone = await database.transact(town.place.id, chen, (tx) => undoBatch(tx, chen, batch?.number ?? 0))
    expect(undone).toEqual({ ok: true, value: 14 })
    expect(await waitingIn(read(), consultation)).toEqual(before)
    expect(await statementsIn(read(), consultation)).toEqual([])
  })
})
