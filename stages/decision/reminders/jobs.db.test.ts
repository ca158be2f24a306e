import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { noticesOf, tellJob } from '../../../platform/notices/index.ts'
import { seatGroup } from '../../arena/testing.ts'
import { draftingIn } from '../../mandate/testing.ts'
import { giveAnswer } from '../answers/commands.ts'
import * as checks from '../checks/commands.ts'
import * as commands from '../commands.ts'
import { awaitedBy } from '../owed/awaited-store.ts'
import { decisionWaitingFor } from '../owed/waiting.ts'
import { askAtMeeting, replyAtMeeting } from '../questions/commands.ts'
import { questionsOf } from '../questions/store.ts'
import { decisionRoutes } from '../routes.tsx'
import { packageOf } from '../store.ts'
import { readyCase, wordsFor, type ReadyCase } from '../testing.ts'
import { remindersPoll } from './jobs.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const start = Temporal.Instant.from('2026-11-24T08:00:00Z')
/** Sixty days later, the last moment of that day in Copenhagen. */
const due = Temporal.Instant.from('2027-01-23T22:59:59.999Z')
const justAfter = Temporal.Instant.from('2027-01-23T23:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let at: ReadyCase

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  await real.queueSql('delete from pgboss.job')
  town = await foundTown(real)
  at = await readyCase(real, town)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

/** As the worker does at that time; and then everybody is told. */
async function workAt(now: Temporal.Instant): Promise<void> {
  await remindersPoll(real.at(now), town.place.id)
  await tellAll(now)
}

async function tellAll(now: Temporal.Instant): Promise<void> {
  const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  const { rows } = await real.queueSql("delete from pgboss.job where name = 'notices.tell' returning data")
  for (const { data } of rows as { data: Job }[]) await work(real.at(now), data)
}

async function toldTo(name: Townsperson): Promise<readonly string[]> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  const notices = await noticesOf(real.read(town.place.id), account)
  return notices.map(({ message }) => message).filter((message) => message.startsWith('told.late-'))
}

async function reminded(): Promise<readonly unknown[]> {
  const all = await entries(real.read(town.place.id), { limit: 500 })
  return all.filter(({ kind }) => kind === 'decision.reminded').map((entry) => entry.public)
}

async function handOver(): Promise<void> {
  const input = { slug: at.slug, place: town.place, language: 'en' }
  expect(await commands.handOver(real.at(start), at.chair, input)).toMatchObject({ ok: true })
}

describe('the answer of a body', () => {
  test('its members hear before the day, its chair after it, everybody in the case after a month: each once', async () => {
    await handOver()
    await workAt(due.subtract({ hours: 24 * 11 }))
    for (const name of ['dora', 'emil', 'alice'] as const) expect(await toldTo(name), name).toEqual([])
    await workAt(due.subtract({ hours: 24 * 9 }))
    await workAt(due)
    expect(await toldTo('emil')).toEqual(['told.late-answers-those'])
    await workAt(justAfter)
    await workAt(justAfter.add({ hours: 24 * 20 }))
    expect(await toldTo('dora')).toEqual(['told.late-answers-chair', 'told.late-answers-those'])
    expect(await toldTo('emil')).toEqual(['told.late-answers-those'])
    expect(await toldTo('alice')).toEqual([])
    await workAt(justAfter.add({ hours: 24 * 30 }))
    await workAt(justAfter.add({ hours: 24 * 300 }))
    expect(await toldTo('alice')).toEqual(['told.late-answers-everybody'])
    const of = { of: 'answers', number: null, body: town.council, dueAt: due.toString() }
    expect(await reminded()).toEqual(
      expect.arrayContaining(['those', 'chair', 'everybody'].map((whom) => ({ ...of, whom }))),
    )
    expect(await reminded()).toHaveLength(3)
  })

  test('two workers at once, and one that ended before it had told, remind once', async () => {
    await handOver()
    const now = real.at(due.subtract({ hours: 24 * 5 }))
    await Promise.all([remindersPoll(now, town.place.id), remindersPoll(now, town.place.id)])
    await remindersPoll(now, town.place.id)
    const { rows } = await real.queueSql("select data from pgboss.job where name = 'notices.tell'")
    const jobs = (rows as { data: Job & { readonly message: string } }[]).filter(({ data }) =>
      data.message.startsWith('told.late-'),
    )
    expect(jobs).toHaveLength(1)
    const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
    // The queue gives a job again whose worker was killed.
    for (const { data } of [...jobs, ...jobs]) await work(now, data)
    expect(await toldTo('emil')).toEqual(['told.late-answers-those'])
  })

  test('a reminder that could not be told is told the next time, and holds up no other', async () => {
    await handOver()
    const other = await readyCase(real, town)
    await commands.handOver(real.at(start), other.chair, { slug: other.slug, place: town.place, language: 'en' })
    const now = real.at(due.subtract({ hours: 24 * 5 }))
    let tried = 0
    await remindersPoll(now, town.place.id, async (_, act) => {
      tried += 1
      if (tried > 1) await act()
    })
    expect(tried).toBe(2)
    expect(await reminded()).toHaveLength(1)
    await remindersPoll(now, town.place.id)
    expect(await reminded()).toHaveLength(2)
  })
})

