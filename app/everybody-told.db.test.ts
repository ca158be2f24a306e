import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../platform/db/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { follow, tellJob } from '../platform/notices/index.ts'
import { foundTown, townspeople, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { answerOffer } from '../stages/arena/acceptances/answering.ts'
import { seatPolitician } from '../stages/arena/commands.ts'
import { giveAnswer } from '../stages/decision/answers/commands.ts'
import { handOver, setDates } from '../stages/decision/commands.ts'
import { answersOf, packageOf } from '../stages/decision/index.ts'
import { readyCase, wordsFor, type ReadyCase } from '../stages/decision/testing.ts'
import { closePackage, confirmVote, draftVote, votesOf } from '../stages/decision/voting/commands.ts'
import { report } from '../stages/delivery/commands.ts'
import { pledge } from '../stages/delivery/pledges/commands.ts'
import { commit } from '../stages/delivery/committing.ts'
import { addIdea } from '../stages/draft/ideas/commands.ts'
import { retellRecommendation } from '../stages/draft/index.ts'
import { sponsorProblem } from '../stages/problem/commands.ts'
import { castVote, consultationOf, statementsIn } from '../stages/opinion/index.ts'
import { openConsultation, writeStatement } from '../stages/opinion/commands.ts'
import { prepareAccount, signAccount } from '../stages/outcome/account/commands.ts'
import { intend, measure } from '../stages/outcome/commands.ts'
import { wordsByStage } from './bindings.ts'
import { openTestHouse, testOrigin, type TestHouse } from './testing.ts'

/** Who raised, wrote, voted, sits, follows or pledged hears of each step to the end, whatever she follows (R33, R38). */

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const start = Temporal.Instant.from('2026-11-24T08:00:00Z')

/** alice raised it, aisha wrote an idea and bashir voted on a statement that recommendation 3 rests on, emil sits, gita follows. */
const concerned: readonly Townsperson[] = ['alice', 'aisha', 'bashir', 'emil', 'gita']
/** And klub, from its pledge on. Nobody concerns ole and ada. */
const withPledger: readonly Townsperson[] = [...concerned, 'klub']

let house: TestHouse
let town: Town
let at: ReadyCase
let database: Database

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  database = house.database.at(start)
  at = await readyCase(database, town)
  await takePart()
}, 60_000)
afterAll(() => house.close())

const read = () => house.database.read(town.place.id)

async function takePart(): Promise<void> {
  const { aisha, alice, bashir, emil, gita } = town.people
  const { slug, problem, chair } = at
  const seat = { slug, person: emil.person ?? ('' as Id<'person'>), reason: 'Knows it.', isChair: false }
  kept(await sponsorProblem(database, chair, { slug, words: 'I take it up.' }))
  kept(await seatPolitician(database, chair, seat))
  kept(await answerOffer(database, emil, { slug, isYes: true, words: '' }))
  const words = { title: 'A hall', text: 'For music.', place: '', kind: 'idea', language: 'en' } as const
  const idea = kept(await addIdea(database, aisha, { slug, ...words }))
  const { timeZone } = town.place
  const hearing = { slug, until: day('2026-12-20'), timeZone, shows: 'after-five', decided: '' } as const
  kept(await openConsultation(database, chair, hearing))
  kept(await writeStatement(database, alice, { slug, text: 'Dry feet first.', language: 'en' }))
  kept(await castVote(database, bashir, { slug, number: 1, choice: 'disagree' }))
  const about = { kind: 'problem', id: problem } as const
  await database.transact(town.place.id, null, async (tx) => {
    if (gita.account) await follow(tx, { account: gita.account, about })
    const opened = await consultationOf(tx, problem)
    const [statement] = opened ? await statementsIn(tx, opened.id) : []
    if (!statement) throw new Error('no statement')
    const cites = [
      { kind: 'idea', id: idea.id },
      { kind: 'statement', id: statement.id },
    ] as const
    const told = { problem, title: 'Build a hall', text: 'It is dry.', agreement: null, minorityText: '', day: null }
    await retellRecommendation(tx, { ...told, clauses: [{ text: 'A hall.', cites }], source: 'https://example.org' })
  })
}

function kept<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string },
): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

const settings = {
  origin: () => testOrigin,
  say: (stage: string, lang: string) => wordsByStage[stage]?.sayAny(lang) ?? (() => `nobody speaks for ${stage}`),
}

/** Does it, and lets the worker do each job twice; then each hearer has the same news once. */
async function hearersOf(message: string, act: () => Promise<unknown>): Promise<readonly Townsperson[]> {
  await house.asOwner("delete from pgboss.job where name = 'notices.tell'")
  await house.asOwner('delete from notices.notice')
  await act()
  const jobs = await house.asOwner("select data from pgboss.job where name = 'notices.tell'")
  for (const { data } of [...jobs, ...jobs]) await tellJob(settings)(house.database, data as Job)
  const told = await house.asOwner(`select account_id from notices.notice where message = '${message}'`)
  expect(new Set(told.map((row) => row['account_id'])).size, `${message}, once each`).toBe(told.length)
  return townspeople.filter((name) => told.some((row) => row['account_id'] === town.people[name].account))
}

