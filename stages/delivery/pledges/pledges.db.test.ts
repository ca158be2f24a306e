import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { fileByHash, filesOf, openFileStore, readFile, type FileStore } from '../../../platform/files/index.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { downstream } from '../../../platform/thread/index.ts'
import { answersOf } from '../../decision/index.ts'
import { deliveryRoutes } from '../routes.tsx'
import { deliveryWaitingFor } from '../slots.ts'
import { promisedCase, type PromisedCase } from '../testing.ts'
import { pledgesOf } from './store.ts'

const spring = Temporal.Instant.from('2027-02-10T09:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let at: PromisedCase
let people: ReturnType<typeof hearing>
let folder: string
let files: FileStore

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-proofs-'))
  files = openFileStore(folder)
})
beforeEach(async () => {
  town = await foundTown(real)
  at = await promisedCase(real, town)
  await real.queueSql('delete from pgboss.job')
  people = hearing(real, town)
  const help = typed({ commitment: '1', what: 'Close it by <hand>', howMuch: '24 people', by: '2027-03-01' })
  await at.go('delivery.pledge', { as: town.people.klub, typed: help })
})
afterAll(async () => {
  await real.close()
  await home.drop()
  await rm(folder, { recursive: true, force: true })
})

const pledge = async () => {
  const [one] = await pledgesOf(real.read(town.place.id), at.problem)
  if (!one) throw new Error('no pledge')
  return one
}

/** As the form of her own page sends it. */
async function settle(as: Actor, fields: Readonly<Record<string, string>>, proof?: File) {
  const params = { problem: at.slug, number: 1 }
  const form = typed({ pledge: (await pledge()).id, from: 'own', ...fields })
  const visit = visitIn(real, town.place, { as, at: spring, params, typed: form })
  const sent = { typed: form, files: proof ? { 'file-1': proof } : {} }
  return answerAt(deliveryRoutes, 'delivery.keep-pledge', { ...visit, files, form: sent })
}
const told = async (name: 'emil' | 'dora' | 'klub') => (await people.noticesTo(name)).map(({ message }) => message)

test('an association reports in two presses what came, and the body hears of the pledge and of what came of it', async () => {
  const { klub, dora } = town.people
  await people.runJobs()
  expect(await told('emil'), 'who answers for the promise').toEqual(['told.pledged'])
  expect(await told('dora'), 'the chair').toEqual(['told.pledged'])
  const { first } = await deliveryWaitingFor(visitIn(real, town.place, { as: klub, at: spring }), { most: 60 })
  const [waiting] = first
  expect(waiting?.act.href).toMatch(/[/]me[/]pledges$/)
  const own = await at.page('delivery.own-pledges', { as: klub, at: spring })
  for (const words of ['Sailing club', '1 pledge waits', 'value="2027-02-10"', 'value="24 people"', 'by &lt;hand&gt;'])
    expect(own).toContain(words)
  expect(await at.page('delivery.own-pledges', { as: dora, at: spring })).toContain('not pledged anything yet')
  expect(await settle(klub, { kept: 'yes' })).toMatchObject({
    kind: 'redirect',
    to: expect.stringMatching(/[/]me[/]pledges$/) as string,
  })
  expect(await pledge()).toMatchObject({
    state: 'kept',
    deliveredOn: Temporal.PlainDate.from('2027-02-10'),
    deliveredMuch: '24 people',
  })
  await people.runJobs()
  expect(await told('emil')).toContain('told.pledge-came-kept')
  expect(await told('dora')).toContain('told.pledge-came-kept')
  expect(await told('klub'), 'she knows').toEqual([])
  expect(await at.page('delivery.own-pledges', { as: klub, at: spring })).toContain('Nothing waits for you')
})

test('what came differently is said so: the day, the amount, a proof that anybody can open', async () => {
  const { klub } = town.people
  const text = 'Roll of 5 February: 12 names'
  const proof = new File([text], 'roll.txt', { type: 'text/plain' })
  await settle(klub, { kept: 'yes', 'on-1': '2027-02-05', 'much-1': '12 people', 'words-1': 'Half came.' }, proof)
  const shown = await at.page('delivery.page', { at: spring })
  for (const words of ['5 February 2027: 12 people', 'Half came.', 'roll.txt']) expect(shown).toContain(words)
  const [kept] = await filesOf(real.read(town.place.id), [(await pledge()).id])
  const open = kept && (await fileByHash(real.read(town.place.id), kept.hash))
  expect(open && new TextDecoder().decode(await readFile(files, open.hash))).toBe(text)
})

test('refusals keep what was typed: a day ahead, a file that is no proof, somebody else’s pledge, no reason', async () => {
  const { klub, alice, bashir } = town.people
  const ahead = textOf(await settle(klub, { kept: 'yes', 'on-1': '2027-02-11', 'words-1': 'Soon it will be' }))
  for (const words of ['lies in the future', 'href="#field-on-1"', 'Soon it will be']) expect(ahead).toContain(words)
  const program = new File([new Uint8Array([0, 1, 2, 3])], 'proof.exe')
  expect(textOf(await settle(klub, { kept: 'yes' }, program))).toContain('Choose a photo, a PDF or plain text.')
  expect(textOf(await settle(klub, { kept: 'no' }))).toContain('Say why')
  for (const other of [alice, bashir])
    expect(textOf(await settle(other, { kept: 'yes' })), other.name).toContain('Only the one who pledged')
  expect(await pledge()).toMatchObject({ state: 'promised', deliveredOn: null })
})

test('the database: what came is said once, and no pledge is reworded', async () => {
  const run = (set: string) =>
    real.transact(town.place.id, null, (tx) => sql.raw(`update delivery.pledge set ${set}`).execute(tx))
  await expect(run(`what = 'Nothing'`)).rejects.toThrow('what was pledged')
  const settled = `settled_at = now(), settled_by = '${town.people.klub.account}'`
  await expect(run(`state = 'kept', ${settled}`), 'kept when, and how much?').rejects.toThrow('check constraint')
  await settle(town.people.klub, { kept: 'no', 'words-1': 'It rained.' })
  await expect(run(`state = 'kept', delivered_on = '2027-02-01', delivered_much = 'all'`)).rejects.toThrow(
    'what was pledged',
  )
})

test('the thread goes on from an answer to the promise, its milestones and what others bring to it', async () => {
  const [first] = await answersOf(real.read(town.place.id), at.problem)
  if (!first?.answer) throw new Error('no answer')
  const strands = await downstream(real.read(town.place.id), { kind: 'answer', id: first.answer.id })
  const kinds = strands.map(({ from, relation }) => `${from.kind} ${relation}`)
  expect(kinds.toSorted()).toEqual([
    'commitment carries-out',
    'milestone part-of',
    'milestone part-of',
    'pledge pledges-to',
  ])
})
