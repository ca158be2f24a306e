import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { addMembership, addPerson } from '../directory/index.ts'
import { linkPerson } from './account.ts'
import { nameRefusal } from './names.ts'
import { foundTown, type Town, type Townsperson } from './testing.ts'

let testing: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 2 })
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

async function refusalOf(who: Townsperson, name: string, organisation: string | null = null) {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has no account`)
  return nameRefusal(database.read(town.place.id), account, { name, organisation })
}

async function elect(name: string, endsOn: string | null) {
  return database.transact(town.place.id, null, async (tx) => {
    const person = await addPerson(tx, { slug: `p-${Math.random()}`, name })
    await addMembership(tx, {
      person,
      body: town.council,
      party: null,
      role: 'Councillor',
      isChair: false,
      startsOn: null,
      endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn),
    })
    return person
  })
}

test('abuse 46: regression: a resident cannot call herself as the mayor does', async () => {
  expect(await refusalOf('alice', 'Dora')).toBe('name-of-office-holder')
  expect(await refusalOf('alice', 'Mayor Dora')).toBe('name-of-office-holder')
  expect(await refusalOf('alice', 'D o r a')).toBe('name-of-office-holder')
  expect(await refusalOf('alice', 'Dora Lind')).toBeNull()
})

test('nor as somebody does who works here', async () => {
  expect(await refusalOf('alice', 'CHEN')).toBe('name-of-office-holder')
  expect(await refusalOf('dora', 'Chen')).toBe('name-of-office-holder')
})

test('residents may share a name', async () => {
  expect(await refusalOf('alice', 'Bashir')).toBeNull()
})

test('a politician and a clerk keep their own names, also beside a namesake in office', async () => {
  await elect('Emil', null)
  for (const who of ['dora', 'emil', 'chen'] as const)
    expect(await refusalOf(who, who.charAt(0).toUpperCase() + who.slice(1))).toBeNull()
  expect(await refusalOf('emil', 'EMIL')).toBeNull()
})

test('a politician may not take a colleague’s name', async () => {
  expect(await refusalOf('dora', 'Freja')).toBe('name-of-office-holder')
})

test('a name is free again after the term, and kept for who was just linked to it', async () => {
  await elect('Gudrun Berg', '2001-12-31')
  expect(await refusalOf('alice', 'Gudrun Berg')).toBeNull()
  const person = await elect('Ingrid Dahl', null)
  expect(await refusalOf('bashir', 'Ingrid Dahl')).toBe('name-of-office-holder')
  await database.transact(town.place.id, null, (tx) => linkPerson(tx, town.people.bashir.account ?? never(), person))
  expect(await refusalOf('bashir', 'Ingrid Dahl')).toBeNull()
})

test('whoever had the name before the election keeps it until she changes it', async () => {
  await elect('Aisha', null)
  expect(await refusalOf('aisha', 'Aisha')).toBeNull()
  expect(await refusalOf('alice', 'Aisha')).toBe('name-of-office-holder')
})

test('no organisation speaks as the place, its council, a party or an office holder', async () => {
  expect(await refusalOf('klub', 'Klub', 'Town Council')).toBe('name-of-authority')
  expect(await refusalOf('klub', 'Klub', 'TESTHAVN')).toBe('name-of-authority')
  expect(await refusalOf('klub', 'Klub', 'Friends of Testhavn')).toBeNull()
  expect(await refusalOf('klub', 'Klub', 'Harbour List')).toBe('name-of-authority')
  expect(await refusalOf('klub', 'Klub', 'Dora')).toBe('name-of-authority')
})

test('a place knows only its own office holders', async () => {
  const other = await foundTown(database)
  await database.transact(other.place.id, null, async (tx) => {
    const person = await addPerson(tx, { slug: 'hulda', name: 'Hulda Nord' })
    await addMembership(tx, {
      person,
      body: other.council,
      party: null,
      role: 'Councillor',
      isChair: false,
      startsOn: null,
      endsOn: null,
    })
  })
  expect(await refusalOf('alice', 'Hulda Nord')).toBeNull()
})

function never(): never {
  throw new Error('nobody is linked')
}
