import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Tx } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { draftAnswer } from './answers/commands.ts'
import type { Problem } from './store.ts'
import { supportProblem } from './supports/commands.ts'
import { agendaPoll } from './supports/jobs.ts'
import { giveRule, raised } from './testing.ts'

/** What the database itself refuses, tried past every rule: the wrong row, written directly. */

let home: TestDatabase
let database: Database
let town: Town
let inMarch: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  inMarch = database.at(Temporal.Instant.from('2026-03-02T09:00:00Z'))
  town = await foundTown(database)
  await giveRule(inMarch, town, { rungs: [{ threshold: 1, owes: 'decision' }] })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

function write<Value>(act: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inMarch.transact(town.place.id, null, act)
}

/** A problem that the council owes an answer to. */
async function owed(): Promise<Problem> {
  const problem = await raised(inMarch, town.people.alice)
  await supportProblem(inMarch, town.people.bashir, problem.slug)
  await agendaPoll(inMarch, town.place.id)
  return problem
}

const [dora, emil] = [() => town.people.dora.person ?? never(), () => town.people.emil.person ?? never()]

function never(): never {
  throw new Error('a politician is a person')
}

it('keeps the words of an answer as they were voted on', async () => {
  const { slug, id } = await owed()
  const record = {
    slug,
    number: 1,
    outcome: 'refused',
    reason: 'The road is the region’s.',
    sponsor: null,
    referredBody: null,
    referredName: '',
    referredPlace: null,
    motion: 'We refuse.',
    decidedOn: Temporal.PlainDate.from('2026-03-02'),
    reference: 'Item 9',
    votesFor: 2,
    votesAgainst: 1,
    abstentions: 0,
    isCarried: true,
    dissent: '',
  } as const
  expect(await draftAnswer(inMarch, town.people.chen, record)).toMatchObject({ ok: true })
  for (const change of [{ reason: 'Other words.' }, { outcome: 'given' }, { owed_number: 2 }]) {
    const rewritten = write((tx) =>
      tx.updateTable('problem.body_answer').set(change).where('problem_id', '=', id).execute(),
    )
    await expect(rewritten).rejects.toThrow('an answer is not rewritten')
  }
})

it('starts the clock of a rung once', async () => {
  const { id } = await owed()
  const again = (referredFrom: number | null): Promise<unknown> =>
    write((tx) =>
      tx
        .insertInto('problem.answer_owed')
        .values({
          jurisdiction_id: tx.jurisdiction,
          problem_id: id,
          number: 2,
          rung: 1,
          body_id: town.committee,
          framing_number: 1,
          supports: 2,
          reached_at: tx.now,
          due_at: tx.now.add({ hours: 1 }),
          referred_from: referredFrom,
        })
        .execute(),
    )
  await expect(again(null)).rejects.toThrow('rung_reached_once')
  // Referred on, it is the same rung, owed by another body.
  await again(1)
})

it('lets a politician take a problem up once at a time', async () => {
  const { id } = await raised(inMarch, town.people.alice)
  const takeUp = (minutes: number): Promise<unknown> =>
    write((tx) =>
      tx
        .insertInto('problem.sponsorship')
        .values({
          jurisdiction_id: tx.jurisdiction,
          problem_id: id,
          person_id: dora(),
          account_id: town.people.dora.account,
          words: '',
          at: tx.now.add({ minutes }),
        })
        .execute(),
    )
  await takeUp(0)
  await expect(takeUp(1)).rejects.toThrow('one_sponsorship_held')
  await write((tx) =>
    tx
      .updateTable('problem.sponsorship')
      .set({ ended_at: tx.now.add({ minutes: 2 }), ended_words: 'No time.' })
      .where('problem_id', '=', id)
      .execute(),
  )
  await takeUp(3)
})

it('lets one invitation at a time wait for a politician', async () => {
  const { id } = await raised(inMarch, town.people.alice)
  const invite = (minutes: number): Promise<unknown> =>
    write((tx) =>
      tx
        .insertInto('problem.sponsor_invitation')
        .values({
          jurisdiction_id: tx.jurisdiction,
          problem_id: id,
          person_id: emil(),
          invited_by: dora(),
          words: 'Join me.',
          at: tx.now.add({ minutes }),
        })
        .execute(),
    )
  await invite(0)
  await expect(invite(1)).rejects.toThrow('one_waiting_invitation')
  await write((tx) =>
    tx
      .updateTable('problem.sponsor_invitation')
      .set({ state: 'declined', answered_at: tx.now.add({ minutes: 2 }) })
      .where('problem_id', '=', id)
      .execute(),
  )
  await invite(3)
})

it('asks another place once, until it has said no', async () => {
  const { id } = await raised(inMarch, town.people.alice)
  const other = await foundTown(database)
  const ask = (): Promise<unknown> =>
    write((tx) =>
      tx
        .insertInto('problem.handover_out')
        .values({
          jurisdiction_id: tx.jurisdiction,
          id: newId('handover'),
          problem_id: id,
          kind: 'whole',
          to_id: other.place.id,
          reason: 'The road is yours.',
          asked_by: town.people.dora.account ?? never(),
          asked_by_person: dora(),
          asked_at: tx.now,
        })
        .execute(),
    )
  await ask()
  await expect(ask()).rejects.toThrow('one_open_handover')
  await write((tx) =>
    tx
      .updateTable('problem.handover_out')
      .set({ state: 'declined', answer: 'It is not ours.', answered_at: tx.now })
      .where('problem_id', '=', id)
      .execute(),
  )
  await ask()
})
