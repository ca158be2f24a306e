import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { mandateRoutes } from './routes.tsx'
import { latestMandate } from './store.ts'
import { textOf } from '../../platform/http/testing.ts'
import { draftingIn, goingIn, type Drafting, type MandateCase } from './testing.ts'

/** A later version of a mandate whose group may sit already. */

let home: TestDatabase
let database: Database
let town: Town
let d: Drafting
let go: ReturnType<typeof goingIn>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  d = draftingIn(database, town)
  go = goingIn(database, town, mandateRoutes)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function confirming(at: MandateCase) {
  const resolution = (await latestMandate(database.read(town.place.id), at.problem))?.pendingResolution ?? ''
  return go('mandate.confirm-adoption', at.slug, { as: town.people.dora, typed: { resolution: [resolution] } })
}

it('a draft that promises less says that it would lower the promise, and that it did once it is adopted', async () => {
  const at = await d.adopted()
  await d.save(at, { ...d.whole(), promise: 'consult' })
  for (const page of ['mandate.page', 'mandate.compare'] as const) {
    const text = textOf(await go(page, at.slug))
    expect(text).toContain('The promise would be lowered from “Collaborate” to “Consult”')
    expect(text).not.toContain('was lowered')
  }
  // Read backwards, nothing is lowered.
  await d.save(at, { ...d.whole(), promise: 'empower' }, { seen: 1 })
  expect(textOf(await go('mandate.compare', at.slug, { query: 'from=2&to=1' }))).not.toContain('lowered')
  await d.save(at, { ...d.whole(), promise: 'consult' }, { seen: 2 })
  await d.draftVote(at, { loweringReason: 'The region decides.' })
  await d.confirm(at)
  expect(textOf(await go('mandate.page', at.slug))).toContain('was lowered from “Collaborate” to “Consult”')
})

it('whoever confirms a later version reads that it is in force and whether it promises less, not that a call can open', async () => {
  const at = await d.adopted()
  await d.save(at, { ...d.whole(), meetings: 8 })
  await d.draftVote(at)
  const changed = JSON.stringify(await confirming(at))
  expect(changed).toContain('Version 2 is in force.')
  expect(changed).not.toContain('call')
  await d.save(at, { ...d.whole(), promise: 'consult' })
  await d.draftVote(at, { loweringReason: 'The region decides.' })
  const lowered = JSON.stringify(await confirming(at))
  expect(lowered).toContain('Version 3 is in force. It promises less than the one before.')
  expect(lowered).not.toContain('call')
})

it('a later version is not warned that no day is left to recruit', async () => {
  const begun = { startsOn: Temporal.PlainDate.from('2026-01-15') }
  const at = await d.sponsored()
  await d.save(at, { ...d.whole(), ...begun })
  await d.answer(at)
  await d.draftVote(at)
  await d.confirm(at)
  const times = async () => textOf(await go('mandate.page', at.slug)).split('left before the work begins').length - 1
  expect(await times()).toBe(1)
  await d.save(at, { ...d.whole(), ...begun, meetings: 8 })
  await d.draftVote(at)
  await d.confirm(at)
  expect(await times()).toBe(1)
})

it('the older decision keeps what its body was warned of after a new version is adopted', async () => {
  const at = await d.sponsored()
  await d.save(at, { ...d.whole(), politicians: 0 })
  await d.answer(at)
  await d.draftVote(at)
  await d.confirm(at)
  await d.save(at, d.whole())
  await d.draftVote(at)
  await d.confirm(at)
  const text = textOf(await go('mandate.page', at.slug))
  expect(text).toContain('but no politician has a seat')
  expect(text.split('The body was warned of')).toHaveLength(3)
})
