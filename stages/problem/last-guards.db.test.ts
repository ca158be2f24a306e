import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Tx } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { agendaOf } from './agenda/store.ts'
import { draftAnswer } from './answers/commands.ts'
import { putMerger } from './merges/store.ts'
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

it('keeps the rule and the window a problem was raised under, and what has ended', async () => {
  const { id } = await owed()
  await giveRule(inMarch, town, { rungs: [{ threshold: 1, owes: 'decision' }] }) // another version to move it to
  const rule = (await agendaOf(inMarch.read(town.place.id), id))?.rule.version ?? 0
  const later = Temporal.Instant.from('2031-01-01T00:00:00Z')
  for (const change of [{ rule_version: rule + 1 }, { closes_at: later }]) {
    const moved = write((tx) => tx.updateTable('problem.agenda').set(change).where('problem_id', '=', id).execute())
    await expect(moved).rejects.toThrow('keeps the rule it was raised under')
  }
  const settle = (at: (tx: Tx) => Temporal.Instant | null): Promise<unknown> =>
    write((tx) =>
      tx
        .updateTable('problem.agenda')
        .set({ settled_at: at(tx) })
        .where('problem_id', '=', id)
        .execute(),
    )
  await settle((tx) => tx.now)
  await expect(settle(() => null)).rejects.toThrow('has ended')
})

it('moves no support to another problem or to somebody else', async () => {
  const [one, other] = [await owed(), await raised(inMarch, town.people.alice)]
  const { aisha } = town.people
  for (const change of [{ problem_id: other.id }, { account_id: aisha.account }]) {
    const moved = write((tx) =>
      tx.updateTable('problem.support').set(change).where('problem_id', '=', one.id).execute(),
    )
    await expect(moved).rejects.toThrow('is moved to nobody else')
  }
})

it('rewrites no merger', async () => {
  const [one, other, third] = [
    await raised(inMarch, town.people.alice),
    await raised(inMarch, town.people.alice),
    await raised(inMarch, town.people.alice),
  ]
  const by = town.people.chen.account ?? never()
  await write((tx) => putMerger(tx, { problem: one.id, into: other.id, reason: 'The same lamps.', by }))
  const rewrite = (change: { into_id?: typeof one.id; undone_at?: Temporal.Instant | null }): Promise<unknown> =>
    write((tx) => tx.updateTable('problem.merger').set(change).where('problem_id', '=', one.id).execute())
  await expect(rewrite({ into_id: third.id })).rejects.toThrow('is not rewritten')
  await rewrite({ undone_at: await inMarch.now() })
  await expect(rewrite({ undone_at: null })).rejects.toThrow('is not rewritten')
})
