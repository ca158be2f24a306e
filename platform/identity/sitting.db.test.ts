import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { accountsIn, accountsOfPeople } from './sitting.ts'
import { foundTown, type Town } from './testing.ts'

let home: TestDatabase
let real: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const today = Temporal.PlainDate.from('2026-11-24')

test('who sits in a body today, its chair, and one person as long as she sits', async () => {
  const read = real.read(town.place.id)
  const { dora, emil, alice } = town.people
  const body = town.council
  const all = await accountsIn(read, { body, today })
  for (const one of [dora, emil]) expect(all).toContain(one.account)
  expect(all).not.toContain(alice.account)
  expect(new Set(all).size, 'each once').toBe(all.length)
  expect(await accountsIn(read, { body, today, only: 'chair' })).toEqual([dora.account])
  expect(await accountsIn(read, { body, today, only: { person: emil.person } })).toEqual([emil.account])
  expect(await accountsIn(read, { body, today, only: { person: null } })).toEqual([])
  expect(await accountsIn(read, { body: null, today })).toEqual([])
  const before = Temporal.PlainDate.from('1900-01-01')
  expect(await accountsIn(read, { body, today: before }), 'before any term began nobody sat').toEqual([])
})

test('accounts of people: each once, and none of who has none', async () => {
  const read = real.read(town.place.id)
  const { dora } = town.people
  if (!dora.person) throw new Error('dora sits')
  expect(await accountsOfPeople(read, [dora.person, dora.person])).toEqual([dora.account])
  expect(await accountsOfPeople(read, [])).toEqual([])
})
