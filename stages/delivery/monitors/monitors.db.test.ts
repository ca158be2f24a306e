import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { seatGroup } from '../../arena/testing.ts'
import { deliveryOwed } from '../owed.ts'
import { deliveryWaitingFor } from '../slots.ts'
import { promisedAt, promisedCase, type PromisedCase } from '../testing.ts'
import { monitorsOf } from './store.ts'

const later = Temporal.Instant.from('2027-02-20T09:00:00Z')

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
  await seatGroup(real, town, { id: at.problem, slug: at.slug }, { members: ['freja', 'alice', 'bashir'] })
  await real.queueSql('delete from pgboss.job')
  people = hearing(real, town)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const rhythm = typed({ months: '3', endsOn: '2028-01-01' })
const open = (as: Actor = at.chair) => at.go('delivery.set-follow-up', { as, typed: rhythm })
const stay = (as: Actor, stays = 'yes', when = promisedAt) =>
  at.go('delivery.monitor', { as, at: when, typed: typed({ stays }) })
const report = (as: Actor, status = 'The tender is out.') =>
  at.go('delivery.write-status', { as, at: later, typed: typed({ status }) })
const speak = (as: Actor, rating = 'slowly', question = 'When does it <begin>?') =>
  at.go('delivery.say-word', { as, at: later, typed: typed({ rating, question }) })
const waiting = async (as: Actor, when = later) =>
  (await deliveryWaitingFor(visitIn(real, town.place, { as, at: when }), { most: 60 })).first.map(({ title }) => title)
const told = async (name: 'alice' | 'bashir' | 'dora' | 'emil') =>
  (await people.noticesTo(name)).map(({ message }) => message)

test('a chair opens it, everybody of the group is asked, and who says yes gets the report and speaks once to it', async () => {
  const { alice, aisha, bashir, chen, dora, emil } = town.people
  expect(textOf(await at.go('delivery.monitors'))).toContain('Nobody keeps an eye on it yet')
  for (const other of [alice, chen, emil])
    expect(textOf(await open(other)), other.name).toContain('Only the chair of the group')
  const soon = await at.go('delivery.set-follow-up', {
    as: at.chair,
    typed: typed({ months: '3', endsOn: '2027-01-01' }),
  })
  expect(textOf(soon)).toContain('href="#field-endsOn"')
  expect(await open()).toMatchObject({ kind: 'redirect' })
  await people.runJobs()
  expect(await told('alice')).toEqual(['told.follow-up-opened'])
  expect(await told('dora')).toEqual([])
  expect(await waiting(alice, promisedAt)).toContain('Do you stay and keep an eye on what was promised?')
  expect(textOf(await stay(aisha)), 'who sat in no seat').toContain('Only who sat in the group')
  expect(await stay(alice)).toMatchObject({ kind: 'redirect' })

  expect(textOf(await speak(alice))).toContain('There is no report yet')
  const owed = await deliveryOwed(visitIn(real, town.place, { at: later }), { open: 9, given: 9 })
  expect(owed.map(({ title, owner }) => [title, owner])).toContainEqual([
    'Report to those who keep an eye on “How does the harbour stay dry?”',
    'Town council',
  ])
  expect(await waiting(chen)).toContain('Report to those who keep an eye on it')
  expect(textOf(await report(bashir))).toContain('Only who answers for a promise')
  expect(await report(chen)).toMatchObject({ kind: 'redirect' })
  expect(await waiting(alice)).toEqual(['Say how it goes'])
  expect(await speak(alice)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await speak(alice)), 'once').toContain('You have spoken to this report')
  expect(textOf(await speak(bashir)), 'he did not stay').toContain('Only who stays')
  await people.runJobs()
  expect(await told('alice')).toContain('told.status-reported')
  expect(await told('bashir')).not.toContain('told.status-reported')
  expect(await told('dora')).toEqual(['told.monitor-asked'])

  const reply = (as: Actor) =>
    at.go('delivery.reply-to-word', { as, at: later, typed: typed({ 'reply-1': 'In May.' }) })
  expect(textOf(await reply(alice))).toContain('Only who answers for a promise')
  expect(await reply(dora)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await reply(emil))).toContain('answered this question already')
  const shown = await at.page('delivery.monitors', { at: later })
  for (const words of [
    'When does it &lt;begin&gt;?',
    'In May.',
    '1 that it goes slowly',
    'fm-staff',
    'Alice',
    '20 May 2027',
  ])
    expect(shown).toContain(words)
  // It read "One of those who stay said: 0 it goes well, 1 slowly, 0 it is stuck".
  expect(shown).not.toMatch(/\b0 (that )?it/)
  const ledger = JSON.stringify(await entries(real.read(town.place.id), { problem: at.problem }))
  expect(ledger).toContain('delivery.monitor-spoke')
  for (const private_ of ['slowly', '<begin>', town.people.alice.account ?? 'nobody'])
    expect(ledger).not.toContain(private_)
})

