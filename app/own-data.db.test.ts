import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { openCase } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { owned } from '../overview/own-data/owned.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** What is kept of somebody, shown and given to herself alone. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

const as = (who: 'alice' | 'bashir') => house.browser(town.place, town.people[who].account)

it('gives everything that is hers, and nothing that names somebody else or opens a door', async () => {
  const at = await openCase(house.database, town, { statements: ['Light the crossings at night'] })
  const bashir = await as('bashir')
  await bashir.post(`/problems/${at.slug}/statements/1/vote`, { choice: 'disagree' })
  const raised = { question: 'How do boats get in?', whatHappens: 'It is steep.', whoIsAffected: 'Rowers' }
  expect((await bashir.post('/problems/new', raised)).status).toBe(303)
  const { status, html, headers } = await bashir.post('/me/data')
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(headers.get('cache-control')).toContain('no-store')
  const file = JSON.parse(html)
  expect(file.votes).toEqual([
    { case: at.slug, statement: 1, text: 'Light the crossings at night', choice: 'disagree', revision: 1 },
  ])
  const tables = file.kept.map(({ table }: { readonly table: string }) => table)
  expect(tables).toEqual(expect.arrayContaining(['identity.account', 'identity.session', 'problem.problem']))
  expect(html).toContain('bashir@example.org')
  for (const who of ['alice', 'dora', 'chen'] as const) {
    expect(html).not.toContain(town.people[who].account)
    expect(html).not.toContain(`${who}@example.org`)
  }
  expect(html).not.toContain('token')
})

it('abuse 65: what is kept of somebody has no address: whose it is says the session, whatever the request names', async () => {
  const mine = { account: town.people.alice.account ?? '', id: town.people.alice.account ?? '' }
  const bashir = await as('bashir')
  for (const path of [`/me/data?account=${mine.account}`, `/me/data?id=${mine.id}`, '/me/data']) {
    const { html } = await bashir.post(path, mine)
    expect([html.includes('bashir@example.org'), html.includes('alice@example.org')]).toEqual([true, false])
  }
  expect((await bashir.get(`/me/data/${mine.account}`)).status).toBe(404)
  const visitor = await house.browser(town.place, null)
  expect((await visitor.post('/me/data', mine)).html).not.toContain('@example.org')
})

it('abuse 65: the file is given to a press on its own page, not to a link', async () => {
  const bashir = await as('bashir')
  const path = `/en/${town.place.slug}/me/data`
  const read = await house.ask(path, { headers: { cookie: bashir.cookie } })
  expect([read.status, read.headers.get('content-type')?.startsWith('text/html')]).toEqual([200, true])
  expect(await read.text()).not.toContain('bashir@example.org')
  const elsewhere = await house.ask(path, {
    method: 'POST',
    headers: {
      cookie: bashir.cookie,
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: `token=${bashir.token}`,
  })
  expect(elsewhere.status).toBe(403)
  // A session that has ended opens nothing, also with a page that lies open still.
  await bashir.post('/me/end-sessions')
  expect((await bashir.post('/me/data')).html).not.toContain('bashir@example.org')
})

it('abuse 66: no column and no kind of file is there for an identity document', async () => {
  const named = await house.asOwner(
    `select format('%s.%s.%s', table_schema, table_name, column_name) as name from information_schema.columns
     where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')
       and column_name ~* '(passport|licen[cs]e|identity_doc|document_scan|id_card|cpr|national_id|personal_number|selfie|mrz)'`,
  )
  expect(named).toEqual([])
  const { html } = await (await as('bashir')).get('/me/data')
  expect(html).toContain('no page asks for one')
})

/** Columns that say who judged, confirmed, set or recorded something in an office or for a group: public acts, not hers to take back. */
const official = /^(\w+\.\w+)\.(\w*(_by)|first_advocate|second_advocate|stand_in_id|account_id)$/

it('every column that names an account is known as somebody’s own, or as who acted in an office or for a group', async () => {
  const columns = await house.asOwner(
    `select n.nspname || '.' || c.relname as tables, a.attname as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
     join pg_namespace n on n.oid = c.relnamespace
     join pg_type t on t.oid = a.atttypid join pg_namespace tn on tn.oid = t.typnamespace
     where tn.nspname = 'id' and t.typname = 'account' and not a.attisdropped`,
  )
  const all = columns.map((one) => `${String(one['tables'])}.${String(one['name'])}`)
  const own = owned.map((pair) => pair.join('.'))
  expect(own.filter((one) => !all.includes(one))).toEqual([])
  const left = all.filter((one) => !own.includes(one))
  expect(left.filter((one) => !official.test(one))).toEqual([])
  // Whom a row is about is always hers; these two hold a secret of a link and nothing else.
  expect(left.filter((one) => one.endsWith('.account_id'))).toEqual(['notices.stop_link.account_id'])
})
