import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { mandateRoutes } from '../routes.tsx'
import { textOf } from '../../../platform/http/testing.ts'
import { draftingIn, goingIn, type Drafting } from '../testing.ts'

import { latestMandate, type Mandate } from '../store.ts'
import { typedTerms } from '../form.ts'
import type { MandateCase } from '../testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let read: Read
let d: Drafting
let go: ReturnType<typeof goingIn>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  read = database.read(town.place.id)
  d = draftingIn(database, town)
  go = goingIn(database, town, mandateRoutes)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function draftOf(at: MandateCase): Promise<Mandate> {
  const draft = await latestMandate(read, at.problem)
  if (!draft) throw new Error('no draft')
  return draft
}

/** The long form as it stood before her when she opened it. */
async function formOf(at: MandateCase): Promise<Record<string, readonly string[]>> {
  const draft = await draftOf(at)
  return Object.fromEntries(
    Object.entries(typedTerms(draft, draft.revision)).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : value,
    ]),
  )
}

it('two write at once: each keeps her own section, both texts are shown where they meet, and nothing typed is lost', async () => {
  const at = await d.sponsored()
  const { chen, dora } = town.people
  await d.save(at, d.whole())
  const form = await formOf(at)
  await go('mandate.save', at.slug, { as: dora, typed: { ...form, tasks: ['Dora’s tasks.'], meetings: ['9'] } })
  const back = await go('mandate.save', at.slug, {
    as: chen,
    typed: { ...form, tasks: ['Chen’s tasks.'], background: ['Chen too.'], citizens: ['3'] },
  })
  expect(back).toMatchObject({ kind: 'page', status: 422 })
  const text = textOf(back)
  expect(text).toContain('Somebody else saved this part while you wrote.')
  expect(text).toMatch(/<del>Dora’s<\/del> <ins>Chen’s<\/ins> tasks\./)
  expect(text).toMatch(/name="background"[^>]*>\s*Chen too\./)
  expect(text).toMatch(/value="9"[^>]*name="meetings"/)
  expect(await draftOf(at)).toMatchObject({ tasks: 'Dora’s tasks.', meetings: 9, citizens: 3 })
  // Having seen both, she decides.
  const seen = /name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
  const again = { ...(await formOf(at)), seen: [seen], tasks: ['Chen’s tasks.'], background: ['Chen too.'] }
  expect(await go('mandate.save', at.slug, { as: chen, typed: again })).toMatchObject({ kind: 'redirect' })
  expect(await draftOf(at)).toMatchObject({ tasks: 'Chen’s tasks.', background: 'Chen too.', meetings: 9 })
})

it('a section with a mistake comes back as typed and is judged later by the save it was written over', async () => {
  const at = await d.sponsored()
  const { chen, dora } = town.people
  await d.save(at, d.whole())
  const form = await formOf(at)
  const back = textOf(
    await go('mandate.save', at.slug, { as: chen, typed: { ...form, meetings: ['many'], tasks: ['New tasks.'] } }),
  )
  expect(back).toMatch(/value="many"[^>]*name="meetings"/)
  expect(back).toContain('name="seen-time" value="1"')
  expect(await draftOf(at)).toMatchObject({ tasks: 'New tasks.', meetings: 7 })
  await go('mandate.save', at.slug, { as: dora, typed: { ...(await formOf(at)), meetings: ['12'] } })
  const mended = { ...(await formOf(at)), 'seen-time': ['1'], meetings: ['8'] }
  expect(textOf(await go('mandate.save', at.slug, { as: chen, typed: mended }))).toContain(
    'Somebody else saved this part',
  )
  expect(await draftOf(at)).toMatchObject({ meetings: 12 })
})

it('a part saved leads back to that part', async () => {
  const at = await d.sponsored()
  await d.save(at, d.whole())
  const typed = { ...(await formOf(at)), tasks: ['X'], from: ['task'] }
  const reply = await go('mandate.save', at.slug, { as: town.people.chen, typed })
  expect(reply.kind === 'redirect' && reply.to).toMatch(/mandate\/edit#task$/)
})

it('every save can be read: who, what changed, and how much is staff text', async () => {
  const at = await d.sponsored()
  expect(textOf(await go('mandate.history', at.slug))).toContain('No save is known.')
  await d.save(at, { ...d.whole(), tasks: 'One two three.' })
  await d.save(at, { ...d.whole(), tasks: 'One two four.' }, { as: town.people.dora, seen: 1 })
  const text = textOf(await go('mandate.history', at.slug))
  expect(text).toContain('Saved by Dora')
  expect(text).toContain('Saved by Chen')
  expect(text).toContain('Staff text')
  expect(text).toMatch(/<del> three\.<\/del><ins> four\.<\/ins>/)
  expect(text).toMatch(/\d+% of the \d+ words that stand are staff text/)
  expect((await go('mandate.history', at.slug, { query: 'version=7' })).kind).toBe('not-found')
})

it('an adopted mandate is not edited: a stale form is refused, a fresh one begins the next version', async () => {
  const at = await d.adopted()
  const stale = await go('mandate.save', at.slug, {
    as: town.people.dora,
    typed: { ...(await formOf(at)), tasks: ['Sneaked in.'] },
  })
  expect(stale).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(stale)).toContain('Somebody else saved the draft while you wrote')
  expect(textOf(stale)).toContain('Sneaked in.')
  expect(await draftOf(at)).toMatchObject({ version: 1, state: 'adopted', tasks: 'A proposal.' })
})
