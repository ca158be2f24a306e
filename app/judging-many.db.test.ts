import type { Thing } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn } from '../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { hiddenThings, report } from '../platform/moderation/index.ts'
import { bindCards } from '../platform/thread/index.ts'
import { consultationOf, opinionCards, statementsIn } from '../stages/opinion/index.ts'
import { openCase } from '../stages/opinion/testing.ts'
import { moderationRoutes } from '../overview/moderation/routes.tsx'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  bindCards('statement', opinionCards.statement)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const go = (
  address: Parameters<typeof answerAt>[1],
  who: Townsperson,
  form: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, readonly string[]>> = {},
) => {
  const visit = visitIn(database, town.place, { as: town.people[who], typed: { ...typed(form), ...more } })
  return answerAt(moderationRoutes, address, visit)
}

it('abuse 23: a moderator judges a page of reports at once and takes it all back; who only reads sees neither form', async () => {
  const texts = Array.from({ length: 23 }, (_, at) => `Shop number ${at + 1} sells the best lamps of the town`)
  const { problem } = await openCase(database, town, { statements: texts })
  const read = database.read(town.place.id)
  const consultation = await consultationOf(read, problem)
  if (!consultation) throw new Error('it was opened')
  const all = await statementsIn(read, consultation.id)
  const { bashir, emil } = town.people
  for (const [at, { id }] of all.entries()) {
    const about: Thing = { kind: 'statement', id }
    const by = (at % 2 === 0 ? bashir : emil).account
    await database.transact(town.place.id, null, (tx) => report(tx, { about, reason: 'An advert', by }))
  }
  const page = textOf(await go('moderation', 'gita'))
  expect(page.match(/name="chosen"/g)).toHaveLength(20)
  expect(page).toContain('Page 1 of 2')
  expect(textOf(await go('moderation', 'bashir'))).not.toContain('name="chosen"')
  const chosen = [...page.matchAll(/value="(statement [0-9a-f-]{36})"/g)].map(([, value = '']) => value)
  const hide = { act: 'hide', rule: 'spam', reason: 'Adverts of one shop' }
  expect(await go('moderation.judge-many', 'gita', hide)).toMatchObject({ kind: 'refused' })
  expect(await go('moderation.judge-many', 'gita', { ...hide, rule: '' }, { chosen })).toMatchObject({ status: 422 })
  expect(await go('moderation.judge-many', 'gita', hide, { chosen })).toMatchObject({ kind: 'redirect' })
  expect(await hiddenThings(read)).toHaveLength(20)
  const after = textOf(await go('moderation', 'chen'))
  expect(after).toContain('20 texts were hidden or refused together.')
  const number = /name="batch" value="(\d+)"/.exec(after)?.[1] ?? ''
  expect(await go('moderation.undo', 'chen', { batch: number })).toMatchObject({ kind: 'redirect' })
  expect(await hiddenThings(read)).toEqual([])
  expect(textOf(await go('moderation', 'gita'))).toContain('Page 1 of 2')
  const figures = textOf(await go('moderation.figures', 'bashir'))
  expect(figures).toContain('Undone within the hour')
  expect(figures).toContain('no advertising')
})
