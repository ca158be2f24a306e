import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database, type Tx } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { bindBehind, noticesOf } from '../../../platform/notices/index.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { seatAtOnce } from '../../arena/testing.ts'
import { votersOn } from '../audience.ts'
import { consultationOf, statementsIn } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { positionCards } from './cards.ts'
import { takePosition } from './commands.ts'
import {
  memberTallies,
  positionsIn,
  putPosition,
  putRevision,
  statementPositionsBy,
  type NewRevision,
} from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: Case

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  bindBehind('statement', votersOn)
})
beforeEach(async () => {
  at = await openCase(database, town, { statements: ['Light the crossings at night', 'Close the lane in the morning'] })
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

type Taking = { readonly number?: number; readonly choice?: 'agree' | 'disagree' | 'pass'; readonly reason?: string }

function take(actor: Actor, { number = 1, choice = 'agree', reason = '' }: Taking = {}) {
  const { timeZone } = town.place
  return takePosition(database, actor, { slug: at.slug, number, choice, reason, language: 'en', timeZone })
}

async function consultationHere() {
  const consultation = await consultationOf(read(), at.problem)
  if (!consultation) throw new Error('no consultation')
  return consultation
}

async function statementHere(number = 1) {
  const statement = (await statementsIn(read(), (await consultationHere()).id)).find((one) => one.number === number)
  if (!statement) throw new Error('no statement')
  return statement
}

const positionsHere = async () => positionsIn(read(), (await consultationHere()).id)

describe('a position', () => {
  it('stands by name with its reason, and when it changes what stood before stays', async () => {
    const { dora } = town.people
    expect(await take(dora, { reason: 'It is dark at eight.' })).toEqual({ ok: true, value: { isChanged: false } })
    expect(await take(dora, { choice: 'disagree' })).toEqual({ ok: true, value: { isChanged: true } })
    const [position, ...more] = await positionsHere()
    expect(more).toEqual([])
    expect(position).toMatchObject({
      person: dora.person,
      revisions: [
        { number: 1, choice: 'agree', reason: 'It is dark at eight.', isAfterClose: false },
        { number: 2, choice: 'disagree', reason: '', isAfterClose: false },
      ],
    })
    const [first] = dora.person ? await statementPositionsBy(read(), dora.person) : []
    expect(first).toEqual(position)
    const [card] = await positionCards['statement-position'](read(), position ? [position.id] : [])
    expect(card).toMatchObject({ state: 'choice.disagree', title: 'Light the crossings at night' })
  })

  it('is in the ledger with who and what, its reason committed to', async () => {
    const { emil } = town.people
    await take(emil, { choice: 'pass', reason: 'I do not know yet.' })
    await take(emil, { choice: 'agree', reason: 'Now I know.' })
    const [changed, taken] = await entries(read(), { problem: at.problem, limit: 2 })
    const same = { statement: 1, person: emil.person, isAfterClose: false }
    expect(taken).toMatchObject({ kind: 'opinion.position-taken', public: { ...same, choice: 'pass' } })
    expect(changed).toMatchObject({ kind: 'opinion.position-changed', public: { ...same, choice: 'agree' } })
    expect(JSON.stringify([changed?.public, taken?.public])).not.toContain('know')
    expect(taken?.commitment).not.toBeNull()
  })

  it('is no vote: her vote on the same statement is neither made nor changed by it', async () => {
    const { freja } = town.people
    await castVote(database, freja, { slug: at.slug, number: 1, choice: 'disagree' })
    await take(freja, { choice: 'agree' })
    const { rows } = await sql<{ choice: string }>`
      select v.choice from opinion.vote v
      join opinion.participant p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.participant_id
      where p.account_id = ${freja.account} and v.statement_id = ${(await statementHere()).id}`.execute(read())
    expect(rows).toEqual([{ choice: 'disagree' }])
  })

  it('after the close is marked so', async () => {
    await take(town.people.dora)
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    await take(town.people.dora, { choice: 'disagree', reason: 'I have read the result.' })
    const [position] = await positionsHere()
    expect(position?.revisions.map(({ isAfterClose }) => isAfterClose)).toEqual([false, true])
  })

  it('pressed twice at once stands once', async () => {
    const both = await Promise.all([take(town.people.dora), take(town.people.dora)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, refusal: 'nothing-changed' })
    expect(await positionsHere()).toMatchObject([{ revisions: [{ number: 1 }] }])
  })

  it.each([
    ['alice', 'only-politicians-take-positions'],
    ['klub', 'only-politicians-take-positions'],
    ['chen', 'staff-take-no-position'],
    ['gita', 'staff-take-no-position'],
  ] as const)('is refused to %s', async (who, refusal) => {
    expect(await take(town.people[who])).toEqual({ ok: false, refusal })
    expect(await positionsHere()).toEqual([])
  })

  it('is refused on what is hidden, or not there', async () => {
    const about = { kind: 'statement', id: (await statementHere(2)).id } as const
    const { gita, dora } = town.people
    await database.transact(town.place.id, gita, (tx) => hide(tx, gita, { about, rule: 'spam', reason: 'Words' }))
    expect(await take(dora, { number: 2 })).toEqual({ ok: false, refusal: 'hidden' })
    expect(await take(dora, { number: 3 })).toEqual({ ok: false, refusal: 'no-such-statement' })
  })
})

describe('the database', () => {
  const revision = (more: Partial<NewRevision> = {}): NewRevision => ({
    number: 1,
    choice: 'agree',
    reason: '',
    language: 'en',
    at: Temporal.Now.instant(),
    isAfterClose: false,
    account: town.people.dora.account as NewRevision['account'],
    ...more,
  })
  const write = (act: (tx: Tx) => Promise<void>) => database.transact(town.place.id, null, act)
  const place = (more: readonly NewRevision[]) =>
    write(async (tx) => {
      const { person } = town.people.dora
      if (!person) throw new Error('dora is a councillor')
      const id = await putPosition(tx, { statement: (await statementHere()).id, person })
      for (const one of more) await putRevision(tx, id, one)
    })

  it('takes what follows the rules', async () => {
    await place([revision(), revision({ number: 2, choice: 'pass' })])
    expect(await positionsHere()).toHaveLength(1)
  })

  it.each([
    [
      'by another politician',
      () => [revision({ account: town.people.emil.account as NewRevision['account'] })],
      /another/,
    ],
    ['by staff', () => [revision({ account: town.people.chen.account as NewRevision['account'] })], /another/],
    ['with a gap', () => [revision({ number: 2 })], /follows/],
    ['that says the same again', () => [revision(), revision({ number: 2 })], /something else/],
    ['marked too early', () => [revision({ isAfterClose: true })], /marked/],
    ['not marked after its time', () => [revision({ at: Temporal.Now.instant().add({ hours: 24 * 60 }) })], /marked/],
    ['before the opening', () => [revision({ at: Temporal.Now.instant().subtract({ hours: 1 }) })], /here/],
    ['with too long a reason', () => [revision({ reason: 'x'.repeat(301) })], /check/],
  ] as const)('refuses one %s', async (_, revisions, why) => {
    await expect(place(revisions())).rejects.toThrow(why)
    expect(await positionsHere()).toEqual([])
  })

  it('holds one position a person and statement', async () => {
    await place([revision()])
    await expect(place([revision()])).rejects.toThrow(/unique/)
  })

  it('counts no members while people vote', async () => {
    const { id } = await statementHere()
    const early = write(async (tx) => {
      await tx
        .insertInto('opinion.member_tally')
        .values({ jurisdiction_id: tx.jurisdiction, statement_id: id, agree: 1, disagree: 0, pass: 0 })
        .execute()
    })
    await expect(early).rejects.toThrow(/closed/)
  })
})

describe('who is told', () => {
  it('whoever voted on it, once a day of each politician, and never the politician herself', async () => {
    const [anna, bo, nobody] = await residents(database, town, 3)
    if (!anna || !bo || !nobody) throw new Error('three residents')
    await castVote(database, anna, { slug: at.slug, number: 1, choice: 'agree' })
    await castVote(database, bo, { slug: at.slug, number: 2, choice: 'pass' })
    const here = hearing(database, town)
    await database.queueSql("delete from pgboss.job where name = 'notices.tell'")
    const { dora, emil } = town.people
    for (const said of [{ number: 1 }, { number: 2 }, { number: 1, choice: 'pass' }] as const) await take(dora, said)
    await here.runJobs()
    await take(dora, { number: 2, choice: 'disagree' })
    await here.runJobs()
    const toldTo = async ({ account }: Actor) => (account ? await noticesOf(read(), account) : [])
    for (const voter of [anna, bo])
      expect(await toldTo(voter)).toMatchObject([
        { stage: 'opinion', message: 'told.position', values: { politician: 'dora' }, address: 'opinion.positions' },
      ])
    expect(await toldTo(nobody)).toEqual([])
    expect((await toldTo(dora)).filter(({ message }) => message === 'told.position')).toEqual([])
    await take(emil, { number: 1 })
    await here.runJobs()
    expect(await toldTo(anna)).toHaveLength(2)
    expect(await toldTo(bo)).toHaveLength(1)
  })
})

describe('how members voted', () => {
  it('is counted at the close from who sits then, and never again', async () => {
    const people = await residents(database, town, 14)
    await database.transact(town.place.id, null, async (tx) => {
      for (const { account } of people.slice(0, 12))
        await seatAtOnce(tx, at.problem, {
          account: account as NewRevision['account'],
          person: null,
          kind: 'citizen',
          profile: newId('profile'),
          isChair: false,
        })
    })
    for (const [index, voter] of people.entries())
      await castVote(database, voter, { slug: at.slug, number: 1, choice: index % 2 === 0 ? 'agree' : 'disagree' })
    // One of them changes her mind: her last vote counts.
    if (people[0]) await castVote(database, people[0], { slug: at.slug, number: 1, choice: 'pass' })
    const { id } = await consultationHere()
    expect(await memberTallies(read(), id)).toEqual(new Map())
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    const counted = await memberTallies(read(), id)
    expect([...counted]).toEqual([[(await statementHere()).id, { agree: 5, disagree: 6, pass: 1 }]])
  })
})
