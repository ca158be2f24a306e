import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, typed as written, visitIn } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { writeStatement } from './commands.ts'
import { takePosition } from './positions/commands.ts'
import { mostRevisions } from './positions/rules.ts'
import { opinionRoutes } from './routes.tsx'
import { mostAnswers, mostStatements, mostWaiting, nearMostStatements } from './rules.ts'
import * as store from './store.ts'
import { openCase, residents, type Case } from './testing.ts'
import { castVote } from './vote-commands.ts'
import { letThrough } from './waiting/commands.ts'
import { countWrittenBy, putWaiting, waitingIn } from './waiting/store.ts'

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

const read = () => database.read(town.place.id)

async function idOf({ problem }: Case) {
  const consultation = await store.consultationOf(read(), problem)
  if (!consultation) throw new Error('no consultation')
  return consultation.id
}

async function anna(): Promise<Actor> {
  const [one] = await residents(database, town, 1)
  if (!one) throw new Error('nobody lives here')
  return one
}

async function page(at: Case, address: Address, as: Actor, typed?: Readonly<Record<string, string>>): Promise<string> {
  const going = { as, params: { problem: at.slug, number: 1 }, typed: written(typed ?? {}) }
  const reply = await answerAt(opinionRoutes, address, visitIn(database, town.place, going))
  return reply.kind === 'page' ? `${reply.status} ${await reply.body}` : JSON.stringify(reply)
}

describe('one person writes fifty statements on a case', () => {
  const write = (at: Case, as: Actor, n: number) =>
    writeStatement(database, as, { slug: at.slug, text: `One more idea of mine, number ${n}`, language: 'en' })

  async function writeUpTo(at: Case, as: Actor, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      expect((await write(at, as, n)).ok).toBe(true)
      // Ten wait at most.
      if (n % mostWaiting === mostWaiting - 1) await letAllThrough(at)
    }
  }

  async function letAllThrough(at: Case): Promise<void> {
    for (const { id } of await waitingIn(read(), await idOf(at)))
      expect((await letThrough(database, town.people.chen, { slug: at.slug, id })).ok).toBe(true)
  }

  it('abuse 23: of one person ten wait to be let through, and not one more, also at once; others have room', async () => {
    const at = await openCase(database, town, { statements: [], moderation: 'before' })
    const [author, other] = [await anna(), await anna()]
    for (let n = 0; n < mostWaiting - 1; n += 1) expect((await write(at, author, n)).ok).toBe(true)
    const both = await Promise.all([998, 999].map((n) => write(at, author, n)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'waits-enough' })
    expect(await page(at, 'opinion.state', author, { text: 'Yet another one of my ideas, 11' })).toContain(
      'Ten statements of yours wait here to be read.',
    )
    expect((await write(at, other, 1000)).ok).toBe(true)
    const one = { consultation: await idOf(at), text: 'Whoever sends this floods', plainForm: 'floods', language: 'en' }
    const writtenBy = author.account ?? newId('account')
    await expect(database.transact(town.place.id, null, (tx) => putWaiting(tx, { ...one, writtenBy }))).rejects.toThrow(
      'ten statements wait',
    )
    await letAllThrough(at)
    expect((await write(at, author, 1001)).ok).toBe(true)
  })

  it.each(['before', 'after'] as const)('and not one more, also two at once; moderation %s', async (moderation) => {
    const at = await openCase(database, town, { statements: [], moderation })
    const author = await anna()
    await writeUpTo(at, author, mostStatements - 1)
    const both = await Promise.all([write(at, author, 998), write(at, author, 999)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'written-enough' })
    expect(await countWrittenBy(read(), await idOf(at), author.account ?? newId('account'))).toBe(mostStatements)
    // Others have as much room as before.
    expect((await write(at, await anna(), 1000)).ok).toBe(true)
  })

  it('counts what was let through once', async () => {
    const at = await openCase(database, town, { statements: [], moderation: 'before' })
    const author = await anna()
    await writeUpTo(at, author, mostStatements - 1)
    expect((await write(at, author, 997)).ok).toBe(true)
    const [one] = await waitingIn(read(), await idOf(at))
    const through = await letThrough(database, town.people.chen, { slug: at.slug, id: one?.id ?? '' })
    expect(through.ok).toBe(true)
    expect(await countWrittenBy(read(), await idOf(at), author.account ?? newId('account'))).toBe(mostStatements)
  })

  it('by the database too', async () => {
    const at = await openCase(database, town, { statements: [] })
    const author = await anna()
    await writeUpTo(at, author, mostStatements)
    const consultation = await idOf(at)
    const same = { consultation, text: 'Whoever comes now is late', plainForm: 'late', language: 'en' }
    const writtenBy = author.account ?? newId('account')
    const more = { ...same, number: 999, isSeed: false, source: null, writtenBy }
    await expect(database.transact(town.place.id, null, (tx) => store.putStatement(tx, more))).rejects.toThrow(
      'fifty statements',
    )
    await expect(
      database.transact(town.place.id, null, (tx) => putWaiting(tx, { ...same, writtenBy })),
    ).rejects.toThrow('fifty statements')
  })

  it('hears so in time, and keeps what was typed', async () => {
    const at = await openCase(database, town, { statements: [] })
    const author = await anna()
    await writeUpTo(at, author, nearMostStatements - 1)
    expect(await page(at, 'opinion.new', author)).not.toContain('can write')
    for (let n = nearMostStatements - 1; n < mostStatements; n += 1) await write(at, author, n)
    expect(await page(at, 'opinion.new', await anna())).not.toContain('can write')
    const enough = await page(at, 'opinion.new', author)
    expect(enough).toContain('You have written 50 statements')
    expect(enough).not.toContain('<textarea')
    const seen = Array.from({ length: mostStatements }, (_, index) => index + 1).join(' ')
    const typed = { text: 'The quay should have a bench', seen }
    const refused = await page(at, 'opinion.state', author, typed)
    expect(refused).toMatch(/^422 /)
    expect(refused).toContain('write this to the group as an idea')
    expect(refused).toContain('The quay should have a bench</textarea>')
  })
})