test('what was parked is asked of her who parked it, as long as she sits, and a later day is another promise', async () => {
  await handOver()
  const { chen, emil } = town.people
  await commands.setDates(real.at(start), chen, {
    slug: at.slug,
    meetingOn: day('2026-12-10'),
    returnOn: day('2027-06-10'),
  })
  const park = (until: string, now = start) =>
    giveAnswer(real.at(now), emil, {
      slug: at.slug,
      number: 2,
      place: town.place,
      ...wordsFor('park'),
      parkUntil: day(until),
    })
  expect(await park('2026-12-20')).toMatchObject({ ok: true })
  await workAt(Temporal.Instant.from('2026-12-15T08:00:00Z'))
  expect(await toldTo('emil')).toEqual(['told.late-parked-those'])
  expect(await toldTo('freja')).toEqual([])
  await workAt(Temporal.Instant.from('2026-12-20T23:00:00Z'))
  expect(await toldTo('dora')).toEqual(['told.late-parked-chair'])
  expect(await park('2027-01-20', Temporal.Instant.from('2026-12-21T08:00:00Z'))).toMatchObject({ ok: true })
  await workAt(Temporal.Instant.from('2027-01-19T08:00:00Z'))
  expect((await toldTo('emil')).filter((message) => message === 'told.late-parked-those')).toHaveLength(2)
})

test('questions for a meeting: who owes replies hears before it, the chair after it, everybody when they stay unanswered', async () => {
  await handOver()
  const { alice, chen, emil } = town.people
  const meetingOn = day('2026-12-10')
  await commands.setDates(real.at(start), chen, { slug: at.slug, meetingOn, returnOn: day('2027-06-10') })
  const answering = { slug: at.slug, number: 1, place: town.place, ...wordsFor() }
  expect(await giveAnswer(real.at(start), emil, answering)).toMatchObject({ ok: true })
  for (const about of [1, 1, null])
    expect(
      await askAtMeeting(real.at(start), alice, {
        slug: at.slug,
        place: town.place,
        about,
        text: 'Why?',
        language: 'en',
      }),
    ).toMatchObject({ ok: true })
  const of = (messages: readonly string[]) => messages.filter((message) => message.startsWith('told.late-questions'))

  await workAt(Temporal.Instant.from('2026-12-08T08:00:00Z'))
  await workAt(Temporal.Instant.from('2026-12-09T08:00:00Z'))
  // Two about his answer and one about all: one reminder each, his and the chair's.
  expect(of(await toldTo('emil'))).toEqual(['told.late-questions-those'])
  expect(of(await toldTo('dora'))).toEqual(['told.late-questions-those'])
  expect(of(await toldTo('freja'))).toEqual([])

  const over = Temporal.Instant.from('2026-12-11T08:00:00Z')
  const reply = (number: number, as: Townsperson) =>
    replyAtMeeting(real.at(over), town.people[as], { slug: at.slug, place: town.place, number, reply: 'So.' })
  expect(await reply(1, 'emil')).toMatchObject({ ok: true })
  expect(await reply(3, 'dora')).toMatchObject({ ok: true })
  await workAt(over.add({ hours: 1 }))
  expect(of(await toldTo('emil'))).toEqual(['told.late-questions-chair', 'told.late-questions-those'])
  expect(of(await toldTo('dora'))).toEqual(['told.late-questions-chair', 'told.late-questions-those'])
  expect(of(await toldTo('alice'))).toEqual([])

  await workAt(over.add({ hours: 24 * 11 }))
  expect(of(await toldTo('alice'))).toEqual(['told.late-questions-everybody'])
  const visit = visitIn(real, town.place, { at: over.add({ hours: 24 }), params: { problem: at.slug } })
  const page = textOf(await answerAt(decisionRoutes, 'decision.questions', visit))
  expect(page.match(/Not answered/g)).toHaveLength(1)

  // Replied to, it is nobody's promise any more; the meeting at the return is one of its own.
  expect(await reply(2, 'emil')).toMatchObject({ ok: true })
  const later = Temporal.Instant.from('2027-03-01T08:00:00Z')
  const again = { slug: at.slug, place: town.place, about: 1, text: 'And now?', language: 'en' }
  expect(await askAtMeeting(real.at(later), alice, again)).toMatchObject({ ok: true })
  await workAt(Temporal.Instant.from('2027-06-02T08:00:00Z'))
  expect(of(await toldTo('emil'))).toHaveLength(3)
})

