import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { promisedCase, type PromisedCase } from '../testing.ts'
import { latePoll } from './jobs.ts'

/** The tender is due on Sunday 10 January 2027 in Copenhagen. */
const lastMoment = Temporal.Instant.from('2027-01-10T22:59:59Z')
const justAfter = Temporal.Instant.from('2027-01-10T23:00:00Z')
const threeWorkingDays = Temporal.Instant.from('2027-01-13T09:00:00Z')
const sevenWorkingDays = Temporal.Instant.from('2027-01-19T09:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let at: PromisedCase
let people: ReturnType<typeof hearing>

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(real)
  at = await promisedCase(real, town)
  await real.queueSql('delete from pgboss.job')
  people = hearing(real, town)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

async function workAt(now: Temporal.Instant): Promise<void> {
  await latePoll(real.at(now), town.place.id)
  await people.runJobs()
}

async function toldTo(name: 'emil' | 'dora' | 'alice' | 'chen'): Promise<readonly string[]> {
  const told = (await people.noticesTo(name)).map(({ message }) => message)
  return told.filter((message) => /^told[.](late-|day-passed)/.test(message))
}

const fellLate = async () =>
  (await entries(real.read(town.place.id), { problem: at.problem })).filter(({ kind }) => kind === 'delivery.fell-late')

test('the owner hears the day after, her chair three working days later, followers after seven; each once', async () => {
  await workAt(lastMoment)
  expect(await toldTo('emil')).toEqual([])
  expect(await at.page('delivery.page', { at: lastMoment })).toContain('0 late')

  await workAt(justAfter)
  await workAt(justAfter.add({ hours: 1 }))
  expect(await toldTo('emil')).toEqual(['told.late-yours'])
  expect(await toldTo('dora')).toEqual([])
  expect(await toldTo('alice')).toEqual([])
  expect(await at.page('delivery.page', { at: justAfter }), 'the page says so at once').toContain('1 late')

  await workAt(threeWorkingDays)
  expect(await toldTo('dora')).toEqual(['told.late-in-your-body'])
  expect(await toldTo('alice')).toEqual([])

  await workAt(sevenWorkingDays)
  await workAt(sevenWorkingDays.add({ hours: 1000 }))
  expect(await toldTo('alice'), 'who raised the problem').toEqual(['told.day-passed'])
  expect(await toldTo('emil')).toEqual(['told.late-yours'])
  expect(await toldTo('dora')).toEqual(['told.late-in-your-body'])
  expect(await toldTo('chen')).toEqual([])
  expect((await fellLate()).map((fact) => fact.public)).toEqual([{ number: 1, due: '2027-01-10' }])
})

test('two workers at once, and one that is killed between its look and its act, tell it once', async () => {
  const now = real.at(justAfter)
  await expect(
    latePoll(now, town.place.id, async () => {
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  await Promise.all([latePoll(now, town.place.id), latePoll(now, town.place.id), latePoll(now, town.place.id)])
  expect(await people.jobs('notices.tell')).toHaveLength(1)
  const [job] = await people.jobs('notices.tell')
  if (!job) throw new Error('nothing was told')
  await people.work(real, job)
  await people.work(real, job) // taken up again after a crash
  expect(await toldTo('emil')).toEqual(['told.late-yours'])
  expect(await fellLate()).toHaveLength(1)
})

test('what was reached in time is nobody’s; the next day that passes is told as another', async () => {
  const typed = { milestone: ['1'], reachedOn: ['2027-01-09'] }
  await at.go('delivery.reach-milestone', { as: town.people.emil, at: lastMoment, typed })
  await workAt(sevenWorkingDays)
  expect(await toldTo('emil')).toEqual([])
  await workAt(Temporal.Instant.from('2027-02-02T09:00:00Z'))
  expect(await toldTo('emil')).toEqual(['told.late-yours'])
  expect((await fellLate()).map((fact) => fact.public)).toEqual([{ number: 1, due: '2027-02-01' }])
})

test('who left the body answers for it no more: its chair hears at once', async () => {
  await real.transact(town.place.id, null, (tx) =>
    tx
      .updateTable('directory.membership')
      .set({ ends_on: Temporal.PlainDate.from('2026-12-31') })
      .where('person_id', '=', town.people.emil.person)
      .execute(),
  )
  await workAt(justAfter)
  expect(await toldTo('emil')).toEqual([])
  expect(await toldTo('dora')).toEqual(['told.late-yours'])
})

const files = import.meta.glob<string>('/db/migrations/023[34]_delivery_{told_already,old_delays}.sql', {
  eager: true,
  query: '?raw',
  import: 'default',
})

test('a database whose worker had told of an old delay once could not be brought to the next release', async () => {
  const today = Temporal.Now.instant()
  const owner = new Client({ connectionString: home.url })
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query('alter table delivery.milestone disable trigger user')
    await owner.query("update delivery.milestone set due_on = current_date - 60 where what = 'Tender'")
    await owner.query("delete from folkmoot.migration where name like '0234%'")
    await owner.query(`insert into delivery.late (jurisdiction_id, commitment_id, due_on, step, told_at)
      select jurisdiction_id, id, current_date - 60, 'followers', '${today.toString()}' from delivery.commitment`)
    expect(Object.keys(files)).toHaveLength(2)
    for (const path of Object.keys(files).toSorted()) await owner.query(files[path] ?? '')
    const { rows } = await owner.query(`select from delivery.late l where jurisdiction_id = '${town.place.id}'`)
    expect(rows).toHaveLength(1)
  } finally {
    await owner.query('rollback')
    await owner.end()
  }
})
