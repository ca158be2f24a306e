import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { addPerson } from '../../platform/directory/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import * as commands from './commands.ts'
import { gateOf, putGateAnswer } from './gate-store.ts'
import { gateQuestions } from './rules.ts'
import * as store from './store.ts'
import { draftingIn, type Drafting, type MandateCase } from './testing.ts'

/** The five questions on room for influence: whose answers count, and whose never do. */

let home: TestDatabase
let database: Database
let town: Town
let read: Read
let d: Drafting

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  read = database.read(town.place.id)
  d = draftingIn(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

it('one "no" at the gate blocks, before the vote and after it', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at, ['decision-is-open'])
  expect(await d.draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  await d.answer(at)
  await d.draftVote(at)
  await d.answer(at, ['timing-fits'])
  expect(await d.confirm(at)).toEqual({ ok: false, refusal: 'incomplete' })
  expect(await store.adoptedMandate(read, at.problem)).toBeUndefined()
})

it('a politician who steps back leaves no veto behind, and her "no" stays to be read', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  const { emil, dora } = town.people
  await takesUp(at, emil.person)
  const answers = gateQuestions.map((question) => ({ question, isYes: false, reason: 'Never.' }))
  expect((await commands.answerGate(database, emil, { slug: at.slug, answers })).ok).toBe(true)
  // R5: while he stands behind the case his "no" stops it.
  expect(await d.draftVote(at)).toEqual({ ok: false, refusal: 'incomplete' })
  await database.transact(town.place.id, null, (tx) =>
    sql`update problem.sponsorship set ended_at = now(), ended_words = 'Enough.'
      where problem_id = ${at.problem} and person_id = ${emil.person}`.execute(tx),
  )
  const id = (await store.latestMandate(read, at.problem))?.id ?? newId('mandate')
  expect((await gateOf(read, id)).map(({ person, counts }) => [person, counts])).toEqual([
    ...gateQuestions.map(() => [dora.person, true]),
    ...gateQuestions.map(() => [emil.person, false]),
  ])
  expect(await d.draftVote(at)).toEqual({ ok: true, value: null })
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  // The next version does not begin with them.
  await d.save(at, { ...d.whole(), tasks: 'More.' })
  const next = (await store.latestMandate(read, at.problem))?.id ?? newId('mandate')
  expect(new Set((await gateOf(read, next)).map(({ person }) => person))).toEqual(new Set([dora.person]))
})

it('a politician who has lost her seat neither stops nor carries the gate, by the rule and by the database', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  await d.answer(at)
  const unseated = await database.transact(town.place.id, null, (tx) =>
    addPerson(tx, { slug: 'una-seatless', name: 'Una Seatless' }),
  )
  await takesUp(at, unseated)
  const id = (await store.latestMandate(read, at.problem))?.id ?? newId('mandate')
  await database.transact(town.place.id, null, (tx) =>
    putGateAnswer(tx, id, { question: 'timing-fits', isYes: false, reason: 'No.', person: unseated, at: tx.now }),
  )
  expect(await d.draftVote(at)).toEqual({ ok: true, value: null })
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
})

async function takesUp({ problem }: MandateCase, person: Id<'person'> | null): Promise<void> {
  await database.transact(town.place.id, null, (tx) =>
    sql`insert into problem.sponsorship (jurisdiction_id, problem_id, person_id, words, at)
      values (${town.place.id}, ${problem}, ${person}, '', now())`.execute(tx),
  )
}

it('never lets staff answer the gate or adopt', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  const answers = gateQuestions.map((question) => ({ question, isYes: true, reason: 'Because.' }))
  expect(await commands.answerGate(database, town.people.chen, { slug: at.slug, answers })).toEqual({
    ok: false,
    refusal: 'staff-never',
  })
  await d.answer(at)
  await d.draftVote(at)
  for (const staff of [town.people.chen, town.people.gita, town.people.ada]) {
    expect(await d.confirm(at, staff)).toEqual({ ok: false, refusal: 'staff-never-confirm' })
  }
  expect(await d.confirm(at, town.people.emil)).toEqual({ ok: false, refusal: 'only-chair-confirms' })
})
