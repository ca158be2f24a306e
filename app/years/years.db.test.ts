import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from '../testing.ts'
import { putYears } from './place.ts'

/** The place the bench reads, made small: that it can be made at all proves that it breaks no constraint, trigger or policy. */
let house: TestHouse
let town: Town
let slugs: readonly string[]
const readers = new Map<string, Browser>()

const cases = 60

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database, 'years')
  const made = await putYears(house.database, town, { cases, today: Temporal.PlainDate.from('2026-11-26') })
  slugs = made.map(({ slug }) => slug)
  house.house.places.forget()
  const accounts: readonly (readonly [string, Id<'account'> | null])[] = [
    ['visitor', null],
    ['mayor', town.people.dora.account],
    ['clerk', town.people.chen.account],
    ['resident', town.people.alice.account],
  ]
  for (const [name, account] of accounts) readers.set(name, await house.browser(town.place, account))
}, 120_000)

afterAll(() => house.close())

it('has the cases that were asked for, each with twenty recommendations, and younger ones without', async () => {
  const { rows } = await sql<{ readonly written: number; readonly cases: number; readonly open: number }>`
    select (select count(*)::int from draft.recommendation) as written, (select count(*)::int from problem.problem) as cases,
      (select count(*)::int from decision.package where closed_at is null) as open`.execute(
    house.database.read(town.place.id),
  )
  expect(rows[0]?.written).toBe(cases * 20)
  expect(rows[0]?.cases).toBeGreaterThan(cases)
  expect(rows[0]?.open).toBeGreaterThan(0)
})

it.each([
  ['mayor', '/desk'],
  ['clerk', '/bench'],
  ['visitor', '/owed'],
  ['visitor', '/people'],
  ['visitor', '/people/dora'],
  ['visitor', '/record'],
  ['visitor', ''],
  ['mayor', '/me'],
  ['resident', '/me'],
])('as %s, %s has a page', async (who, path) => {
  expect((await readers.get(who)?.get(path))?.status).toBe(200)
})

it.each([
  '',
  '/answer',
  '/answer/3',
  '/delivery',
  '/delivery/5',
  '/outcome',
  '/thread',
  '/mandate',
  '/people',
  '/draft',
])('an old case has a page at “%s”', async (path) => {
  expect((await readers.get('visitor')?.get(`/problems/${slugs[3]}${path}`))?.status).toBe(200)
})

it('lists every open package and counts all: those due last fell off a list of a thousand that began with the oldest', async () => {
  const read = house.database.read(town.place.id)
  const { rows } = await sql<{ readonly slug: string }>`
    select p.slug from decision.package k join problem.problem p on p.id = k.problem_id where k.closed_at is null`.execute(
    read,
  )
  const page = (await readers.get('visitor')?.get('/owed?all=yes'))?.html ?? ''
  for (const { slug } of rows) expect(page).toContain(`/problems/${slug}/answer"`)
  const counted = await sql<{ readonly all: number }>`
    select (select count(*) from decision.package) + (select count(*) from delivery.commitment)
      + (select count(*) from decision.current_answer where kind = 'refer')
      + (select count(*) from decision.package where return_on is not null) as all`.execute(read)
  expect(page).toContain(`of ${new Intl.NumberFormat('en').format(counted.rows[0]?.all ?? 0)} are listed`)
})

it('puts on a desk what she answers for herself, and on the clerk’s bench what anybody does', async () => {
  const { rows } = await sql<{ readonly hers: number; readonly due: number }>`
    select count(*) filter (where c.owner_id = ${town.people.dora.person}) as hers, count(*) as due
    from delivery.commitment c
    where c.standing in ('promised', 'late') and least(c.next_report_on, (
      select min(m.due_on) from delivery.milestone m where m.commitment_id = c.id and m.reached_on is null
    )) <= current_date + 14`.execute(house.database.read(town.place.id))
  const reports = async (who: string, path: string) =>
    ((await readers.get(who)?.get(path))?.html.match(/Report how your promise goes/g) ?? []).length
  expect(rows[0]?.hers).toBeGreaterThan(0)
  expect(await reports('mayor', '/desk')).toBeGreaterThanOrEqual(rows[0]?.hers ?? 0)
})

it.each([
  ['its own id', 'answer_id = a.id', 'answer_pkey'],
  ['its recommendation', 'recommendation_id = a.recommendation_id', 'recommendation_id_key'],
])('finds the answer that counts by %s without looking at the others', async (_, condition, index) => {
  await house.asOwner('analyze')
  const plan = await house.asOwner(
    `explain select c.* from (select * from decision.answer limit 1) a
     join decision.current_answer c on c.jurisdiction_id = a.jurisdiction_id and c.${condition}`,
  )
  expect(JSON.stringify(plan)).toContain(index)
})
