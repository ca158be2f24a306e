import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { follow, noticesOf, tellJob } from '../../../platform/notices/index.ts'
import { seatGroup } from '../../arena/testing.ts'
import { giveAnswer } from '../answers/commands.ts'
import { handOver, setDates } from '../commands.ts'
import { decisionRoutes } from '../routes.tsx'
import { packageOf } from '../store.ts'
import { readyCase, wordsFor, type ReadyCase } from '../testing.ts'
import * as commands from './commands.ts'
import { questionsOf } from './store.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const start = at('2026-11-24T08:00:00Z')
const dates = { meetingOn: day('2026-12-10'), returnOn: day('2027-06-10') }
const before = at('2026-12-01T08:00:00Z')
const onTheDay = at('2026-12-10T19:00:00Z')
const after = at('2026-12-11T08:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let ready: ReadyCase

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  await real.queueSql('delete from pgboss.job')
  town = await foundTown(real)
  ready = await readyCase(real, town)
  await seatGroup(real, town, { id: ready.problem, slug: ready.slug }, { members: ['bashir', 'freja'], chair: 'freja' })
  await handOver(real.at(start), ready.chair, { slug: ready.slug, place: town.place, language: 'en' })
  await setDates(real.at(start), town.people.chen, { slug: ready.slug, ...dates })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const ask = (by: Townsperson, { when = before, about = null as number | null, text = 'Who pays for the gate?' } = {}) =>
  commands.askAtMeeting(real.at(when), town.people[by], {
    slug: ready.slug,
    place: town.place,
    about,
    text,
    language: 'en',
  })
const reply = (by: Townsperson, number: number, when = onTheDay) =>
  commands.replyAtMeeting(real.at(when), town.people[by], {
    slug: ready.slug,
    place: town.place,
    number,
    reply: 'The harbour fund pays.',
  })

async function questions() {
  const read = real.read(town.place.id)
  const pack = await packageOf(read, ready.problem)
  return pack ? questionsOf(read, pack.id) : []
}

async function tellAll(): Promise<void> {
  const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  const { rows } = await real.queueSql("delete from pgboss.job where name = 'notices.tell' returning data")
  for (const { data } of rows as { data: Job }[]) await work(real, data)
}

async function toldTo(name: Townsperson): Promise<readonly string[]> {
  const { account } = town.people[name]
  return account ? (await noticesOf(real.read(town.place.id), account)).map(({ message }) => message) : []
}

describe('whoever worked on it', () => {
  test('is invited when both days are set, once; everybody else who follows hears of the days', async () => {
    const { aisha } = town.people
    if (!aisha.account) throw new Error('no account')
    const following = { account: aisha.account, about: { kind: 'problem', id: ready.problem } } as const
    await real.transact(town.place.id, null, (tx) => follow(tx, following))
    await tellAll()
    // Alice raised the problem, Bashir sits in the group: both hear of the invitation and not of the days as well.
    for (const name of ['alice', 'bashir'] as const)
      expect(
        (await toldTo(name)).filter((message) => /invited|dates-set/.test(message)),
        name,
      ).toEqual(['told.invited'])
    expect(await toldTo('aisha')).toContain('told.dates-set')
    expect(await toldTo('aisha')).not.toContain('told.invited')
  })

  test('asks until the end of the day of the meeting, then for the return, then no more', async () => {
    expect(await ask('alice', { about: 1 })).toMatchObject({ ok: true, value: { number: 1 } })
    expect(await ask('bashir', { when: onTheDay })).toMatchObject({ ok: true })
    expect(await ask('bashir', { when: after, about: 2 })).toMatchObject({ ok: true })
    expect(await ask('bashir', { when: at('2027-06-10T22:00:00Z') })).toMatchObject({ refusal: 'asking-is-over' })
    expect((await questions()).map(({ round, about }) => [round, about])).toEqual([
      ['response', 1],
      ['response', null],
      ['return', 2],
    ])
  })

  test('and nobody else: no stranger, no staff, and about nothing that was not handed over', async () => {
    expect(await ask('aisha')).toMatchObject({ refusal: 'not-invited' })
    expect(await ask('chen')).toMatchObject({ refusal: 'staff-never-ask' })
    expect(await ask('alice', { about: 9 })).toMatchObject({ refusal: 'no-such-item' })
    expect(await questions()).toEqual([])
  })

  test('asks five times at most for one meeting: each question is a mail to a politician', async () => {
    for (const number of [1, 2, 3, 4, 5]) expect(await ask('alice')).toMatchObject({ ok: true, value: { number } })
    expect(await ask('alice')).toMatchObject({ refusal: 'asked-enough' })
    expect(await ask('bashir')).toMatchObject({ ok: true })
    expect(await ask('alice', { when: after })).toMatchObject({ ok: true })
    expect(await questions()).toHaveLength(7)
  })

  test('finds what she asked in the record by its number alone', async () => {
    await ask('alice', { about: 1 })
    const [entry] = (await entries(real.read(town.place.id), { problem: ready.problem, limit: 100 })).filter(
      ({ kind }) => kind === 'decision.question-put',
    )
    expect(entry?.public).toEqual({ number: 1, meeting: 'response', recommendation: 1 })
    expect(entry?.commitment).not.toBeNull()
  })
})

describe('a politician of the body', () => {
  test('replies at the meeting or after it, once, and who asked hears', async () => {
    await ask('alice')
    expect(await reply('emil', 1, before)).toMatchObject({ refusal: 'before-the-meeting' })
    expect(await reply('chen', 1)).toMatchObject({ refusal: 'staff-never-answer' })
    expect(await reply('alice', 1)).toMatchObject({ refusal: 'not-in-recipient-body' })
    expect(await reply('emil', 7)).toMatchObject({ refusal: 'no-such-question' })
    expect(await reply('emil', 1)).toMatchObject({ ok: true })
    expect(await reply('dora', 1)).toMatchObject({ refusal: 'replied-already' })
    expect(await questions()).toMatchObject([{ person: town.people.emil.person, reply: 'The harbour fund pays.' }])
    await tellAll()
    expect(await toldTo('alice')).toContain('told.question-answered')
  })

  test('who signed the answer replies to what is asked about it, and nobody else; not to her own question', async () => {
    const answering = { slug: ready.slug, number: 1, place: town.place, ...wordsFor() }
    expect(await giveAnswer(real.at(before), town.people.dora, answering)).toMatchObject({ ok: true })
    await ask('alice', { about: 1 })
    await ask('freja')
    expect(await reply('emil', 1)).toMatchObject({ refusal: 'only-who-signed' })
    expect(await reply('dora', 1)).toMatchObject({ ok: true })
    expect(await reply('freja', 2)).toMatchObject({ refusal: 'own-question' })
    expect(await reply('emil', 2)).toMatchObject({ ok: true })
  })

  test('whose term has ended is not waited for: another one replies', async () => {
    const answering = { slug: ready.slug, number: 1, place: town.place, ...wordsFor() }
    await giveAnswer(real.at(before), town.people.emil, answering)
    await ask('alice', { about: 1 })
    await real.transact(town.place.id, null, (tx) =>
      sql`update directory.membership set ends_on = '2026-12-05' where person_id = ${town.people.emil.person}`.execute(
        tx,
      ),
    )
    expect(await reply('dora', 1)).toMatchObject({ ok: true })
  })
})

describe('the database', () => {
  const byHand = (text: string) => real.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))

  test('lets no reply be changed, none come before the meeting, and none from outside the body', async () => {
    await ask('alice')
    const [one] = await questions()
    const { dora, emil } = town.people
    const set = (when: string, person: string | null, words = 'Yes.') =>
      byHand(`update decision.meeting_question set reply = '${words}', replied_by = '${dora.account}',
        person_id = '${person}', replied_at = '${when}' where id = '${one?.id}'`)
    await expect(set('2026-12-01T08:00:00Z', dora.person)).rejects.toThrow('before its meeting')
    await byHand(`update directory.membership set ends_on = '2026-12-05' where person_id = '${emil.person}'`)
    await expect(set('2026-12-11T08:00:00Z', emil.person)).rejects.toThrow('outside the body')
    await set('2026-12-11T08:00:00Z', dora.person)
    await expect(set('2026-12-12T08:00:00Z', dora.person, 'No.')).rejects.toThrow('stays as it is')
    await expect(
      byHand(`update decision.meeting_question set text = 'Another' where id = '${one?.id}'`),
    ).rejects.toThrow('stays as it is')
  })
})

