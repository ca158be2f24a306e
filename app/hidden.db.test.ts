import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { loadLindhavn } from './demo/lindhavn/load.ts'
import { readLinked } from './testing-crawl.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** What a moderator hid is read nowhere: not on its page, and not where other pages name it. */

let house: TestHouse
let town: Lindhavn

/** A word nobody else writes, in every text that can be hidden, with the table it stands in. */
const texts = {
  'problem.framing': ['question', 'what_happens', 'who_is_affected'],
  'draft.idea': ['title', 'text'],
  'opinion.statement': ['text'],
  'inquiry.question': ['question', 'background'],
  'inquiry.note': ['heard', 'changed', 'why'],
  'draft.clause': ['text'],
  'delivery.pledge': ['what'],
  'meeting.meeting': ['title'],
  'meeting.item': ['title'],
} as const

const canary = (table: string, column: string): string => `canary ${table} ${column}`

beforeAll(async () => {
  house = await openTestHouse(6)
  town = await loadLindhavn(house.database, () => {})
  for (const [table, columns] of Object.entries(texts)) {
    const set = columns.map((column) => `${column} = '${canary(table, column)} ' || id`).join(', ')
    await house.asOwner(`alter table ${table} disable trigger user`)
    await house.asOwner(`update ${table} set ${set} where jurisdiction_id = '${town.place.id}'`)
    await hide(`select '${table.split('.')[1]}', id from ${table}`)
  }
  const title = canary('draft.recommendation', 'title')
  await house.asOwner(`update draft.recommendation_version set title = '${title}'`)
  await hide(`select 'recommendation', id from draft.recommendation`)
  await hide(`select 'problem', id from problem.problem`)
}, 120_000)

afterAll(() => house.close())

function hide(things: string) {
  return house.asOwner(
    `insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
      select '${town.place.id}', kind, thing, 'spam', 'A test', '${town.people.clerk.account}', 'clerk', now()
      from (${things} where jurisdiction_id = '${town.place.id}') t (kind, thing)`,
  )
}

it('to a visitor', { timeout: 120_000 }, async () => {
  const leaks = new Set<string>()
  const from = ['/feed.atom', '/calendar.ics', '/moderation', '/search?q=canary']
  const reader = await house.browser(town.place, null)
  const pages = await readLinked(reader, { place: town.place.slug, from }, (path, { html }) => {
    for (const [leak] of html.replaceAll('\r\n ', '').matchAll(/canary [a-z]+\.[a-z]+ [a-z_]+/g))
      leaks.add(`${leak} at ${path}`)
  })
  expect(pages).toBeGreaterThan(200)
  expect([...leaks]).toEqual([])
})
