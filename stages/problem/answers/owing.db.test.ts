import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { businessOf } from '../business.ts'
import { sponsorProblem } from '../commands.ts'
import { answerFraming, proposeFraming } from '../framing-commands.ts'
import { supportProblem } from '../supports/commands.ts'
import { agendaPoll } from '../supports/jobs.ts'
import { giveRule, problemWords, raised } from '../testing.ts'
import { confirmAnswer, draftAnswer } from './commands.ts'
import { answeredLines, owedLines } from './lists.ts'
import { owedOf, questionOwed } from './owing.ts'
import { waitingRecords } from './store.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const asked = problemWords.question
const other = 'Shall the path be closed?'

/** A problem one support brings before the council, led by Dora, who is about to put another question in its place. */
async function led() {
  const town = await foundTown(database)
  const inMarch = database.at(Temporal.Instant.from('2026-03-02T09:00:00Z'))
  await giveRule(inMarch, town, { rungs: [{ threshold: 1, owes: 'decision' }] })
  const problem = await raised(inMarch, town.people.alice)
  await sponsorProblem(inMarch, town.people.dora, { slug: problem.slug, words: 'I lead it.' })
  const support = (): ReturnType<typeof supportProblem> => supportProblem(inMarch, town.people.bashir, problem.slug)
  const swap = async (): Promise<void> => {
    const { slug } = problem
    const words = {
      ...problemWords,
      slug,
      kind: 'another-problem',
      question: other,
      reason: 'It is behind it.',
    } as const
    expect(await proposeFraming(inMarch, town.people.aisha, words)).toMatchObject({ ok: true })
    const yes = { slug, number: 2, isAccepted: true, reason: 'So it is.' }
    expect(await answerFraming(inMarch, town.people.dora, yes)).toMatchObject({ ok: true })
  }
  return { town, inMarch, problem, support, swap, read: database.read(town.place.id) }
}

/** What was said to people about a problem, by message: the question each names. */
async function told({ place }: Town): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.queueSql(`select data from pgboss.job where name = 'notices.tell'`)
  const jobs = rows as readonly {
    readonly data: { readonly jurisdiction: string; readonly message: string; readonly values: { question: string } }
  }[]
  return new Map(
    jobs.flatMap(({ data }) => (data.jurisdiction === place.id ? [[data.message, data.values.question] as const] : [])),
  )
}

it('a bug once: a sponsor who put another question in its place changed what the body owed an answer to', async () => {
  const { town, inMarch, problem, support, swap, read } = await led()
  await support()
  await agendaPoll(inMarch, town.place.id)
  await swap()
  const [debt] = await owedOf(read, problem.id)
  if (!debt) throw new Error('nothing is owed')
  expect(await questionOwed(read, debt)).toBe(asked)
  expect(await owedLines(read)).toMatchObject([{ question: asked, putNow: other }])
  expect(await businessOf(read, problem.id)).toMatchObject([{ why: 'list', framing: 1 }])
  const notices = await told(town)
  expect([notices.get('told.answer-owed'), notices.get('told.answer-owed-by-you')]).toEqual([asked, asked])
  expect(notices.get('told.another-problem')).toBe(other)
})

it('answers the words that reached the number, to everybody, also where another body answers for it', async () => {
  const { town, inMarch, problem, support, swap, read } = await led()
  await support()
  await agendaPoll(inMarch, town.place.id)
  await swap()
  const { slug } = problem
  const record = {
    slug,
    reason: 'Not ours.',
    sponsor: null,
    referredName: '',
    referredPlace: null,
    motion: 'We refer it.',
    reference: 'Item 9',
    votesFor: 2,
    votesAgainst: 0,
    abstentions: 0,
    isCarried: true,
    dissent: '',
    decidedOn: Temporal.PlainDate.from('2026-03-02'),
  }
  const answers = [
    { number: 1, outcome: 'referred', referredBody: town.committee },
    { number: 2, outcome: 'refused', referredBody: null },
  ] as const
  for (const answer of answers) {
    expect(await draftAnswer(inMarch, town.people.chen, { ...record, ...answer })).toMatchObject({ ok: true })
    const waiting = (await waitingRecords(read, [problem.id])).find(({ number }) => number === answer.number)
    const { number } = answer
    const resolution = waiting?.resolution
    expect(await confirmAnswer(inMarch, town.people.dora, { slug, number, resolution })).toMatchObject({ ok: true })
  }
  expect(await owedOf(read, problem.id)).toMatchObject([{ framing: 1 }, { framing: 1, referredFrom: 1 }])
  expect((await told(town)).get('told.body-refused')).toBe(asked)
  expect(await answeredLines(read, 5)).toMatchObject([{ question: asked }, { question: asked }])
  const facts = (await entries(read, { problem: problem.id })).filter(({ kind }) => kind === 'problem.body-answered')
  expect(facts.map((fact) => fact.public)).toMatchObject([{ framing: 1 }, { framing: 1 }])
})

it('counts what the old words have reached before new ones take their place', async () => {
  const { problem, support, swap, read } = await led()
  await support()
  // Nobody has counted yet.
  await swap()
  const [debt] = await owedOf(read, problem.id)
  expect(debt).toMatchObject({ framing: 1, supports: 1 })
  expect(await owedLines(read)).toMatchObject([{ question: asked, putNow: other }])
})

it('cannot owe an answer to words nobody wrote, nor to other words later', async () => {
  const { town, inMarch, problem, support, swap } = await led()
  await support()
  await agendaPoll(inMarch, town.place.id)
  await swap()
  const rewrite = (change: { framing_number?: number; supports?: number }): Promise<unknown> =>
    database.transact(town.place.id, null, (tx) =>
      tx.updateTable('problem.answer_owed').set(change).where('problem_id', '=', problem.id).execute(),
    )
  await expect(rewrite({ framing_number: 2 })).rejects.toThrow('is not rewritten')
  await expect(rewrite({ supports: 9 })).rejects.toThrow('is not rewritten')
  const never = database.transact(town.place.id, null, (tx) =>
    tx.updateTable('problem.body_business').set({ framing_number: 7 }).where('problem_id', '=', problem.id).execute(),
  )
  await expect(never).rejects.toThrow('business_with_words')
  await expect(
    database.transact(town.place.id, null, (tx) =>
      tx
        .insertInto('problem.answer_owed')
        .values({
          jurisdiction_id: tx.jurisdiction,
          problem_id: problem.id,
          number: 2,
          rung: 2,
          body_id: town.council,
          framing_number: 7,
          supports: 1,
          reached_at: tx.now,
          due_at: tx.now.add({ hours: 1 }),
        })
        .execute(),
    ),
  ).rejects.toThrow('owed_for_words')
})
