import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf, typed } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { seatGroup } from '../../arena/testing.ts'
import { promisedAt, promisedCase, type PromisedCase } from '../testing.ts'
import { statusPoll } from './reminding.ts'
import { followUpOf } from './store.ts'

let home: TestDatabase
let real: Database
let town: Town
let at: PromisedCase
let people: ReturnType<typeof hearing>
let due: Temporal.PlainDate

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(real)
  at = await promisedCase(real, town)
  await seatGroup(real, town, { id: at.problem, slug: at.slug }, { members: ['freja', 'alice', 'bashir'] })
  await at.go('delivery.set-follow-up', { as: at.chair, typed: typed({ months: '3', endsOn: '2028-01-01' }) })
  await at.go('delivery.monitor', { as: town.people.alice, at: promisedAt, typed: typed({ stays: 'yes' }) })
  const followUp = await followUpOf(real.read(town.place.id), at.problem)
  if (!followUp) throw new Error('no follow-up')
  due = followUp.nextOn
  await real.queueSql('delete from pgboss.job')
  people = hearing(real, town)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

/** Nine in the morning, so many days from the day the report is due. */
const days = (from: number): Temporal.Instant =>
  due.add({ days: from }).toZonedDateTime({ timeZone: town.place.timeZone, plainTime: '09:00' }).toInstant()
async function workAt(now: Temporal.Instant): Promise<void> {
  await statusPoll(real.at(now), town.place.id)
  await people.runJobs()
}
/** The first first. */
const told = async (name: 'alice' | 'bashir' | 'dora' | 'emil' | 'chen') =>
  (await people.noticesTo(name))
    .map(({ message }) => message)
    .filter((message) => message.startsWith('told.status-'))
    .toReversed()
const lateFacts = async () =>
  (await entries(real.read(town.place.id), { problem: at.problem })).filter(
    ({ kind }) => kind === 'delivery.status-late',
  )

test('who reports hears a week before, once; when the day has passed she and who stayed hear it, and the page says so', async () => {
  await workAt(days(-8))
  expect(await told('emil')).toEqual([])
  await workAt(days(-7))
  await workAt(days(0))
  expect(await told('emil'), 'the owner of the promise').toEqual(['told.status-due'])
  expect(await told('dora'), 'the chair of the body').toEqual(['told.status-due'])
  expect(await told('alice')).toEqual([])
  expect(await lateFacts()).toEqual([])
  expect(textOf(await at.go('delivery.monitors', { at: days(0) }))).not.toContain('overdue')

  await workAt(days(1))
  await workAt(days(9))
  for (const name of ['emil', 'dora'] as const)
    expect(await told(name)).toEqual(['told.status-due', 'told.status-late'])
  expect(await told('alice'), 'who stayed').toEqual(['told.status-late'])
  for (const name of ['bashir', 'chen'] as const) expect(await told(name), 'who did not').toEqual([])
  expect((await lateFacts()).map((fact) => fact.public)).toEqual([{ due: due.toString() }])
  expect(textOf(await at.go('delivery.monitors', { at: days(1) }))).toContain('overdue')
  expect(textOf(await at.go('delivery.monitors', { at: days(1), lang: 'da' }))).toContain('over fristen')
})

test('a report that came in time is nobody’s delay, and the next one is told of by itself', async () => {
  await at.go('delivery.write-status', {
    as: town.people.emil,
    at: days(-2),
    typed: typed({ status: 'The tender is out.' }),
  })
  const next = (await followUpOf(real.read(town.place.id), at.problem))?.nextOn
  expect(next?.toString()).toBe(due.subtract({ days: 2 }).add({ months: 3 }).toString())
  await workAt(days(1))
  expect(await lateFacts()).toEqual([])
  expect(await told('emil')).toEqual([])
})

test('the report of the last day, which came on that day, was told as one that did not come, and written into the record', async () => {
  await at.go('delivery.set-follow-up', { as: at.chair, typed: typed({ months: '3', endsOn: due.toString() }) })
  const status = typed({ status: 'All is built.' })
  await at.go('delivery.write-status', { as: town.people.emil, at: days(0), typed: status })
  expect((await followUpOf(real.read(town.place.id), at.problem))?.nextOn.toString()).toBe(due.toString())
  await workAt(days(0))
  await workAt(days(1))
  expect(await lateFacts()).toEqual([])
  expect(await told('emil')).toEqual([])
  expect(await told('alice')).toEqual(['told.status-reported'])
})

test('what a chair has ended waits for no report', async () => {
  await at.go('delivery.end-follow-up', { as: at.chair, typed: typed({ why: 'All is built.' }) })
  await workAt(days(1))
  expect(await lateFacts()).toEqual([])
  expect(await told('alice')).toEqual([])
})

test('two workers at once, and one that is killed between its look and its act, tell it once', async () => {
  const now = real.at(days(1))
  await expect(
    statusPoll(now, town.place.id, async () => {
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  await Promise.all([statusPoll(now, town.place.id), statusPoll(now, town.place.id)])
  await people.runJobs()
  expect(await told('alice')).toEqual(['told.status-late'])
  expect(await lateFacts()).toHaveLength(1)
})
