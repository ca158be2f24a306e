import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { loadLindhavn } from './demo/lindhavn/load.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

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

/** Every page a reader reaches by links, with what was left to be read of the hidden. */
async function readAll(reader: Browser): Promise<{ readonly pages: number; readonly leaks: ReadonlySet<string> }> {
  const home = `/en/${town.place.slug}`
  const waiting = ['', '/feed.atom', '/calendar.ics', '/moderation', '/search?q=canary']
  const seen = new Set<string>(waiting)
  const leaks = new Set<string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { html } = await reader.get(path)
    for (const [leak] of html.replaceAll('\r\n ', '').matchAll(/canary [a-z]+\.[a-z]+ [a-z_]+/g))
      leaks.add(`${leak} at ${path}`)
    for (const [, link = ''] of html.matchAll(/href="([^"#]+)/g)) {
      const next = link.slice(home.length)
      if (!link.startsWith(home) || seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return { pages: seen.size, leaks }
}

it('to a visitor', { timeout: 120_000 }, async () => {
  const { pages, leaks } = await readAll(await house.browser(town.place, null))
  expect(pages).toBeGreaterThan(200)
  expect([...leaks]).toEqual([])
})