test('a hidden question owes nobody a reply', async () => {
  await handOver()
  const { alice, chen } = town.people
  await commands.setDates(real.at(start), chen, {
    slug: at.slug,
    meetingOn: day('2026-12-10'),
    returnOn: day('2027-06-10'),
  })
  const asking = { slug: at.slug, place: town.place, about: null, text: 'Buy now', language: 'en' }
  expect(await askAtMeeting(real.at(start), alice, asking)).toMatchObject({ ok: true })
  const pack = await packageOf(real.read(town.place.id), at.problem)
  const [question] = pack ? await questionsOf(real.read(town.place.id), pack.id) : []
  if (!question) throw new Error('nothing was asked')
  const onTheDay = Temporal.Instant.from('2026-12-10T19:00:00Z')
  const owed = async () => {
    const [inPublic, onDesk] = [
      await awaitedBy(real.read(town.place.id), { problems: [at.problem] }),
      await decisionWaitingFor(visitIn(real, town.place, { as: town.people.dora, at: onTheDay }), { most: 60 }),
    ]
    const asked = onDesk.first.filter(({ act }) => act.href.includes('#question-'))
    return [inPublic.filter(({ kind }) => kind === 'question').length, asked.length]
  }
  expect(await owed()).toEqual([1, 1])
  await real.transact(town.place.id, chen, (tx) =>
    hide(tx, chen, { about: { kind: 'meeting-question', id: question.id }, rule: 'spam', reason: 'An advertisement' }),
  )
  await workAt(Temporal.Instant.from('2026-12-09T08:00:00Z'))
  expect((await toldTo('dora')).filter((message) => message.includes('questions'))).toEqual([])
  expect(await owed(), 'it stood among what the body owes and on her desk').toEqual([0, 0])
})

describe('half way', () => {
  test('the parent body’s reply has its day; a reply ends the reminders', async () => {
    const sent = await checks.sendDirection(real.at(start), at.chair, { slug: at.slug, text: 'A gate.' })
    expect(sent).toMatchObject({ ok: true })
    await workAt(Temporal.Instant.from('2026-12-10T08:00:00Z'))
    expect(await toldTo('emil')).toEqual(['told.late-reply-those'])
    await workAt(Temporal.Instant.from('2026-12-16T08:00:00Z'))
    expect(await toldTo('dora')).toContain('told.late-reply-chair')
    const reply = { slug: at.slug, number: 1, questions: 'Who pays?', limits: '', isForGroup: false }
    expect(await checks.replyToDirection(real, town.people.emil, reply)).toMatchObject({ ok: true })
    await workAt(Temporal.Instant.from('2027-03-01T08:00:00Z'))
    expect(await toldTo('alice')).toEqual([])
  })

  test('a mandate that names a parent body nudges the chair of a group that has not asked it by half of its time', async () => {
    const drafting = draftingIn(real, town)
    const { slug, problem } = await drafting.adopted() // from 1 January to 1 October 2027: half is over on 17 May
    await seatGroup(real, town, { id: problem, slug }, { chair: 'freja', members: ['freja', 'alice'] })
    await workAt(Temporal.Instant.from('2027-05-07T12:00:00Z'))
    expect(await toldTo('freja')).toEqual([])
    await workAt(Temporal.Instant.from('2027-05-08T12:00:00Z'))
    expect(await toldTo('freja')).toEqual(['told.late-unsent-those'])
    expect(await toldTo('dora')).toEqual([])
    await workAt(Temporal.Instant.from('2027-05-17T22:00:00Z'))
    expect(await toldTo('dora')).toEqual(['told.late-unsent-chair'])
    await workAt(Temporal.Instant.from('2027-05-28T00:00:00Z'))
    expect(await reminded()).toHaveLength(3)
  })
})

test('the database lets no chair hear before the day, and nobody out of turn', async () => {
  await handOver()
  const byHand = (step: string, after: string, toldAt: string) =>
    real.transact(town.place.id, null, (tx) =>
      sql
        .raw(
          `insert into decision.reminder (jurisdiction_id, problem_id, what, about_id, due_at, step, after_step, told_at)
            values ('${town.place.id}', '${at.problem}', 'answers', '${at.problem}', '${due.toString()}', '${step}', ${after}, '${toldAt}')`,
        )
        .execute(tx),
    )
  await expect(byHand('chair', `'those'`, '2027-02-01T00:00:00Z')).rejects.toThrow('foreign key')
  await byHand('those', 'null', '2027-01-20T00:00:00Z')
  await expect(byHand('chair', `'those'`, '2027-01-22T00:00:00Z')).rejects.toThrow('check constraint')
  await expect(byHand('everybody', `'those'`, '2027-12-01T00:00:00Z')).rejects.toThrow('check constraint')
  await byHand('chair', `'those'`, '2027-02-01T00:00:00Z')
  await expect(byHand('chair', `'those'`, '2027-02-02T00:00:00Z')).rejects.toThrow('unique')
})
