import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hearing } from '../../../platform/notices/testing.ts'
import { deliveryOwed } from '../owed.ts'
import { deliveryJourneyPart, deliveryWaitingFor } from '../slots.ts'
import { reportsOf } from '../report-store.ts'
import { commitmentsOf } from '../store.ts'
import { promisedCase, type PromisedCase } from '../testing.ts'
import { problemBySlug } from '../../problem/index.ts'

const spring = Temporal.Instant.from('2027-03-02T09:00:00Z')

let home: TestDatabase
let owner: Client
let real: Database
let town: Town
let at: PromisedCase
let people: ReturnType<typeof hearing>

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  owner = new Client({ connectionString: home.url })
  await owner.connect()
})
beforeEach(async () => {
  town = await foundTown(real)
  at = await promisedCase(real, town)
  const typed = { text: ['It stands.'], standing: ['kept'] }
  await at.go('delivery.report', { as: town.people.emil, at: spring, typed })
  await real.queueSql('delete from pgboss.job')
  people = hearing(real, town)
})
afterAll(async () => {
  await owner.end()
  await real.close()
  await home.drop()
})

const commitment = async () => {
  const [one] = await commitmentsOf(real.read(town.place.id), at.problem)
  if (!one) throw new Error('no commitment')
  return one
}
const reopen = (as: Actor, reason = 'There is <no> gate.', when = spring) =>
  at.go('delivery.reopen', { as, at: when, typed: { reopenReason: [reason] } })
const answer = (as: Actor, goesOn: 'yes' | 'no', next = '') =>
  at.go('delivery.answer-reopening', {
    as,
    at: spring.add({ hours: 24 }),
    typed: { goesOn: [goesOn], answerWords: ['We looked.'], answerNext: [next] },
  })
const run = (text: string) => real.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))

test('one of its authors reopens what is not done; it counts as kept no more, and the chair has ten working days', async () => {
  const { alice, bashir, chen, dora, emil } = town.people
  expect(textOf(await reopen(bashir))).toContain('Members of the group')
  expect(textOf(await reopen(chen))).toContain('Public employees reopen no promise')
  expect(await at.page('delivery.commitment', { as: bashir, at: spring })).not.toContain('reopen this promise')
  expect(await at.page('delivery.commitment', { at: spring })).toContain('Sign in, and you can say')
  expect(await at.page('delivery.commitment', { as: alice, at: spring })).toContain('reopen this promise')
  const empty = textOf(await reopen(alice, ' '))
  expect(empty).toContain('href="#field-reopenReason"')

  expect(await reopen(alice)).toMatchObject({ kind: 'redirect', done: { text: 'The promise is open again' } })
  expect(await commitment()).toMatchObject({
    standing: 'reopened',
    nextReportOn: Temporal.PlainDate.from('2027-03-16'),
  })
  const shown = await at.page('delivery.commitment', { at: spring })
  for (const words of ['There is &lt;no&gt; gate.', 'Reopened on 2 March 2027 by Alice', 'It had been closed as kept.'])
    expect(shown).toContain(words)
  const owed = await deliveryOwed(visitIn(real, town.place, { at: spring }), { open: 9, given: 9 })
  expect(owed).toMatchObject([
    { title: 'The chair’s answer whether “Build the gate” is done', owner: 'Town council', isDone: false },
  ])
  const problem = await problemBySlug(real.read(town.place.id), at.slug)
  if (!problem) throw new Error('no problem')
  expect(await deliveryJourneyPart(visitIn(real, town.place, { at: spring }), problem)).toMatchObject({ state: 'now' })

  expect(textOf(await reopen(alice))).toContain('reopened already')
  const going = { text: ['Going'], standing: ['promised'], nextReportOn: ['2027-04-01'] }
  const report = await at.go('delivery.report', { as: emil, at: spring, typed: going })
  expect(textOf(report)).toContain('answers first')
  const waiting = async (as: Actor) =>
    (await deliveryWaitingFor(visitIn(real, town.place, { as, at: spring }), { most: 60 })).first.map(
      ({ title }) => title,
    )
  expect(await waiting(dora)).toEqual(['Answer whether your body kept a promise'])
  expect(await waiting(emil)).toEqual([])
})