describe('one person answers a statement a hundred times', () => {
  const choiceOf = (n: number) => (n % 2 === 0 ? 'agree' : 'disagree')

  async function answered(times: number) {
    const at = await openCase(database, town, { statements: ['Light the crossings at night', 'Plant two more trees'] })
    const voter = await anna()
    const answer = (n: number, number = 1) => castVote(database, voter, { slug: at.slug, number, choice: choiceOf(n) })
    for (let n = 0; n < times; n += 1) expect((await answer(n)).ok).toBe(true)
    return { at, voter, answer }
  }

  it('and not once more, also two at once; the last answer stands, and other statements are open to her', async () => {
    const { at, voter, answer } = await answered(mostAnswers - 1)
    const both = await Promise.all([answer(mostAnswers - 1), answer(mostAnswers)])
    expect(
      both
        .map((one) => (one.ok ? one.value.revision : one.refusal))
        .map(String)
        .toSorted(),
    ).toEqual([String(mostAnswers), 'changed-enough'])
    const [last] = (await store.votesOf(read(), await idOf(at), voter.account ?? newId('account'))).values()
    // The same answer again says nothing new, and is not refused.
    expect(await answer(last === 'agree' ? 0 : 1)).toMatchObject({ ok: true, value: { isNew: false } })
    expect((await answer(0, 2)).ok).toBe(true)
    const refused = await page(at, 'opinion.vote', voter, { choice: 'pass' })
    expect(refused).toContain('Go on with the other statements')
  })

  it('by the database too', async () => {
    const { answer } = await answered(1)
    expect((await answer(1)).ok).toBe(true)
    const more = database.transact(town.place.id, null, (tx) =>
      sql`
        insert into opinion.vote (jurisdiction_id, statement_id, participant_id, revision, id, choice, at)
        values (${town.place.id}, ${newId('statement')}, ${newId('participant')}, ${mostAnswers + 1}, ${newId('vote')}, 'pass', now())`.execute(
        tx,
      ),
    )
    await expect(more).rejects.toThrow('vote_changed_enough')
  })
})

describe('a politician says twenty times where she stands on a statement', () => {
  it('and not once more, also two at once; she hears why and keeps what she typed', async () => {
    const at = await openCase(database, town)
    const { dora } = town.people
    const take = (n: number) =>
      takePosition(database, dora, {
        slug: at.slug,
        number: 1,
        choice: n % 2 === 0 ? 'agree' : 'disagree',
        reason: `Reason ${n}`,
        language: 'en',
        timeZone: town.place.timeZone,
      })
    for (let n = 0; n < 15; n += 1) expect((await take(n)).ok).toBe(true)
    expect(await page(at, 'opinion.statement', dora)).toContain('You have published 15 times')
    for (let n = 15; n < mostRevisions - 1; n += 1) expect((await take(n)).ok).toBe(true)
    const both = await Promise.all([take(100), take(101)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'changed-enough' })
    const statement = await page(at, 'opinion.statement', dora)
    expect(statement).toContain('What you said last stays')
    expect(statement).not.toContain('Publish the change')
    const refused = await page(at, 'opinion.take-position', dora, {
      position: 'pass',
      reason: 'I have come to doubt it.',
    })
    expect(refused).toMatch(/^422 /)
    expect(refused).toContain('What you said last stays')
    expect(refused).toContain('I have come to doubt it.</textarea>')
  })
})
