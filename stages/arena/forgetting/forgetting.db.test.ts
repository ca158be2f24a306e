import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { accountById } from '../../../platform/identity/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import * as byStaff from '../by-staff/commands.ts'
import { withdrawApplication } from '../changing.ts'
import { applyForSeat } from '../commands.ts'
import * as letters from '../letters/commands.ts'
import { arenaRoutes } from '../routes.tsx'
import { arenaWaitingFor } from '../slots.ts'
import { ownApplications } from '../own-lines.ts'
import { answerApplication } from '../application-store.ts'
import { applicationsOf } from '../store.ts'
import type { TestCall } from '../testing.ts'
import { at, decideOn, openCall, openTown, real, resident, town, writeDown } from '../testing-call.ts'
import { forgettingPoll } from './jobs.ts'
import * as erase from './erase-store.ts'
import * as store from './store.ts'

// `foundCall` announces the sixtieth day after the call closes: 6 February 2027, from its first minute in Copenhagen.
const dayBefore = Temporal.Instant.from('2027-02-05T22:59:00Z')
const dayBegins = Temporal.Instant.from('2027-02-05T23:00:00Z')
const thatDay = dayBegins.add({ minutes: 1 })
// Thirty days later: 8 March 2027.
const lastDay = Temporal.Instant.from('2027-03-07T23:01:00Z')

openTown()

const secretWords = 'I walk there every evening with my dog Karo.'

async function apply(call: TestCall, actor: Actor): Promise<void> {
  const words = { motivation: secretWords, tie: 'I live in Karo’s street.', gender: 'woman' as const }
  expect(await applyForSeat(at, actor, { slug: call.slug, profile: call.profile, ...words })).toMatchObject({
    ok: true,
  })
}

async function answerAll(call: TestCall): Promise<void> {
  const { account: by } = town.people.dora
  if (by === null) throw new Error('dora has an account')
  await real.transact(town.place.id, null, async (tx) => {
    for (const { id, state } of await applicationsOf(tx, call.problem))
      if (state === 'waiting')
        await answerApplication(
          tx,
          { id, problem: call.problem },
          { state: 'not-selected', answer: 'Others live nearer.', by, isSubstitute: true },
        )
  })
}

async function poll(when: Temporal.Instant): Promise<void> {
  await forgettingPoll(real.at(when), town.place.id)
}

async function textsOf(call: TestCall): Promise<string> {
  const read = real.read(town.place.id)
  const { rows } = await sql<{ all: string }>`
    select coalesce(string_agg(t.text, ' '), '') as all from (
      select to_jsonb(a)::text as text from arena.application a where a.problem_id = ${call.problem}
      union all select to_jsonb(r)::text from arena.staff_record r where r.problem_id = ${call.problem}
      union all select to_jsonb(d)::text from arena.address d where d.problem_id = ${call.problem}
      union all select to_jsonb(l)::text from arena.letter l where l.problem_id = ${call.problem}
      union all select s.payload::text from ledger.event_secret s
        join ledger.event e using (jurisdiction_id) where e.id = s.event_id and e.problem_id = ${call.problem}
    ) t`.execute(read)
  return rows[0]?.all ?? ''
}

async function factOf(call: TestCall, wanted = 'arena.forgotten') {
  const all = await entries(real.read(town.place.id), { problem: call.problem })
  return all.filter(({ kind }) => kind === wanted)
}

/** Somebody without a computer whom a second one of staff has confirmed; or nobody, yet. */
async function recorded(call: TestCall, name: string, isConfirmed: boolean): Promise<void> {
  const words = { motivation: secretWords, tie: 'Karo', gender: null }
  const number = await writeDown(call, { ...words, name, address: `${name}svej 9` })
  if (isConfirmed) await decideOn(call, number)
}

async function ledBy(call: TestCall, { account, person }: Actor): Promise<void> {
  const words = 'I live there.'
  await real.transact(town.place.id, null, async (tx) =>
    tx
      .insertInto('problem.sponsorship')
      .values({
        jurisdiction_id: tx.jurisdiction,
        problem_id: call.problem,
        person_id: person ?? newId('person'),
        account_id: account,
        words,
        at: tx.now,
      })
      .execute(),
  )
}

async function erasedNow({ problem }: TestCall) {
  const { rows } = await sql`
    select
      (select count(*)::int from arena.application where problem_id = ${problem} and erased_at is not null) as applications,
      (select count(*)::int from arena.application where problem_id = ${problem} and erased_at is null) as waiting,
      (select count(*)::int from arena.staff_record where problem_id = ${problem} and erased_at is not null) as records,
      (select count(*)::int from arena.staff_record where problem_id = ${problem} and erased_at is null) as "recordsWaiting"
  `.execute(real.read(town.place.id))
  return rows[0]
}

