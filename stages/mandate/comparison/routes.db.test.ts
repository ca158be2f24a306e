import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { mandateRoutes } from '../routes.tsx'
import { retellMandate } from '../told.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { draftingIn, goingIn, type Drafting } from '../testing.ts'

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

it('any two versions are compared word by word, and where there is one the page says so', async () => {
  const at = await d.adopted()
  expect(textOf(await go('mandate.compare', at.slug))).toContain('There is only one version.')
  await d.save(at, { ...d.whole(), outOfScope: 'Housing. And shops.' })
  await d.draftVote(at)
  await d.confirm(at)
  await d.save(at, { ...d.whole(), outOfScope: 'Shops.' })
  const last = textOf(await go('mandate.compare', at.slug))
  expect(last).toContain('What changed from version 2 to version 3')
  const first = textOf(await go('mandate.compare', at.slug, { query: 'from=1&to=2' }))
  expect(first).toContain('What changed from version 1 to version 2')
  expect(first).toMatch(/<ins> And shops\.<\/ins>/)
  // Chosen the other way round it is read the other way round; what is no version is left aside.
  expect(textOf(await go('mandate.compare', at.slug, { query: 'from=2&to=1' }))).toMatch(/<del> And shops\.<\/del>/)
  expect((await go('mandate.compare', at.slug, { query: 'from=x&to=99' })).kind).toBe('page')
})

it('all mandates stand beside each other, lowered ones say so, and the file says the same', async () => {
  const at = await d.adopted()
  await d.save(at, { ...d.whole(), promise: 'inform' })
  await d.draftVote(at, { loweringReason: 'Law.' })
  await d.confirm(at)
  const page = textOf(await go('mandates', at.slug))
  expect(page).toContain('1 politician, 2 citizens')
  expect(page).toContain('1 Jan 2027 to 1 Oct 2027'.replaceAll(/ (?=Jan|Oct|2027|to)/g, '\u00a0'))
  // The reason of a lowering stands beside it, on the page and in the mandate as data.
  expect(page).toContain('Yes: Law.')
  const data = await go('mandate.data', at.slug)
  const charter = data.kind === 'file' ? JSON.parse(String(data.body)) : undefined
  expect(charter).toMatchObject({ version: 2, decision: { loweringReason: 'Law.' } })
  // What the questions say is not said again by two empty texts.
  expect(Object.keys(charter.terms)).not.toContain('canChange')
  expect(Object.keys(charter.terms)).not.toContain('cannotChange')
  const table = await go('mandates.table', at.slug)
  if (table.kind !== 'file') throw new Error('no file')
  const lines = String(table.body)
    .split('\r\n')
    .filter((line) => line.startsWith(`${at.slug},`))
  expect(lines).toHaveLength(2)
  expect(lines.find((line) => line.startsWith(`${at.slug},2,`))).toMatch(
    /,inform,1,2,2027-01-01,2027-10-01,7,40,working-days,1,2,adopted,yes,Law.,$/,
  )
  expect(lines.find((line) => line.startsWith(`${at.slug},1,`))).toMatch(/superseded,no,,$/)
})

it('a mandate whose last day has passed says that its work ended', async () => {
  const at = await d.sponsored()
  const past = { startsOn: Temporal.PlainDate.from('2025-01-01'), endsOn: Temporal.PlainDate.from('2025-10-01') }
  await d.save(at, { ...d.whole(), ...past })
  await d.answer(at)
  await d.draftVote(at)
  await d.confirm(at)
  const page = textOf(await go('mandates', at.slug))
  const row = page.slice(page.indexOf(`/${at.slug}/mandate`), page.length)
  expect(row.slice(0, row.indexOf('</tr>'))).toContain('Work ended')
  expect(textOf(await go('mandates', at.slug)).split('Work ended')).toHaveLength(2)
})

it('a bug once: a told mandate whose end no source tells was in force for ever', async () => {
  const { slug, problem } = await d.sponsored()
  await database.transact(town.place.id, null, (tx) =>
    retellMandate(tx, { problem, question: 'A told one?', source: 'Minutes of 1998' }),
  )
  const page = textOf(await go('mandates', slug))
  const row = page.slice(page.indexOf(`/${slug}/mandate`))
  expect(row.slice(0, row.indexOf('</tr>'))).toContain('End not told')
})

it('a draft is no mandate: it is in no table and served as no data', async () => {
  const at = await d.sponsored()
  await d.save(at, { ...d.whole(), question: 'A draft alone?' })
  expect(textOf(await go('mandates', at.slug))).not.toContain('A draft alone?')
  expect((await go('mandate.data', at.slug)).kind).toBe('not-found')
})
