import type { Address } from '@folkmoot/basics/addresses.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { adoptedMandate, retellMandate } from '../../mandate/index.ts'
import { problemBySlug, problemRoutes } from '../../problem/index.ts'
import { giveRule } from '../../problem/testing.ts'
import { openCall } from '../commands.ts'
import { arenaRoutes } from '../routes.tsx'
import { setUpOf } from './store.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const slug = 'who-tends-the-orchard'

let home: TestDatabase
let real: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(real)
  await giveRule(real, town)
  const words = { question: ['Who tends the orchard?'], whatHappens: ['Apples rot.'], whoIsAffected: ['All'] }
  await go('problem.raise', { as: 'alice', typed: words })
  await go('problem.sponsor', { as: 'dora', typed: { words: ['I like apples.'] } })
  await real.transact(town.place.id, null, async (tx) => {
    const problem = await problemBySlug(tx, slug)
    if (!problem) throw new Error('no problem')
    await retellMandate(tx, {
      problem: problem.id,
      question: problem.question,
      parentBody: town.committee,
      politicians: 1,
      citizens: 3,
      source: 'test',
      profiles: [{ name: 'Neighbour', wanted: 2, description: 'Lives beside it.' }],
    })
  })
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

type Coming = Omit<Going, 'as'> & { readonly as?: Townsperson }

function go(address: Address, { as, ...going }: Coming = {}) {
  const whole = { at: now, ...going, params: { problem: slug } }
  return answerAt(
    [...problemRoutes, ...arenaRoutes],
    address,
    visitIn(real, town.place, as ? { ...whole, as: town.people[as] } : whole),
  )
}

const read = () => real.read(town.place.id)
async function problem() {
  const found = await problemBySlug(read(), slug)
  if (!found) throw new Error('no problem')
  return found
}

const rule = {
  minGenderShare: ['40'],
  isOnePerHousehold: ['yes'],
  answerDays: ['5'],
  forgetOn: ['2027-06-01'],
  politicians: ['9'],
}

async function profilesTyped(criteria: string, { own = 1 }: { readonly own?: number } = {}) {
  const mandate = await adoptedMandate(read(), (await problem()).id)
  return {
    'profile-1': [mandate?.profiles[0]?.id ?? ''],
    'criteria-1': [criteria],
    'chosen-1': ['1'],
    'drawn-1': ['1'],
    'name-2': ['Knows trees'],
    'description-2': ['Has pruned one.'],
    'criteria-2': ['Has a garden\nWorks with trees\n'],
    'chosen-2': [String(own)],
    'drawn-2': ['0'],
    'name-3': [''],
    'chosen-3': ['1'],
  }
}

test('a clerk prepares, sees what is left to do, and cannot confirm; who leads confirms the whole', async () => {
  expect(textOf(await go('arena.set-up', { as: 'chen' }))).toContain('Say when the data of those who were not chosen')
  expect(await go('arena.save-rule', { as: 'chen', typed: rule })).toMatchObject({ kind: 'redirect' })
  const incomplete = textOf(await go('arena.set-up', { as: 'dora' }))
  expect(incomplete).toContain('2 seats have a profile, the group has 3 citizens’ seats.')
  expect(textOf(await go('arena.confirm-set-up', { as: 'dora' }))).toContain('Something is missing.')
  expect(await go('arena.save-profiles', { as: 'chen', typed: await profilesTyped('Sees it daily') })).toMatchObject({
    kind: 'redirect',
  })
  expect(textOf(await go('arena.set-up', { as: 'chen' }))).toContain('Now a politician who leads the case confirms it.')
  expect(textOf(await go('arena.confirm-set-up', { as: 'chen' }))).toContain(
    'A politician who leads the case confirms.',
  )
  expect(await go('arena.confirm-set-up', { as: 'dora' })).toMatchObject({ kind: 'redirect' })
  // The number the body fixed stays as it is, whatever the form says.
  expect(await setUpOf(read(), (await problem()).id)).toMatchObject({
    politicians: null,
    isOnePerHousehold: true,
    forgetOn: Temporal.PlainDate.from('2027-06-01'),
    profiles: [
      { name: 'Neighbour', description: 'Lives beside it.', criteria: ['Sees it daily'], chosen: 1, drawn: 1 },
      { name: 'Knows trees', criteria: ['Has a garden', 'Works with trees'], chosen: 1, drawn: 0 },
    ],
  })
  const told = (await entries(read(), { problem: (await problem()).id, limit: 50 })).filter(({ kind }) =>
    kind.startsWith('arena.set-up'),
  )
  expect(told.map(({ kind }) => kind).sort()).toEqual([
    'arena.set-up-confirmed',
    'arena.set-up-saved',
    'arena.set-up-saved',
  ])
  expect(told.find(({ kind }) => kind === 'arena.set-up-confirmed')?.public).toMatchObject({
    politicians: 1,
    citizens: 3,
    forgetOn: '2027-06-01',
  })
  expect(textOf(await go('arena.people'))).toContain('Knows trees')
})

