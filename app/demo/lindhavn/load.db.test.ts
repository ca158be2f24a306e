import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { listProblems } from '../../../stages/problem/index.ts'
import { bind } from '../../bindings.ts'
import type { Lindhavn } from './found.ts'
import { loadLindhavn, scripts } from './load.ts'

let home: TestDatabase
let database: Database
let town: Lindhavn

beforeAll(async () => {
  bind()
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await loadLindhavn(database, () => {})
}, 600_000)

afterAll(async () => {
  await database.close()
  await home.drop()
})

it('plays every script through the stages’ own commands, none refused', async () => {
  const problems = await listProblems(database.read(town.place.id))
  expect(problems.map(({ question }) => question).sort()).toEqual(scripts.map(({ question }) => question).sort())
})
