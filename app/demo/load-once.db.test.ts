import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { allJurisdictions } from '../../platform/directory/index.ts'
import { foundTown } from '../../platform/identity/testing.ts'
import { bind } from '../bindings.ts'
import { loadOnce } from './load-once.ts'
import { toldCases } from './told/index.ts'

/** Lindhavn, its nation and that nation's neighbour, and their union. */
const fictionalPlaces = 4

let home: TestDatabase
let databases: readonly Database[]

beforeAll(async () => {
  bind()
  home = await testDatabase()
  databases = [openDatabase({ url: home.url }), openDatabase({ url: home.url })]
})

afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()))
  await home.drop()
})

test('two first starts at once load the demonstration once, and whole', async () => {
  const said: string[] = []
  const loaded = await Promise.all(
    databases.map((database) => loadOnce({ url: home.url, database }, (line) => said.push(line))),
  )
  expect(loaded.filter(Boolean)).toHaveLength(1)
  const [database] = databases
  const places = database ? await allJurisdictions(database) : []
  expect(places).toHaveLength(toldCases.length + fictionalPlaces)
  expect(said.filter((line) => line.includes('not loaded to its end'))).toEqual([])
}, 180_000)

test('a demonstration that was cut off while it was loaded says so, and stays as it is', async () => {
  const half = await testDatabase()
  const database = openDatabase({ url: half.url })
  try {
    await foundTown(database, 'lindhavn')
    const said: string[] = []
    expect(await loadOnce({ url: half.url, database }, (line) => said.push(line))).toBe(false)
    expect(said).toEqual(['The demonstration was not loaded to its end. To begin anew: folkmoot demo reset'])
  } finally {
    await database.close()
    await half.drop()
  }
})
