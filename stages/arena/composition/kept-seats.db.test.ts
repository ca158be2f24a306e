import type { Address } from '@folkmoot/basics/addresses.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { retellMandate } from '../../mandate/index.ts'
import { affectedActors, problemBySlug, problemRoutes, type Problem } from '../../problem/index.ts'
import { giveRule } from '../../problem/testing.ts'
import { arenaRoutes } from '../routes.tsx'
import { applicationOf } from '../store.ts'
import { setUpOf } from './store.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const slug = 'who-tends-the-orchard'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})
beforeEach(async () => {
  town = await foundTown(database)
  await giveRule(database, town)
  const words = { question: 'Who tends the orchard?', whatHappens: 'Apples rot.', whoIsAffected: 'All' }
  await go('problem.raise', 'alice', words)
  await go('problem.sponsor', 'dora', { words: 'I like apples.' })
  const { id, question } = await problem()
  const size = { politicians: 1, citizens: 2, profiles: [] }
  await database.transact(town.place.id, null, (tx) =>
    retellMandate(tx, { problem: id, question, parentBody: town.committee, source: 'test', ...size }),
  )
  await name('Beekeepers', 'Their bees live there.')
  const rule = { minGenderShare: '0', answerDays: '5', forgetOn: '2027-06-01' }
  await go('arena.save-rule', 'chen', rule)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

function go(address: Address, as?: Townsperson, fields: Record<string, string> = {}) {
  const visit = { at: now, params: { problem: slug }, typed: typed(fields) }
  return answerAt(
    [...problemRoutes, ...arenaRoutes],
    address,
    visitIn(database, town.place, as ? { ...visit, as: town.people[as] } : visit),
  )
}

async function problem(): Promise<Problem> {
  const found = await problemBySlug(read(), slug)
  if (!found) throw new Error('no problem')
  return found
}

async function name(group: string, how: string): Promise<void> {
  await go('problem.add-actor', 'chen', { name: group, kind: 'people', relation: 'affected', how })
}

async function keptProfiles(more: Record<string, string> = {}) {
  const [bees] = await affectedActors(read(), (await problem()).id)
  return {
    'name-1': 'Knows bees',
    'criteria-1': 'Keeps bees',
    'chosen-1': '1',
    'drawn-1': '0',
    'keptFor-1': bees?.id ?? '',
    'name-2': 'An association',
    'criteria-2': 'Has members here',
    'chosen-2': '1',
    'drawn-2': '0',
    'organisations-2': 'yes',
    ...more,
  }
}

async function openedCall() {
  expect(await go('arena.save-profiles', 'chen', await keptProfiles())).toMatchObject({ kind: 'redirect' })
  await go('arena.confirm-set-up', 'dora')
  expect(await go('arena.open-call', 'dora', { until: '2026-12-20' })).toMatchObject({ kind: 'redirect' })
  const setUp = await setUpOf(read(), (await problem()).id)
  const [bees, club] = setUp?.profiles ?? []
  if (!bees || !club) throw new Error('two profiles')
  return { bees, club }
}

const asking = (profile: string) => ({ profile, motivation: 'We want to help.', tie: 'We are here.', gender: 'none' })

async function declare(resourceWords: string): Promise<void> {
  const words = { legalForm: 'association', speaksFor: 'Growers', paidBy: 'Fees', interests: 'members' }
  await go('problem.declare', 'klub', { ...words, interestWords: 'Apples', resourceWords, reason: 'Asked.' })
}

it('what a seat is kept for is said where the group is set up, where one asks for a seat and who takes part', async () => {
  const { club } = await openedCall()
  expect(club).toMatchObject({ isForOrganisations: true, keptFor: null })
  const people = textOf(await go('arena.people'))
  expect(people).toContain('For: Beekeepers')
  expect(people).toContain('Organisations')
  const form = textOf(await go('arena.application', 'bashir'))
  expect(form).not.toContain('An association')
  expect(form).toContain('One more profile is kept for organisations.')
  expect(textOf(await go('arena.application', 'klub'))).toContain('An association')
})

// A bug once: an association got the form of a resident, and of the register only a refusal.
it('an association is asked as one, reads for whom a seat is kept, and goes to the register and back', async () => {
  const { bees } = await openedCall()
  const form = textOf(await go('arena.application', 'klub'))
  expect(form).toContain('You sit for the organisation you speak for')
  expect(form).toContain(`/declare?seat=${slug}`)
  expect(textOf(await go('arena.application', 'bashir'))).toContain('Kept for this group: Beekeepers.')
  const words = { legalForm: 'association', speaksFor: 'Growers', paidBy: 'Fees', interests: 'members' }
  const declared = { ...words, interestWords: 'Apples', resourceWords: 'Ladders', reason: '', seat: slug }
  expect(textOf(await go('problem.declare', 'klub', { seat: slug }))).toContain(`name="seat" value="${slug}"`)
  expect(await go('problem.declare', 'klub', declared)).toMatchObject({
    kind: 'redirect',
    to: expect.stringMatching(new RegExp(`/${slug}/people/apply$`)),
  })
  expect(textOf(await go('arena.application', 'klub'))).toContain('what it has declared in the interest register')
  // Whoever chose no seat is told to choose, beside all else that is missing.
  const nothing = textOf(await go('arena.apply', 'bashir', { ...asking(bees.id), profile: '', motivation: '' }))
  expect(nothing).toContain('Choose one of these')
  expect(nothing.match(/Fill in this field/g)?.length).toBe(2)
})

it('a seat for organisations is asked for by one that has declared what it brings, and by nobody else', async () => {
  const { club } = await openedCall()
  expect(textOf(await go('arena.apply', 'bashir', asking(club.id)))).toContain('kept for organisations')
  expect(textOf(await go('arena.apply', 'klub', asking(club.id)))).toContain('Declare it in the interest register')
  await declare('')
  expect(textOf(await go('arena.apply', 'klub', asking(club.id)))).toContain('Declare it in the interest register')
  await declare('Ladders and forty hands')
  expect(await go('arena.apply', 'klub', asking(club.id))).toMatchObject({ kind: 'redirect' })
})

it('the database holds it too: no change of an application leads to a seat that is kept for others', async () => {
  const { bees, club } = await openedCall()
  await go('arena.apply', 'bashir', asking(bees.id))
  expect(textOf(await go('arena.change-application', 'bashir', asking(club.id)))).toContain('kept for organisations')
  const { account } = town.people.bashir
  const mine = account && (await applicationOf(read(), (await problem()).id, account))
  if (!mine) throw new Error('bashir has applied')
  await expect(
    database.transact(town.place.id, null, (tx) =>
      sql`update arena.application set profile_id = ${club.id} where id = ${mine.id}`.execute(tx),
    ),
  ).rejects.toThrow(/kept for organisations/)
})

it('lots are not drawn among organisations, and a seat is kept for a group of this case alone', async () => {
  const byLot = await go('arena.save-profiles', 'chen', await keptProfiles({ 'chosen-2': '0', 'drawn-2': '1' }))
  expect(byLot).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(byLot)).toContain('Seats for organisations are given by choice')
  await go('arena.save-profiles', 'chen', await keptProfiles())
  const { id } = await problem()
  const also = (columns: string, values: string) =>
    database.transact(town.place.id, null, (tx) =>
      sql`
        insert into arena.recruited_profile
          (jurisdiction_id, problem_id, id, position, name, description, criteria, chosen, ${sql.raw(columns)})
        values (${town.place.id}, ${id}, gen_random_uuid(), 3, 'Another', '', '{Anything}', 1, ${sql.raw(values)})`.execute(
        tx,
      ),
    )
  await expect(also('drawn, is_for_organisations', '1, true')).rejects.toThrow(/recruited_profile_check/)
  await expect(also('drawn, kept_for_id', '0, gen_random_uuid()')).rejects.toThrow(/foreign key/)
  await expect(also('drawn, is_for_organisations', '0, true')).resolves.toBeDefined()
})

it('the report says which affected groups have a seat and which have none', async () => {
  await name('Night walkers', 'It is dark.')
  await openedCall()
  const report = textOf(await go('arena.representation'))
  expect(report).toContain('0 of 2 affected groups take part.')
  expect(report).toMatch(/Without anybody so far:.*Night walkers.*Beekeepers/s)
  expect(report).toContain('seat still empty')
  expect(report).toContain('no seat')
})