test('only the chair answers; the record keeps the question, the answer and both closings, and everybody is told', async () => {
  const { alice, chen, dora, emil, freja } = town.people
  await reopen(alice)
  for (const other of [chen, emil, freja, alice])
    expect(textOf(await answer(other, 'no')), other.name).toContain('Only the chair of the body')
  expect(textOf(await answer(dora, 'yes'))).toContain('href="#field-answerNext"')
  expect(await answer(dora, 'yes', '2027-05-01')).toMatchObject({ kind: 'redirect' })
  expect(await commitment()).toMatchObject({
    standing: 'promised',
    nextReportOn: Temporal.PlainDate.from('2027-05-01'),
  })
  expect(textOf(await answer(dora, 'no'))).toContain('not reopened')
  const reports = await reportsOf(real.read(town.place.id), (await commitment()).id)
  expect(reports.map(({ standing, text, isStaff }) => [standing, text, isStaff])).toEqual([
    ['promised', 'We looked.', false],
    ['kept', 'It stands.', false],
  ])
  const ledger = await entries(real.read(town.place.id), { problem: at.problem })
  const kinds = ledger.map(({ kind }) => kind).filter((kind) => kind.startsWith('delivery.reopen'))
  expect(kinds.toSorted()).toEqual(['delivery.reopened', 'delivery.reopening-answered'])
  expect(JSON.stringify(ledger)).not.toContain('<no>')

  await people.runJobs()
  const told = async (name: 'alice' | 'dora') => (await people.noticesTo(name)).map(({ message }) => message)
  expect(await told('dora')).toContain('told.reopened-yours')
  expect(await told('alice'), 'she knows that she reopened it').toEqual(['told.reopened-goes-on'])
})

test('what stays closed is closed as it was; who was answered does not ask again, a pledger may', async () => {
  const { alice, dora, klub } = town.people
  await reopen(alice)
  await answer(dora, 'no')
  expect(await commitment()).toMatchObject({ standing: 'kept', nextReportOn: null })
  expect(await at.page('delivery.commitment', { at: spring })).toContain('href="#report-2"')
  expect(textOf(await reopen(alice, 'Still none', spring.add({ hours: 48 })))).toContain('less than three months ago')
  expect(textOf(await reopen(klub))).toContain('Members of the group')
})

test('who pledged to it is concerned', async () => {
  const other = await promisedCase(real, town)
  const { emil, klub } = town.people
  const typed = { commitment: ['1'], what: ['Boats'], howMuch: ['4'], by: ['2027-02-01'] }
  await other.go('delivery.pledge', { as: klub, typed })
  await other.go('delivery.report', { as: emil, at: spring, typed: { text: ['Done.'], standing: ['kept'] } })
  const mine = await other.go('delivery.reopen', { as: klub, at: spring, typed: { reopenReason: ['No gate.'] } })
  expect(mine).toMatchObject({ kind: 'redirect' })
})

test('a hidden reason is a stone, and the promise stays open until it is answered', async () => {
  await reopen(town.people.alice, 'A canary')
  await owner.query(`insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
    select jurisdiction_id, 'reopening', id, 'spam', 'x', '${town.people.chen.account}', 'clerk', now()
    from delivery.reopening where jurisdiction_id = '${town.place.id}'`)
  const shown = await at.page('delivery.commitment', { at: spring })
  expect(shown).not.toContain('canary')
  expect(shown).toContain('hidden by the house rules')
  expect(await commitment()).toMatchObject({ standing: 'reopened' })
})

test('the database: closed stays closed, open stays open, two at once are one, and nothing is deleted', async () => {
  const { alice, bashir, chen, dora } = town.people
  const { id } = await commitment()
  const set = (what: string) => run(`update delivery.commitment set ${what} where id = '${id}'`)
  await expect(set(`standing = 'promised', next_report_on = '2028-01-01'`)).rejects.toThrow('was closed')
  await expect(set(`standing = 'reopened', next_report_on = '2028-01-01'`)).rejects.toThrow('nobody has answered')
  const said = (by: Actor, number = 1, closedAs = 'kept') =>
    run(`insert into delivery.reopening (jurisdiction_id, id, problem_id, commitment_id, number, closed_as, closed_report, reason,
        language, by_account, at, answer_by)
      values ('${town.place.id}', gen_random_uuid(), '${at.problem}', '${id}', ${number}, '${closedAs}', 1, 'x', 'en',
        '${by.account}', now(), '2028-01-01')`)
  await expect(said(alice, 1, 'dropped')).rejects.toThrow('only what was closed here')
  const both = await Promise.all([reopen(alice), reopen(alice)])
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['page', 'redirect'])
  await expect(said(bashir, 2)).rejects.toThrow('only what was closed here')
  await expect(set(`standing = 'kept', next_report_on = null`)).rejects.toThrow('nobody has answered')
  // A clerk's report in place of the chair's answer.
  await run(`insert into delivery.report (jurisdiction_id, commitment_id, number, text, standing, next_report_on, by_account, is_staff, at)
    values ('${town.place.id}', '${id}', 2, 'x', 'promised', '2028-01-01', '${chen.account}', true, now())`)
  const answered = (by: Actor) =>
    run(`update delivery.reopening set answer_report = 2, answered_by = '${by.account}', answered_at = '${spring.toString()}'
      where commitment_id = '${id}'`)
  await expect(answered(chen)).rejects.toThrow('only the chair')
  await expect(answered(dora)).rejects.toThrow('only the chair')
  await expect(run(`update delivery.reopening set reason = 'nothing' where commitment_id = '${id}'`)).rejects.toThrow(
    'stays as it was said',
  )
  for (const table of ['commitment', 'milestone', 'report', 'reopening', 'pledge']) {
    await expect(run(`delete from delivery.${table}`), table).rejects.toThrow('permission denied')
    if (table !== 'pledge')
      await expect(owner.query(`delete from delivery.${table}`), table).rejects.toThrow('never deleted')
  }
  await expect(run(`update delivery.milestone set due_on = '2030-01-01'`)).rejects.toThrow('as it was promised')
})