/** Who was told what of the erasing. */
async function toldOf({ slug }: TestCall): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await real.queueSql("select data from pgboss.job where name = 'notices.tell' order by created_on")
  const news = rows as readonly {
    readonly data: { readonly message: string; readonly only: unknown; readonly params: { readonly problem: string } }
  }[]
  return Object.fromEntries(
    news.flatMap(({ data: { message, only, params } }) =>
      params.problem === slug && /still-waiting|no-answer/.test(message) ? [[message, only]] : [],
    ),
  )
}

async function isErased(call: TestCall): Promise<boolean> {
  return (await applicationsOf(real.read(town.place.id), call.problem)).every(({ erasedAt }) => erasedAt !== null)
}

describe('on the announced day', () => {
  it('abuse 69: words, ties, answers, addresses and what staff wrote down are gone; how many they were stays', async () => {
    const call = await openCall()
    const people = await Promise.all(Array.from({ length: 6 }, resident))
    for (const one of people) await apply(call, one)
    const addresses = [1, 2, 3].map((number) => ({
      name: 'Karo Karosen',
      lines: [`Karosvej ${number}`],
      postcode: '5700',
      town: '',
      household: null,
      values: [],
    }))
    await letters.listAddresses(at, town.people.chen, { slug: call.slug, list: { features: [], addresses } })
    await letters.drawLetters(at, town.people.chen, { slug: call.slug, letters: 2, strataBy: [], expected: {} })
    await recorded(call, 'Karo Hansen', true)
    // A bug once: why a record was sent back outlived the day.
    const back = await writeDown(call, {
      motivation: secretWords,
      tie: 'Karo',
      name: 'Karo Jensen',
      address: 'Karosvej 10',
    })
    await decideOn(call, back, 'Ask Karo for her street.')
    await answerAll(call)
    expect(await textsOf(call)).toContain('Ask Karo')

    await poll(dayBefore)
    expect(await isErased(call)).toBe(false)
    await poll(thatDay)
    expect(await isErased(call)).toBe(true)
    expect(await textsOf(call)).not.toMatch(/Karo|Others live nearer|woman/)

    const held = (await applicationsOf(real.read(town.place.id), call.problem)).at(-1)?.account as Id<'account'>
    expect((await accountById(real.read(town.place.id), held))?.name).toBe('')
    expect(await store.forgettingOf(real.read(town.place.id), call.problem)).toMatchObject({
      done: { applications: 7, records: 2, letters: 2, addresses: 3 },
    })
    const [fact, ...more] = await factOf(call)
    expect(more).toEqual([])
    expect(fact?.public).toEqual({
      dueOn: '2027-02-06',
      applications: 7,
      records: 'few',
      letters: 'few',
      addresses: 'few',
      waiting: 0,
    })
  })

  it('happens once, and goes on where it was stopped', async () => {
    const call = await openCall()
    const people = await Promise.all([resident(), resident(), resident()])
    for (const one of people) await apply(call, one)
    await answerAll(call)
    // A worker that was killed after its first transaction has left one erased, and no fact.
    await real.at(thatDay).transact(town.place.id, null, async (tx) => {
      const some = await erase.applicantsToErase(tx, call.problem, { most: 1, isLate: false })
      await erase.eraseApplications(tx, call.problem, some)
    })
    await Promise.all([poll(thatDay), poll(thatDay)])
    await poll(thatDay.add({ hours: 24 }))
    expect(await isErased(call)).toBe(true)
    expect(await factOf(call)).toHaveLength(1)
    expect((await store.forgettingOf(real.read(town.place.id), call.problem)).done?.applications).toBe(3)
  })

  // A bug once: one who waited kept what staff had written down of all the others, and a case never confirmed kept it for ever.
  it('who waits for an answer holds up nobody else, and is erased thirty days later with or without one', async () => {
    const call = await openCall()
    const [nia, ola] = [await resident(), await resident()]
    await apply(call, nia)
    await recorded(call, 'Karo', true)
    await answerAll(call)
    await apply(call, ola)
    await recorded(call, 'Karoline', false)
    await poll(thatDay)
    expect(await erasedNow(call)).toEqual({ applications: 2, waiting: 1, records: 1, recordsWaiting: 1 })
    expect((await factOf(call))[0]?.public).toMatchObject({ applications: 'few', waiting: 'few' })
    expect(await toldOf(call)).toEqual({ 'told.still-waiting': [ola.account] })

    await poll(lastDay.subtract({ minutes: 2 }))
    expect(await textsOf(call)).toContain('Karo')
    await Promise.all([poll(lastDay), poll(lastDay)])
    await poll(lastDay.add({ hours: 24 }))
    expect(await textsOf(call)).not.toContain('Karo')
    expect(await erasedNow(call)).toEqual({ applications: 3, waiting: 0, records: 2, recordsWaiting: 0 })
    expect(await toldOf(call)).toEqual({ 'told.still-waiting': [ola.account], 'told.no-answer': [ola.account] })
    expect(await factOf(call, 'arena.forgotten-late')).toMatchObject([
      { public: { lastOn: '2027-03-08', unanswered: 'few' } },
    ])
    const going = { params: { problem: call.slug } }
    const hers = visitIn(real, town.place, { ...going, at: lastDay, as: ola })
    expect(textOf(await answerAt(arenaRoutes, 'arena.application', hers))).toContain(
      'Nobody gave you an answer in time',
    )
    const confirming = await byStaff.decideRecord(real.at(lastDay), town.people.gita, {
      slug: call.slug,
      number: 2,
      why: null,
    })
    expect(confirming).toMatchObject({ ok: false, refusal: 'erased-already' })
  })

  it('an answer that comes late can be read until the last day', async () => {
    const call = await openCall()
    const nia = await resident()
    await apply(call, nia)
    await poll(thatDay)
    await answerAll(call)
    await poll(thatDay.add({ hours: 1 }))
    const hers = visitIn(real, town.place, { params: { problem: call.slug }, at: thatDay.add({ hours: 2 }), as: nia })
    expect(textOf(await answerAt(arenaRoutes, 'arena.application', hers))).toContain('Others live nearer')
    await poll(lastDay)
    expect(await isErased(call)).toBe(true)
    expect(await factOf(call, 'arena.forgotten-late')).toMatchObject([{ public: { unanswered: 0 } }])
  })

  it('who must answer has it on the desk before, and nobody else', async () => {
    const call = await openCall()
    await apply(call, await resident())
    await ledBy(call, town.people.dora)
    const lines = async (when: Temporal.Instant, as: Actor) =>
      (await arenaWaitingFor(visitIn(real, town.place, { at: when, as }))).filter(
        ({ title, act }) => title.includes('told') && act.href.includes(`/${call.slug}/`),
      )
    const { chen, dora, alice } = town.people
    const before = thatDay.subtract({ hours: 24 * 14 })
    expect(await lines(before.subtract({ minutes: 2 }), chen)).toEqual([])
    for (const who of [chen, dora])
      expect(await lines(before, who)).toMatchObject([
        { title: expect.stringMatching(/^1 person has no answer yet. On Saturday, 6 February/), due: dayBegins },
      ])
    expect(await lines(before, alice)).toEqual([])
    await poll(thatDay)
    expect(await lines(thatDay, chen)).toMatchObject([{ title: expect.stringContaining('an answer that is late') }])
    await poll(lastDay)
    expect(await lines(lastDay, chen)).toEqual([])
  })

  it('she sees on her own pages that it was erased, and everybody sees what was announced', async () => {
    const call = await openCall()
    const nia = await resident()
    await apply(call, nia)
    await answerAll(call)
    const going = { params: { problem: call.slug } }
    expect((await store.forgettingOf(real.read(town.place.id), call.problem)).dueOn?.toString()).toBe('2027-02-06')
    await poll(thatDay)
    const mine = visitIn(real, town.place, { ...going, at: thatDay, as: nia })
    const page = textOf(await answerAt(arenaRoutes, 'arena.application', mine))
    expect(page).toContain('What you wrote is erased')
    expect(page).not.toContain('Karo')
    expect((await ownApplications(mine)).map(({ state }) => state)).toEqual([
      expect.stringContaining('what you wrote was erased on 6 February 2027'),
    ])
  })
})

it('whoever takes her application back has it erased at once, from what the record commits to as well', async () => {
  const call = await openCall()
  const nia = await resident()
  await apply(call, nia)
  expect(await textsOf(call)).toContain('Karo')
  expect(await withdrawApplication(at, nia, call.slug)).toMatchObject({ ok: true })
  expect(await textsOf(call)).not.toContain('Karo')
})

it('nothing else of an answered offer, and nothing of what was set up, can be changed by erasing', async () => {
  const call = await openCall()
  const change = (statement: ReturnType<typeof sql>) =>
    real.transact(town.place.id, null, async (tx) => statement.execute(tx))
  await expect(
    change(sql`update arena.recruitment set household_salt = null, answer_days = 9 where problem_id = ${call.problem}`),
  ).rejects.toThrow(/how the group is set up stays/)
  await change(sql`update arena.recruitment set household_salt = null where problem_id = ${call.problem}`)
})