test('she stops at any time; it ends by a word or by its day, and then nobody stays, reports or speaks', async () => {
  const { alice, chen, dora } = town.people
  await open()
  await stay(alice)
  await stay(alice, 'no')
  expect(await monitorsOf(real.read(town.place.id), at.problem)).toEqual([])
  await stay(alice)
  expect(await monitorsOf(real.read(town.place.id), at.problem)).toEqual([alice.account])
  const afterwards = Temporal.Instant.from('2028-01-02T09:00:00Z')
  const word = typed({ status: 'x' })
  expect(textOf(await at.go('delivery.write-status', { as: chen, at: afterwards, typed: word }))).toContain(
    'No follow-up runs',
  )
  expect(await at.page('delivery.monitors', { at: afterwards })).toContain('It ended on 1 January 2028')
  const end = (as: Actor) => at.go('delivery.end-follow-up', { as, at: later, typed: typed({ why: 'All is done.' }) })
  expect(textOf(await end(alice))).toContain('Only the chair')
  expect(await end(dora), 'the chair of the body').toMatchObject({ kind: 'redirect' })
  expect(textOf(await report(chen))).toContain('No follow-up runs')
  expect(textOf(await open())).toContain('has ended')
  expect(textOf(await stay(alice, 'yes', later))).toContain('No follow-up runs')
  expect(await at.page('delivery.monitors', { at: later })).toContain('All is done.')
  await people.runJobs()
  expect(await told('alice')).toContain('told.follow-up-ended')
})

test('the database: nobody stays who did not sit there, a word is said once, and what has ended is over', async () => {
  const { aisha, alice, dora } = town.people
  await open()
  const run = (text: string) => real.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))
  const key = `'${town.place.id}', '${at.problem}'`
  await expect(
    run(
      `insert into delivery.monitor (jurisdiction_id, problem_id, account_id, joined_at) values (${key}, '${aisha.account}', now())`,
    ),
  ).rejects.toThrow('only who sat in the group')
  await stay(alice)
  await report(dora)
  await speak(alice)
  const word = (number: number) =>
    run(`insert into delivery.monitor_word (jurisdiction_id, problem_id, id, number, report, by_account, rating, language, at)
      values (${key}, gen_random_uuid(), ${number}, 1, '${alice.account}', 'well', 'en', now())`)
  await expect(word(2)).rejects.toThrow('duplicate key')
  await expect(run(`update delivery.monitor_word set rating = 'well'`)).rejects.toThrow('stays')
  await expect(run(`delete from delivery.monitor`)).rejects.toThrow('permission denied')
  await at.go('delivery.end-follow-up', { as: dora, at: later, typed: typed({ why: 'Done.' }) })
  await expect(run(`update delivery.follow_up set ended_at = null, ended_by = null, ended_why = ''`)).rejects.toThrow(
    'is over',
  )
})