test('the database: one person asks once in ninety days about one promise, and three times a month at all', async () => {
  const { alice, dora } = town.people
  const by = async ({ problem }: PromisedCase, who: Actor, when: Temporal.Instant, report = 1) => {
    const [row] = await commitmentsOf(real.read(town.place.id), problem)
    return run(`insert into delivery.reopening (jurisdiction_id, id, problem_id, commitment_id, number, closed_as, closed_report, reason,
        language, by_account, at, answer_by)
      values ('${town.place.id}', gen_random_uuid(), '${problem}', '${row?.id}', 2, 'kept', ${report}, 'x', 'en',
        '${who.account}', '${when.toString()}', '2028-01-01')`)
  }
  await reopen(alice)
  await answer(dora, 'no')
  const again = spring.add({ hours: 24 * 89 })
  await expect(by(at, alice, again, 2)).rejects.toThrow('within ninety days')

  const others = await Promise.all([1, 2, 3].map(() => promisedCase(real, town)))
  for (const other of others)
    await other.go('delivery.report', {
      as: town.people.emil,
      at: spring,
      typed: { text: ['Done.'], standing: ['kept'] },
    })
  const [second, third, fourth] = others
  if (!second || !third || !fourth) throw new Error('three cases')
  for (const other of [second, third])
    expect(
      await other.go('delivery.reopen', { as: alice, at: spring, typed: { reopenReason: ['No gate.'] } }),
    ).toMatchObject({ kind: 'redirect' })
  await expect(by(fourth, alice, spring.add({ hours: 24 * 29 }))).rejects.toThrow('three promises within thirty days')
  // A month later it begins anew.
  await by(fourth, alice, spring.add({ hours: 24 * 31 }))
})

test('the database: nobody else ends a promise, none moves without a report, and none gets a milestone later', async () => {
  const other = await promisedCase(real, town)
  const { chen, dora, emil, freja } = town.people
  const [row] = await commitmentsOf(real.read(town.place.id), other.problem)
  const id = row?.id ?? ''
  const set = (what: string) => run(`update delivery.commitment set ${what} where id = '${id}'`)
  const says = (by: Actor, on: Temporal.Instant = spring) =>
    run(`insert into delivery.report (jurisdiction_id, commitment_id, number, text, standing, by_account, is_staff, at)
      values ('${town.place.id}', '${id}', 1, 'x', 'kept', '${by.account}', false, '${on.toString()}')`)
  for (const by of [chen, freja]) await expect(says(by), by.name).rejects.toThrow('its owner or of the chair')
  await expect(set(`standing = 'kept', next_report_on = null`)).rejects.toThrow('a report that says so')
  await expect(set(`next_report_on = '2030-01-01'`), 'put off in silence').rejects.toThrow('a report that says so')
  await expect(
    run(`insert into delivery.milestone (jurisdiction_id, id, commitment_id, number, what, due_on)
      values ('${town.place.id}', gen_random_uuid(), '${id}', 3, 'Later', '2030-01-01')`),
  ).rejects.toThrow('promised with its commitment')
  await owner.query(`update directory.membership set ends_on = '2027-01-01' where person_id = '${emil.person}'`)
  await expect(says(emil), 'after her term').rejects.toThrow('its owner or of the chair')
  expect(await says(dora)).not.toBeNull()
})
