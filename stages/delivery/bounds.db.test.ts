import { newId } from '@folkmoot/basics/ids.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { textOf, typed } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { draftsOf } from './draft-store.ts'
import { mostPledgesADay } from './pledges/rules.ts'
import { commitmentsOf } from './store.ts'
import { answeredCase, promisedAt, promisedCase, type PromisedCase } from './testing.ts'

let home: TestDatabase
let owner: Client
let real: Database
let town: Town
let at: PromisedCase

beforeAll(async () => {
  home = await testDatabase()
  owner = new Client({ connectionString: home.url })
  await owner.connect()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(real)
  at = await promisedCase(real, town)
})
afterAll(async () => {
  await owner.end()
  await real.close()
  await home.drop()
})

const spring = Temporal.Instant.from('2027-02-10T09:00:00Z')
const reached = { milestone: ['1'], reachedOn: ['2027-01-09'] }
const run = (words: string) => owner.query(words)

test('a milestone says in what part somebody called it reached: staff, who answers for it, or the chair', async () => {
  const { chen, emil, dora } = town.people
  await at.go('delivery.reach-milestone', { as: chen, at: spring, typed: reached })
  expect(await at.page('delivery.commitment', { at: spring })).toContain('Said by staff')
  await at.go('delivery.reach-milestone', { as: emil, at: spring, typed: { ...reached, milestone: ['2'] } })
  expect(await at.page('delivery.commitment', { at: spring })).toContain('Said by who answers for the promise')
  const facts = (await entries(real.read(town.place.id), { problem: at.problem })).filter(
    ({ kind }) => kind === 'delivery.milestone-reached',
  )
  expect(facts.map(({ public: words }) => (words as { readonly saidBy: string }).saidBy).toSorted()).toEqual([
    'owner',
    'staff',
  ])
  const other = await promisedCase(real, town)
  await other.go('delivery.reach-milestone', { as: dora, at: spring, typed: reached })
  expect(await other.page('delivery.commitment', { at: spring })).toContain('Said by the chair of the body')
})

test('a promise that was said to be kept takes no milestone any more: not from staff, not in the database', async () => {
  const { chen, emil } = town.people
  await at.go('delivery.report', { as: emil, at: spring, typed: { standing: ['kept'], text: ['It stands.'] } })
  const refused = await at.go('delivery.reach-milestone', { as: chen, at: spring, typed: reached })
  expect(textOf(refused)).toContain('its milestones stay as they stood then')
  const [promise] = await commitmentsOf(real.read(town.place.id), at.problem)
  expect(promise?.milestones.map(({ reachedOn }) => reachedOn)).toEqual([null, null])
  const [first] = promise?.milestones ?? []
  const mark = (by: typeof chen, as: string): Promise<unknown> =>
    run(
      `update delivery.milestone set reached_on = '2027-01-09', reached_by = '${by.account}', reached_as = '${as}' where id = '${first?.id}'`,
    )
  await expect(mark(chen, 'staff')).rejects.toThrow('its milestones stay as they are')
})

test('the database: nobody marks a milestone in the part of another', async () => {
  const { chen, dora } = town.people
  const [promise] = await commitmentsOf(real.read(town.place.id), at.problem)
  const [first] = promise?.milestones ?? []
  for (const [by, as] of [
    [chen, 'owner'],
    [chen, 'chair'],
    [dora, 'owner'],
  ] as const)
    await expect(
      run(
        `update delivery.milestone set reached_on = '2027-01-09', reached_by = '${by.account}', reached_as = '${as}' where id = '${first?.id}'`,
      ),
      `${by.name} as ${as}`,
    ).rejects.toThrow('in another part')
})

test('a draft whose day is over cannot be confirmed: the page says why, the press is refused, and so does the database', async () => {
  const { chen, emil } = town.people
  const case_ = await answeredCase(real, town)
  const words = {
    recommendation: ['1'],
    title: ['Build the gate'],
    owner: [emil.person ?? ''],
    office: [''],
    budgetLine: ['line 4.12'],
    'what-1': ['Tender'],
    'due-1': ['2027-01-10'],
    nextReportOn: ['2027-02-01'],
  }
  expect(await case_.go('delivery.commit', { as: chen, typed: words })).toMatchObject({ kind: 'redirect' })
  const page = await case_.page('delivery.commitment', { as: emil, at: spring })
  expect(page).toContain('A day in this draft is over')
  expect(page).not.toContain('value="confirm"')
  const refused = await case_.go('delivery.confirm', { as: emil, at: spring, typed: { act: ['confirm'] } })
  expect(textOf(refused)).toContain('A day in this draft is over')
  const [draft] = await draftsOf(real.read(town.place.id), case_.problem)
  await expect(
    run(
      `update delivery.commitment set confirmed_at = '${spring.toString()}', confirmed_by = '${emil.account}' where id = '${draft?.id}'`,
    ),
  ).rejects.toThrow('a day of draft 1 is over')
  expect(await case_.go('delivery.confirm', { as: emil, at: spring, typed: { act: ['discard'] } })).toMatchObject({
    kind: 'redirect',
  })
})

test('an association that settles at once what it pledges comes to an end for the day, in the database too', async () => {
  const { klub } = town.people
  const help = typed({ commitment: '1', what: 'Close it by hand', howMuch: '24 people', by: '2027-03-01' })
  for (let number = 1; number <= mostPledgesADay; number += 1) {
    expect(await at.go('delivery.pledge', { as: klub, typed: help }), `pledge ${number}`).toMatchObject({
      kind: 'redirect',
    })
    const settled = { kept: ['yes'], [`words-${number}`]: ['All came.'] }
    await at.go('delivery.keep-pledge', { as: klub, params: { number }, typed: settled })
  }
  expect(textOf(await at.go('delivery.pledge', { as: klub, typed: help }))).toContain('twenty pledges within 24 hours')
  const [promise] = await commitmentsOf(real.read(town.place.id), at.problem)
  await expect(
    run(`insert into delivery.pledge (jurisdiction_id, id, problem_id, number, commitment_id, pledged_by, what, how_much, by_day, pledged_at, state)
      values ('${town.place.id}', '${newId('pledge')}', '${at.problem}', 99, '${promise?.id}', '${klub.account}', 'x', 'y', '2027-03-01', '${promisedAt.toString()}', 'promised')`),
  ).rejects.toThrow('pledged often enough today')
  const later = promisedAt.add({ hours: 25 })
  expect(await at.go('delivery.pledge', { as: klub, at: later, typed: help })).toMatchObject({ kind: 'redirect' })
})
