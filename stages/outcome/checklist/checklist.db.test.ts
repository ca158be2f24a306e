import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { outcomeRoutes } from '../routes.tsx'
import { checklistOf } from './store.ts'

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

const go = ({ slug }: TestGroup, address: 'outcome.checklist' | 'outcome.fill-checklist', going: Going = {}) =>
  answerAt(outcomeRoutes, address, visitIn(real, town.place, { ...going, params: { problem: slug } }))

test('each says it with her name and where it can be seen; the newest counts, and what was said before stays', async () => {
  const at = await foundGroup(real, town)
  const [alice, dora] = [at.member('alice'), at.member('dora')]
  const said = (verdict: string) => typed({ time: verdict, 'time-evidence': 'meetings' })
  expect(await go(at, 'outcome.fill-checklist', { as: alice, typed: said('no') })).toMatchObject({ kind: 'redirect' })
  await go(at, 'outcome.fill-checklist', { as: dora, typed: said('yes') })
  await go(at, 'outcome.fill-checklist', { as: alice, typed: said('partly') })
  const now = await checklistOf(real.read(town.place.id), at.problem)
  expect(now.map(({ as, verdict, version }) => [as, verdict, version])).toEqual([
    ['politician', 'yes', 1],
    ['member', 'partly', 2],
  ])
  const shown = textOf(await go(at, 'outcome.checklist'))
  for (const words of ['Alice, member', 'Dora, politician', 'Partly', `/problems/${at.slug}/meetings`])
    expect(shown).toContain(words)
  expect(shown, 'who only reads fills nothing').not.toContain('Publish what I say')
  expect(shown.match(/<h1[ >]/g)).toHaveLength(1)
  expect(textOf(await go(at, 'outcome.checklist', { as: alice, lang: 'da' }))).toContain('Offentliggør det, jeg siger')
  const facts = await entries(real.read(town.place.id), { problem: at.problem })
  expect(facts.filter(({ kind }) => kind === 'outcome.self-evaluated')).toHaveLength(3)
  const change = real.transact(town.place.id, null, (tx) =>
    sql`update outcome.checklist_entry set verdict = 'yes'`.execute(tx),
  )
  await expect(change).rejects.toThrow('permission denied')
})

test('an answer without a page that shows it comes back with what was chosen', async () => {
  const at = await foundGroup(real, town)
  const as = at.member('alice')
  const half = await go(at, 'outcome.fill-checklist', { as, typed: typed({ privacy: 'no', 'privacy-evidence': '' }) })
  expect(half).toMatchObject({ status: 422 })
  expect(textOf(half)).toContain('#field-privacy-evidence')
  expect(textOf(half)).toMatch(/value="no" checked/)
  expect(await go(at, 'outcome.fill-checklist', { as })).toMatchObject({ status: 422 })
  expect(await checklistOf(real.read(town.place.id), at.problem)).toEqual([])
  const outside = typed({ privacy: 'no', 'privacy-evidence': 'people' })
  expect(await go(at, 'outcome.fill-checklist', { as: town.people.aisha, typed: outside })).toMatchObject({
    kind: 'refused',
  })
})
