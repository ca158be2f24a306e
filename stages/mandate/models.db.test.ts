import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { mandateRoutes } from './routes.tsx'
import { textOf } from '../../platform/http/testing.ts'
import { draftingIn, goingIn } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

it('over a draft that stands a model shows what it replaces in it, seats too, and over none it replaces nothing', async () => {
  const d = draftingIn(database, town)
  const go = goingIn(database, town, mandateRoutes)
  const at = await d.sponsored()
  const model = async () =>
    textOf(await go('mandate.model', at.slug, { as: town.people.chen, params: { model: 'ostbelgien' } }))
  expect(await model()).not.toContain('There is a draft already')
  await d.save(at, d.whole())
  const text = await model()
  expect(text).toContain('In it the model replaces:')
  expect(text).toMatch(/<dt>Seats for politicians<\/dt><dd><p class="fm-worddiff"><del>1<\/del> <ins>0<\/ins>/)
  expect(text).not.toContain('Save to get another line')
})
