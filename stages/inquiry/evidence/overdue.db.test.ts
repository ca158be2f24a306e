import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { noticesOf, tellJob } from '../../../platform/notices/index.ts'
import { seatGroup, type TestGroup } from '../../arena/testing.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import * as commands from './commands.ts'
import * as desk from './desk-commands.ts'
import { overduePoll } from './jobs.ts'

const ordering = Temporal.Instant.from('2026-11-24T08:00:00Z')
/** Ten working days later, the last moment of the day in Copenhagen. */
const due = Temporal.Instant.from('2026-12-08T22:59:59.999Z')
const justAfter = Temporal.Instant.from('2026-12-08T23:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let group: TestGroup
let slug = ''

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  await real.queueSql('delete from pgboss.job')
  town = await foundTown(real)
  await giveRule(real, town)
  group = await seatGroup(real, town, await raised(real, town.people.alice), {
    members: ['alice', 'dora'],
    chair: 'dora',
  })
  ;({ slug } = group)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

async function ordered(): Promise<number> {
  const done = await commands.orderEvidence(real.at(ordering), group.member('alice'), {
    slug,
    question: 'How many cars drive past?',
    why: 'The street can close only if there are few.',
    within: 10,
    language: 'en',
    calendar: town.place,
  })
  if (!done.ok) throw new Error(done.refusal)
  return done.value.number
}

async function named(number: number, day: string): Promise<void> {
  const done = await desk.nameAnswerer(real.at(ordering), town.people.chen, {
    slug,
    number,
    account: town.people.ole.account,
    name: '',
    position: '',
    interest: '',
    hasAgreed: false,
    side: 'administration',
    due: Temporal.PlainDate.from(day),
    laterWords: 'The counters stand elsewhere until then.',
    calendar: town.place,
  })
  if (!done.ok) throw new Error(done.refusal)
}

/** As the worker does, at that time; and then everybody is told. */
async function workAt(now: Temporal.Instant): Promise<void> {
  await overduePoll(real.at(now), town.place.id)
  const work = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  const { rows } = await real.queueSql("delete from pgboss.job where name = 'notices.tell' returning data")
  for (const { data } of rows as { data: Job }[]) await work(real.at(now), data)
}

async function toldTo(name: Townsperson): Promise<readonly string[]> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  const notices = await noticesOf(real.read(town.place.id), account)
  return notices.map(({ message }) => message).filter((message) => message.startsWith('told.overdue'))
}

test('who ordered it, who owes it and the chair hear the moment its day is over, once, and nobody before', async () => {
  const number = await ordered()
  await named(number, '2026-12-08')
  await workAt(due)
  for (const name of ['alice', 'ole', 'dora'] as const) expect(await toldTo(name), name).toEqual([])
  await workAt(justAfter)
  await workAt(justAfter.add({ hours: 1 }))
  expect(await toldTo('alice')).toEqual(['told.overdue'])
  expect(await toldTo('dora')).toEqual(['told.overdue'])
  expect(await toldTo('ole')).toEqual(['told.overdue-yours'])
  expect(await toldTo('bashir')).toEqual([])
  const facts = (await entries(real.read(town.place.id), { limit: 500 })).filter(
    ({ kind }) => kind === 'inquiry.order-overdue',
  )
  expect(facts.map((fact) => fact.public)).toEqual([{ number, dueAt: due.toString() }])
})

test('where nobody was named, the desk owes it; two workers at once tell it once', async () => {
  await ordered()
  await Promise.all([overduePoll(real.at(justAfter), town.place.id), overduePoll(real.at(justAfter), town.place.id)])
  await workAt(justAfter)
  expect(await toldTo('chen')).toEqual(['told.overdue-yours'])
  expect(await toldTo('alice')).toEqual(['told.overdue'])
})

test('a later day is another day: what was put off is overdue after that day, and answered it is nobody’s', async () => {
  const late = await ordered()
  await named(late, '2026-12-15')
  await workAt(justAfter)
  expect(await toldTo('alice')).toEqual([])
  const { ole } = town.people
  const words = { text: '1,240', sources: 'Count', uncertain: 'A holiday.', language: 'en', hasApproved: true }
  expect(await commands.giveEvidence(real.at(justAfter), ole, { slug, number: late, ...words })).toMatchObject({
    ok: true,
  })
  await workAt(Temporal.Instant.from('2026-12-20T00:00:00Z'))
  expect(await toldTo('alice')).toEqual([])
})

test('one of which nobody could be told once held up all the others', async () => {
  const orders = [await ordered(), await ordered()]
  const tried: string[] = []
  await overduePoll(real.at(justAfter), town.place.id, async ({ id }, act) => {
    tried.push(id)
    if (tried.length > 1) await act()
  })
  expect(tried).toHaveLength(orders.length)
  await workAt(justAfter)
  expect(await toldTo('alice'), 'and the other one the next time').toHaveLength(orders.length)
})