describe('the page', () => {
  const go = (as: Townsperson, now = before, lang = 'en') =>
    answerAt(
      decisionRoutes,
      'decision.questions',
      visitIn(real, town.place, { as: town.people[as], params: { problem: ready.slug }, lang, at: now }),
    )

  test('shows everybody what was asked and for how long it has had no reply; who was invited finds the form', async () => {
    await ask('alice', { about: 1 })
    const hers = textOf(await go('bashir'))
    expect(hers).toContain('Who pays for the gate?')
    expect(hers).toContain('Put my question to the politicians')
    expect(textOf(await go('aisha'))).not.toContain('Put my question to the politicians')
    expect(textOf(await go('aisha', at('2026-12-15T08:00:00Z')))).toContain('5 days after the meeting')
  })

  test('gives both days to a calendar, and a day that moved as a change of the same event', async () => {
    const calendar = async () => {
      const visit = visitIn(real, town.place, { params: { problem: ready.slug }, at: before })
      const parsed = new ICAL.Component(ICAL.parse(textOf(await answerAt(decisionRoutes, 'decision.calendar', visit))))
      return parsed.getAllSubcomponents('vevent').map((component) => {
        const event = new ICAL.Event(component)
        return { uid: event.uid, day: event.startDate.toString(), sequence: event.sequence }
      })
    }
    const first = await calendar()
    expect(first.map((event) => event.day)).toEqual(['2026-12-10', '2027-06-10'])
    await setDates(real.at(before), town.people.chen, { slug: ready.slug, ...dates, meetingOn: day('2026-12-14') })
    const moved = await calendar()
    expect(moved.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid))
    expect(moved[0]).toMatchObject({ day: '2026-12-14', sequence: (first[0]?.sequence ?? 0) + 1 })
  })
})