const answer = (number: number) =>
  giveAnswer(database, town.people.dora, { slug: at.slug, number, place: town.place, ...wordsFor('accept') })

async function vote(): Promise<void> {
  const seen = new Map((await answersOf(read(), at.problem)).map((item) => [item.number, item.answer?.version ?? 0]))
  const counts = { votesFor: 2, votesAgainst: 1, abstentions: 0, isCarried: true, decidedOn: day('2026-11-24') }
  const words = { motion: 'To answer so', reference: '', dissent: '' }
  const { slug } = at
  kept(
    await draftVote(database, town.people.chen, { slug, place: town.place, number: null, seen, ...counts, ...words }),
  )
  const pack = await packageOf(read(), at.problem)
  const waiting = pack && (await votesOf(read(), pack)).find((one) => one.confirmedAt === null)
  if (!waiting) throw new Error('no record waits')
  kept(await confirmVote(database, town.people.dora, { slug, resolution: waiting.id }))
}

it('everybody who took part hears of every step, once', async () => {
  const { chen, dora, klub } = town.people
  const { slug } = at
  const { place } = town
  const hear = async (message: string, act: () => Promise<Parameters<typeof kept>[0]>) =>
    hearersOf(message, async () => kept(await act()))

  const handed = await hear('told.handed-over', () => handOver(database, at.chair, { slug, place, language: 'en' }))
  expect(handed).toEqual(expect.arrayContaining([...concerned]))
  kept(await setDates(database, chen, { slug, meetingOn: day('2026-11-24'), returnOn: day('2027-06-01') }))
  // Who only voted on, or wrote, what this recommendation does not rest on hears when all is answered.
  const first = await hear('told.accept', () => answer(1))
  expect(first).toEqual(expect.arrayContaining(['alice', 'emil', 'gita']))
  expect(first, 'not of what she did not vote on').not.toContain('bashir')
  kept(await answer(2))
  expect(await hear('told.accept', () => answer(3))).toEqual(expect.arrayContaining([...concerned]))
  await vote()
  expect(await hear('told.closed', () => closePackage(database, dora, { slug }))).toEqual(
    expect.arrayContaining([...concerned]),
  )

  const promise = {
    slug,
    place,
    recommendation: 3,
    title: 'Build the hall',
    office: 'Works',
    owner: dora.person ?? ('' as Id<'person'>),
    budgetLine: 'line 4.12',
    needsNoBudget: false,
    milestones: [{ what: 'Tender', dueOn: day('2027-01-10') }],
    nextReportOn: day('2027-02-01'),
  }
  const begun = await hear('told.committed', () => commit(database, dora, promise))
  expect(begun).toEqual(expect.arrayContaining(['alice', 'aisha', 'bashir', 'emil', 'gita']))
  kept(
    await pledge(database, klub, {
      slug,
      commitment: 1,
      what: 'Hands',
      howMuch: '10 days',
      by: day('2027-03-01'),
      place,
    }),
  )
  const on = { slug, number: 1, place, text: 'So it goes.' }
  for (const [standing, nextReportOn] of [
    ['late', day('2027-05-01')],
    ['kept', null],
  ] as const)
    expect(
      await hear(`told.${standing}`, () =>
        report(database, dora, { ...on, standing, reason: standing === 'late' ? 'Frost.' : '', nextReportOn }),
      ),
      standing,
    ).toEqual(expect.arrayContaining([...withPledger]))

  const baseline = { baselineValue: 4, baselineOn: day('2026-06-01'), baselineSource: 'Own count' }
  const target = { targetValue: 1, targetBy: day('2028-01-01'), name: 'Floods', unit: 'a year' }
  kept(await intend(database, chen, { slug, place, ...baseline, ...target, commitments: [1] }))
  const value = { slug, number: 1, place, value: 2, on: day('2026-11-20'), source: 'Own count' }
  expect(await hear('told.measured', () => measure(database, chen, value))).toEqual(
    expect.arrayContaining([...withPledger]),
  )
  const none = {
    sideEffects: '',
    fairness: '',
    authorityUsed: 'none',
    costMinor: null,
    costCurrency: null,
    costWords: '',
  }
  kept(await prepareAccount(database, chen, { slug, intendedFor: 'All', whatCame: 'Less water', ...none }))
  const signed = await hear('told.account-signed', () => signAccount(database, dora, { slug, version: 1 }))
  expect(signed).toEqual(expect.arrayContaining([...withPledger]))
  for (const nobody of ['ole', 'ada'] as const) expect(signed).not.toContain(nobody)
}, 60_000)