test('what is typed wrong is said at its field, and everything typed is kept', async () => {
  const typed = { ...(await profilesTyped('Lives here')), 'name-2': [''], 'chosen-1': ['0'], 'drawn-1': ['0'] }
  const reply = await go('arena.save-profiles', { as: 'dora', typed })
  expect(reply).toMatchObject({ kind: 'page', status: 422 })
  const html = textOf(reply)
  expect(html).toContain('#field-name-2')
  expect(html).toContain('#field-chosen-1')
  expect(html).toContain('Has a garden')
  const past = await go('arena.save-rule', { as: 'dora', typed: { ...rule, forgetOn: ['2026-11-01'] } })
  expect(past).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(past)).toContain('#field-forgetOn')
  const many = await profilesTyped(Array.from({ length: 13 }, (_, at) => `Criterion ${at}`).join('\n'))
  expect(textOf(await go('arena.save-profiles', { as: 'dora', typed: many }))).toContain('#field-criteria-1')
})

// It said "The call is open" nine days after the call had closed.
test('a change before the call has to be confirmed again; from the opening of the call nothing changes, by form or by hand', async () => {
  await go('arena.save-rule', { as: 'dora', typed: rule })
  await go('arena.save-profiles', { as: 'dora', typed: await profilesTyped('Lives here') })
  await go('arena.confirm-set-up', { as: 'dora' })
  await go('arena.save-rule', { as: 'chen', typed: { ...rule, answerDays: ['7'] } })
  const call = { slug, until: Temporal.PlainDate.from('2026-12-12'), timeZone: town.place.timeZone }
  const opening = () => openCall(real.at(now), town.people.dora, call)
  expect(await opening()).toEqual({ ok: false, refusal: 'not-set-up' })
  await go('arena.confirm-set-up', { as: 'dora' })
  expect(await opening()).toMatchObject({ ok: true })
  expect(textOf(await go('arena.save-rule', { as: 'dora', typed: rule }))).toContain('The call has been opened.')
  const fixed = textOf(await go('arena.set-up', { as: 'chen' }))
  expect(fixed).toContain('because people rely on it')
  expect(fixed).not.toContain('Change the rule')
  const byHand = sql`update arena.recruitment set answer_days = 1 where problem_id = ${(await problem()).id}`
  await expect(real.transact(town.place.id, null, (tx) => byHand.execute(tx))).rejects.toThrow('stays')
})

test('the database opens no call for a group that nobody has set up', async () => {
  const { id } = await problem()
  const byHand = sql`
    insert into arena.open_call (jurisdiction_id, problem_id, opened_by, opened_at, closes_at)
    values (${town.place.id}, ${id}, ${town.people.dora.account}, now(), now() + interval '9 days')`
  await expect(real.transact(town.place.id, null, (tx) => byHand.execute(tx))).rejects.toThrow('is not confirmed')
})

test('residents and politicians who do not lead see none of it', async () => {
  for (const address of ['arena.set-up', 'arena.set-up-rule', 'arena.set-up-profiles'] as const) {
    expect(textOf(await go(address, { as: 'emil' })), address).toContain('Only those who lead the case')
  }
  expect(textOf(await go('arena.save-rule', { as: 'emil', typed: rule }))).toContain('Only those who lead the case')
})
